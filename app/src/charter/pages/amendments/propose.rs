//! `/charte/{slug}/versions/{n}/amendements/proposer` and `/…/{amendment}/modifier`: choosing what an amendment would do,
//! wording it, wording it again.

use backend::charter::{
    self, VersionView,
    amendments::{self, Proposal},
};
use domain::{
    Refusal,
    charter::{AmendmentForm, AmendmentKind, ArticleNumber},
    policy::{CharterAction, Permission},
    refusal::Transition,
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{list::heading, parts, way_back};
use crate::{
    charter::{
        amending::{ProposeAmendment, RewordAmendment},
        pages::parts::{article_name, article_title},
    },
    paths,
    request::Request,
    ui::{Both, Document, Form, FormView, Meanwhile, PageResult, Place, TextArea, TextField},
    words::Words,
};

/// Lines of a field that holds an article, at least and at most.
const ROWS: (usize, usize) = (8, 24);
/// Characters of a line of such a field.
const LINE: usize = 80;

/// `/charte/{slug}/versions/{n}/amendements/proposer`
pub async fn propose(rq: Request) -> PageResult {
    rq.cx.require(Permission::Charter(CharterAction::Amend))?;
    let slug = rq.param("slug").to_owned();
    let number: i32 = rq.id("number")?;
    let article = |typed: &str| typed.parse::<ArticleNumber>().map_err(|_| Refusal::NotFound);
    let parent = rq.query("amendement").map(|typed| typed.parse::<i32>().map_err(|_| Refusal::NotFound));
    let about = match (rq.query("article"), rq.query("retirer"), rq.query("apres")) {
        (Some(typed), ..) => Some((AmendmentKind::Change, Some(article(typed)?))),
        (_, Some(typed), _) => Some((AmendmentKind::Remove, Some(article(typed)?))),
        (.., Some("")) => Some((AmendmentKind::Add, None)),
        (.., Some(typed)) => Some((AmendmentKind::Add, Some(article(typed)?))),
        _ if parent.is_some() => Some((AmendmentKind::Change, None)),
        _ => None,
    };
    let Some(about) = about else { return choose(&rq, &slug, number).await };
    let proposal = amendments::proposal(&rq.cx, &slug, number, about, parent.transpose()?).await?;
    let saved = AmendmentForm {
        title: proposal.now.title.clone(),
        body: proposal.now.body.clone(),
        ..AmendmentForm::default()
    };
    let form = rq.form(ProposeAmendment::PATH);
    let version = form.version(proposal.version.version);
    let article = proposal.article.map(|article| article.to_string()).unwrap_or_default();
    let parent = proposal.parent.map(|parent| parent.to_string()).unwrap_or_default();
    let hidden = view! {
        <input type="hidden" name="version" value=version/>
        <input type="hidden" name="parent" value=parent/>
        <input type="hidden" name="kind" value=proposal.kind.code()/>
        <input type="hidden" name="article" value=article/>
    };
    let title =
        rq.words.t(if proposal.parent.is_some() { "amendments-sub-propose" } else { "amendments-propose" });
    let back = paths::framing_version(&slug, number);
    Ok(wording(&rq, &proposal, &saved, (title, "amendments-propose-do", back), (form, hidden.into_any())))
}

/// `/charte/{slug}/versions/{n}/amendements/{amendment}/modifier`
pub async fn reword(rq: Request) -> PageResult {
    let slug = rq.param("slug").to_owned();
    let number: i32 = rq.id("number")?;
    let amendment: i32 = rq.id("amendment")?;
    let (proposal, view, saved) = amendments::rewording(&rq.cx, &slug, number, amendment).await?;
    let form = rq.form(RewordAmendment::PATH);
    let version = form.version(view.version);
    let hidden = view! {
        <input type="hidden" name="version" value=version/>
        <input type="hidden" name="amendment" value=amendment.to_string()/>
    };
    let title = say!(
        rq.words,
        "amendments-reword-title",
        name = parts::name(&rq.words, amendment, view.parent.is_some())
    );
    let back = paths::amendment(&slug, number, amendment);
    Ok(wording(&rq, &proposal, &saved, (title, "amendments-save", back), (form, hidden.into_any())))
}

fn wording(
    rq: &Request,
    proposal: &Proposal,
    saved: &AmendmentForm,
    (title, act, back): (String, &str, String),
    (form, hidden): (Form, AnyView),
) -> Document {
    let words = rq.words.clone();
    let slug = proposal.head.slug.clone();
    let about = match proposal.parent {
        Some(parent) => say!(words, "amendments-of", number = parent),
        None => parts::aim(&words, proposal.kind, proposal.article),
    };
    let eyebrow = heading(&words, proposal.article, &proposal.title);
    let removes = proposal.kind == AmendmentKind::Remove;
    let now = removes.then(|| {
        let body = proposal.now.body.clone();
        view! { <p class="source" lang=words.council_language()>{body}</p> }
    });
    let fields = (!removes).then(|| said(&form, saved));
    let both = vec![
        Both::new(&form, "title", words.t("amendments-field-title"), &saved.title),
        Both::new(&form, "body", words.t("amendments-field-body"), &saved.body),
    ];
    let (lead, act, back_label) = (lead(&words, proposal), words.t(act), words.t("charter-back"));
    let number = proposal.version.number.to_string();
    let (label, hint) = (words.t("amendments-field-reasons"), words.t("amendments-field-reasons-hint"));
    let reasons = saved.reasons.clone();
    let view = view! {
        {way_back(rq, &proposal.head, &proposal.version, true)}
        <header class="page-head">
            <p class="eyebrow" lang=words.council_language()>{eyebrow}</p>
            <h1>{title.clone()}</h1>
            <p class="muted">{about}" – "{lead}</p>
        </header>
        <Meanwhile form=form.clone() fields=both/>
        {now}
        <FormView form=form.clone()>
            <input type="hidden" name="slug" value=slug/>
            <input type="hidden" name="number" value=number/>
            {hidden}
            {fields}
            <TextArea
                form=form.clone()
                name="reasons"
                label=label
                hint=hint
                value=reasons
                rows=4
            />
            <p class="acts">
                <button class="button main">{act}</button>
                " "
                <a class="go" href=back>{back_label}</a>
            </p>
        </FormView>
    };
    Document::new(title, view).at(Place::Charter).unlisted()
}

fn lead(words: &Words, proposal: &Proposal) -> String {
    let until = proposal.version.amendable.map(|(_, until)| words.day(until)).unwrap_or_default();
    say!(words, "amendments-propose-lead", day = until)
}

/// The fields of an article.
pub(super) fn said(form: &Form, saved: &AmendmentForm) -> AnyView {
    let words = &form.words;
    let lines = saved.body.lines().map(|line| 1 + line.chars().count() / LINE).sum::<usize>() + 2;
    let rows = u32::try_from(lines.clamp(ROWS.0, ROWS.1)).unwrap_or(8);
    view! {
        <TextField
            form=form.clone()
            name="title"
            label=words.t("amendments-field-title")
            value=saved.title.clone()
            optional=true
            autocomplete="off"
        />
        <TextArea
            form=form.clone()
            name="body"
            label=words.t("amendments-field-body")
            hint=words.t("amendments-field-body-hint")
            value=saved.body.clone()
            rows=rows
            large=true
        />
    }
    .into_any()
}

/// Every article, with what may be proposed about it.
async fn choose(rq: &Request, slug: &str, number: i32) -> PageResult {
    let view = charter::version(&rq.cx, slug, number).await?;
    if !view.version.is_amendable_on(rq.cx.today()) {
        return Err(Refusal::Transition(Transition::AmendmentsClosed).into());
    }
    let words = rq.words.clone();
    let title = words.t("amendments-propose");
    let rows = rows(&words, &view).collect_view();
    let first = paths::amend_after(slug, number, None);
    let page = view! {
        {way_back(rq, &view.head, &view.version, true)}
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{words.t("amendments-choose-lead")}</p>
        </header>
        <ul class="rows">{rows}</ul>
        <p><a class="go" href=first>{words.t("amendments-add-first")}</a></p>
    };
    Ok(Document::new(title, page).at(Place::Charter).unlisted())
}

fn rows(words: &Words, view: &VersionView) -> impl Iterator<Item = AnyView> {
    let (slug, number) = (view.head.slug.clone(), view.version.number);
    view.reading.articles.iter().map(move |article| {
        let one = article.number;
        let link = |href: String, key: &str, key_of: &str| {
            let label = words.fill(key_of, &crate::words::Values::from([(
                "article".into(),
                crate::words::value(article_name(words, one)),
            )]));
            view! { <a class="go" href=href aria-label=label>{words.t(key)}</a> }
        };
        view! {
            <li>
                <span class="row-title" lang=words.council_language()>{article_title(words, one, &article.title)}</span>
                <div class="acts">
                    {link(paths::amend(&slug, number, one), "amendments-do-change", "amendments-do-change-of")}
                    {link(paths::amend_after(&slug, number, Some(one)), "amendments-do-add", "amendments-do-add-of")}
                    {link(paths::amend_away(&slug, number, one), "amendments-do-remove", "amendments-do-remove-of")}
                </div>
            </li>
        }
        .into_any()
    })
}
