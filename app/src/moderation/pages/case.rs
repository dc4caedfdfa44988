//! `/signalements/{id}`

use backend::moderation::{CaseView, ReportView, Told};
use domain::moderation::CaseState;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::part;
use crate::{
    moderation::actions::{ActOnReported, KeepReported, RuleOnAppeal},
    paths,
    request::Request,
    ui::{
        Breadcrumb, Choice, Choices, Document, Facts, Form, FormView, Notice, NoticeTone, PageResult, Place,
        TextArea, error_page,
    },
    words::Words,
};

/// A case: for those who decide, for its author, for who reported.
pub async fn case(rq: Request) -> PageResult {
    let found = backend::moderation::case(&rq.cx, rq.id("id")?).await?;
    let words = &rq.words;
    let title = words.t(&format!("moderation-case-{}", found.what.kind.code()));
    let mut facts = vec![part::state(words, found.state, found.what.kind.is_hidden())];
    if let Some(author) = &found.author {
        facts.push(say!(words, "moderation-by", name = author.clone()).into_any());
    }
    if found.may.see {
        facts.push(match &found.group {
            Some(group) => view! { <a href=paths::group(&group.slug)>{group.name.clone()}</a> }.into_any(),
            None => words.t("moderation-common").into_any(),
        });
    }
    let not = found.may.not.map(|why| {
        let why = words.t(error_page::forbidden(why));
        view! { <Notice tone=NoticeTone::Info><p>{why}</p></Notice> }
    });
    let ancestors = vec![(paths::REPORTS.to_owned(), words.t("moderation-title"))];
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <Facts facts=facts/>
        </header>
        {done(&rq, &found)}
        {not}
        {content(words, &found)}
        {reports(words, &found)}
        {decision(words, &found)}
        {appeal(words, &found)}
        {decide(&rq, &found)}
        {rule(&rq, &found)}
    };
    Ok(Document::new(title, view).at(Place::Groups).unlisted())
}

/// What was just done, told once after the redirection.
fn done(rq: &Request, found: &CaseView) -> Option<AnyView> {
    const KNOWN: [&str; 5] = ["signale", "garde", "agi", "appel", "rendu"];
    let what = rq.query("fait").filter(|what| KNOWN.contains(what))?;
    let key = match (what, found.what.kind.is_hidden()) {
        ("agi", false) => "moderation-done-demande".to_owned(),
        (what, _) => format!("moderation-done-{what}"),
    };
    let text = rq.words.t(&key);
    Some(view! { <Notice tone=NoticeTone::Success><p>{text}</p></Notice> }.into_any())
}

fn section(id: &'static str, title: String, inner: AnyView) -> AnyView {
    view! {
        <section class="part" aria-labelledby=id>
            <header><h2 id=id>{title}</h2></header>
            {inner}
        </section>
    }
    .into_any()
}

fn content(words: &Words, found: &CaseView) -> AnyView {
    let sides = found.may.see || found.own;
    let inner = match sides {
        true => part::content(words, found.what, found.content.as_ref()),
        false => view! { <p><b>{found.title.clone()}</b></p> }.into_any(),
    };
    section("contenu-signale", words.t("moderation-content"), inner)
}

/// The reports: all of them for those who decide, one's own for who reported.
fn reports(words: &Words, found: &CaseView) -> Option<AnyView> {
    if found.reports.is_empty() {
        return None;
    }
    let items = found.reports.iter().map(|report| report_view(words, found, report)).collect_view();
    let key = if found.may.see { "moderation-reports" } else { "moderation-my-report" };
    let note = found.may.see.then(|| view! { <p class="muted">{words.t("moderation-reports-note")}</p> });
    let inner = view! { {note}<ul class="rows">{items}</ul> }.into_any();
    Some(section("signalements-recus", words.t(key), inner))
}

fn report_view(words: &Words, found: &CaseView, report: &ReportView) -> AnyView {
    let ground = words.t(&format!("moderation-ground-{}", report.ground.code()));
    let mut facts: Vec<AnyView> = Vec::new();
    if found.may.see {
        facts.push(report.by.clone().into_any());
    }
    facts.push(words.moment(report.at).into_any());
    let said = (!report.words.is_empty()).then(|| view! { <p class="row-text">{report.words.clone()}</p> });
    let article = report.article.as_ref().map(|article| part::quote(words, article));
    view! { <li><b class="row-title">{ground}</b><Facts facts=facts/>{said}{article}</li> }.into_any()
}

/// Who said what, and when.
fn told(words: &Words, label: &str, told: &Told) -> AnyView {
    let when = match (&told.by, told.at) {
        (Some(by), Some(at)) => {
            say!(words, "moderation-said-by", name = by.clone(), moment = words.moment(at))
        }
        (None, Some(at)) => words.moment(at),
        (Some(by), None) => by.clone(),
        (None, None) => String::new(),
    };
    view! {
        <dl class="facts-list"><dt>{words.t(label)}</dt><dd>{told.words.clone()}</dd></dl>
        <p class="muted">{when}</p>
    }
    .into_any()
}

fn decision(words: &Words, found: &CaseView) -> Option<AnyView> {
    let said = found.decision.as_ref()?;
    let outcome = match (found.state, found.what.kind.is_hidden()) {
        (CaseState::Open, _) => "moderation-decided-before",
        (CaseState::Kept, _) => "moderation-decided-kept",
        (_, true) => "moderation-decided-hidden",
        (_, false) => "moderation-decided-change",
    };
    let article = found.article.as_ref().map(|article| part::quote(words, article));
    let appeals = found.may.appeal.then(|| {
        let href = paths::appeal(found.what);
        view! {
            <p>{words.t("moderation-may-appeal")}</p>
            <p class="acts no-print"><a class="button" href=href>{words.t("moderation-appeal-go")}</a></p>
        }
    });
    let inner = view! {
        <p>{words.t(outcome)}</p>
        {told(words, "moderation-reason", said)}
        {article}
        {appeals}
    };
    Some(section("decision", words.t("moderation-decided"), inner.into_any()))
}

fn appeal(words: &Words, found: &CaseView) -> Option<AnyView> {
    let said = found.appeal.as_ref().map(|said| told(words, "moderation-appeal-said", said));
    let ruled = found.ruling.as_ref().map(|ruling| {
        let key = match (found.state, found.what.kind.is_hidden()) {
            (CaseState::Upheld, _) => "moderation-ruled-upheld",
            (_, true) => "moderation-ruled-restored",
            (_, false) => "moderation-ruled-withdrawn",
        };
        view! { <p>{words.t(key)}</p>{told(words, "moderation-ruling", ruling)} }
    });
    if said.is_none() && ruled.is_none() {
        return None;
    }
    let waits = (found.state == CaseState::Appealed).then(|| words.t("moderation-appeal-waits"));
    let waits = waits.map(|text| view! { <p>{text}</p> });
    Some(section("appel", words.t("moderation-appeal-title"), view! { {said}{waits}{ruled} }.into_any()))
}

/// Deciding: it stays, or it does not.
fn decide(rq: &Request, found: &CaseView) -> Option<AnyView> {
    if !found.may.decide {
        return None;
    }
    let words = &rq.words;
    let here = paths::report_case(found.id);
    let keep = keep(words, found, rq.form(KeepReported::PATH).shown_at(here.clone()));
    let acts = found.content.as_ref().filter(|content| content.html.is_some() && !content.hidden);
    let act = acts.map(|content| {
        act(words, found, &content.version.to_string(), rq.form(ActOnReported::PATH).shown_at(here))
    });
    let inner = view! { <p class="muted">{words.t("moderation-decide-note")}</p>{act}{keep} };
    Some(section("decider", words.t("moderation-decide"), inner.into_any()))
}

fn hidden(found: &CaseView, form: &Form) -> AnyView {
    view! {
        <input type="hidden" name="case" value=found.id.to_string()/>
        <input type="hidden" name="version" value=form.version(found.version)/>
    }
    .into_any()
}

fn keep(words: &Words, found: &CaseView, form: Form) -> AnyView {
    let [title, label, hint, button] =
        ["moderation-keep", "moderation-keep-reason", "moderation-keep-hint", "moderation-keep-do"]
            .map(|key| words.t(key));
    let open = form.is_refused();
    let hidden = hidden(found, &form);
    let field = view! { <TextArea form=form.clone() name="reason" label=label hint=hint rows=3/> };
    view! {
        <details class="unfold no-print" open=open>
            <summary class="button">{title}</summary>
            <FormView form=form.clone()>
                {hidden}
                {field}
                <p class="acts"><button class="button">{button}</button></p>
            </FormView>
        </details>
    }
    .into_any()
}

fn act(words: &Words, found: &CaseView, content: &str, form: Form) -> AnyView {
    let which = if found.what.kind.is_hidden() { "hide" } else { "change" };
    let [title, text, button] =
        ["", "-text", "-do"].map(|part| words.t(&format!("moderation-{which}{part}")));
    let [label, hint] = ["moderation-reason", "moderation-reason-hint"].map(|key| words.t(key));
    let open = form.is_refused();
    let content = form.value("content", content);
    let hidden = hidden(found, &form);
    let fields = view! {
        <TextArea form=form.clone() name="reason" label=label hint=hint rows=3/>
        {part::choose(words, &form, &found.articles)}
    };
    view! {
        <details class="unfold no-print" open=open>
            <summary class="button">{title}</summary>
            <FormView form=form.clone()>
                <p>{text}</p>
                {hidden}
                <input type="hidden" name="content" value=content/>
                {fields}
                <p class="acts"><button class="button danger">{button}</button></p>
            </FormView>
        </details>
    }
    .into_any()
}

/// Hearing the appeal.
fn rule(rq: &Request, found: &CaseView) -> Option<AnyView> {
    if !found.may.rule {
        return None;
    }
    let words = &rq.words;
    let form = rq.form(RuleOnAppeal::PATH).shown_at(paths::report_case(found.id));
    let restore = match found.what.kind.is_hidden() {
        true => "moderation-rule-restore",
        false => "moderation-rule-withdraw",
    };
    let choices = vec![
        Choice::new("uphold", words.t("moderation-rule-uphold")),
        Choice::new("restore", words.t(restore)),
    ];
    let [outcome, label, hint, button] =
        ["moderation-rule-outcome", "moderation-rule-words", "moderation-rule-hint", "moderation-rule-do"]
            .map(|key| words.t(key));
    let hidden = hidden(found, &form);
    let fields = view! {
        <Choices form=form.clone() name="outcome" label=outcome choices=choices/>
        <TextArea form=form.clone() name="ruling" label=label hint=hint rows=4/>
    };
    let inner = view! {
        <FormView form=form.clone()>
            {hidden}
            {fields}
            <p class="acts"><button class="button main">{button}</button></p>
        </FormView>
    };
    Some(section("statuer", words.t("moderation-rule"), inner.into_any()))
}
