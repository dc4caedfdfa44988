//! Minority opinions: under the text, and the page on which one is written.

use backend::contributions::{self, ContributionView, DissentDraft, DissentView};
use domain::{
    contributions::{dissents_change, may_dissent, may_reword},
    ids::{ContributionId, DissentId},
    policy::ContributionAction,
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{deeper, next_step::may};
use crate::{
    contributions::actions::{OpenDissent, RewordDissent, SignDissent, UnsignDissent},
    paths,
    request::Request,
    ui::{Both, Document, ErrorSummary, Form, FormView, Meanwhile, PageResult, Place, TextArea, TextField},
    words::Words,
};

/// Each opinion, with those who sign it: its title is of level 3.
pub fn told(words: &Words, all: &[DissentView], acts: impl Fn(&DissentView) -> Option<AnyView>) -> AnyView {
    all.iter()
        .enumerate()
        .map(|(index, one)| {
            let id = format!("opinion-{}", index + 1);
            let named = format!("t-{id}");
            view! {
                <section class="talk" id=id aria-labelledby=named.clone()>
                    <h3 id=named.clone()>{title(words, one, index, all.len())}</h3>
                    <div class="prose small" lang=words.council_language() inner_html=one.html.clone()></div>
                    <p class="muted">{signed(words, one)}</p>
                    {acts(one)}
                </section>
            }
        })
        .collect_view()
        .into_any()
}

/// Its title, or its rank among the others.
pub fn title(words: &Words, one: &DissentView, index: usize, of: usize) -> String {
    match one.title.as_str() {
        "" if of == 1 => words.t("dissents-one"),
        "" => say!(words, "dissents-numbered", number = index + 1),
        title => title.to_owned(),
    }
}

/// Who signs it.
pub fn signed(words: &Words, one: &DissentView) -> String {
    if one.names.is_empty() {
        return say!(words, "dissents-signed-by-members", count = one.signatures);
    }
    say!(words, "dissents-signed", people = words.list(&one.names))
}

/// The opinions on a text that is worked on, and what one may do with them.
pub fn section(rq: &Request, text: &ContributionView) -> Option<AnyView> {
    let words = &rq.words;
    let id = text.facts.id;
    let signs = may(rq, text, ContributionAction::Dissent) && dissents_change(text.facts.state).is_ok();
    let opens = signs && may_dissent(text.facts.state).is_ok();
    if text.dissents.is_empty() && !opens {
        return None;
    }
    let open = opens.then(|| {
        view! { <a class="go" href=paths::contribution_dissent(id)>{words.t("dissents-open")}</a> }
    });
    let lead = words.t(if text.dissents.is_empty() { "dissents-none" } else { "dissents-lead" });
    let refused: Vec<AnyView> = [SignDissent::PATH, UnsignDissent::PATH]
        .into_iter()
        .map(|action| rq.form(action))
        .filter(Form::is_refused)
        .map(|form| view! { <ErrorSummary form=form/> }.into_any())
        .collect();
    let changes = dissents_change(text.facts.state).is_ok();
    let acts = |one: &DissentView| changes.then(|| acts(rq, id, one, signs)).flatten();
    Some(
        view! {
            <section class="part" id="opinions" aria-labelledby="t-opinions">
                <header><h2 id="t-opinions">{words.t("dissents-title")}</h2>" "{open}</header>
                <div class="stack">
                    {refused}
                    <p class="muted">{lead}</p>
                    {told(words, &text.dissents, acts)}
                </div>
            </section>
        }
        .into_any(),
    )
}

fn acts(rq: &Request, id: ContributionId, one: &DissentView, signs: bool) -> Option<AnyView> {
    let words = &rq.words;
    let which = one.id;
    if !one.own {
        let form = rq.form(SignDissent::PATH).shown_at(paths::contribution(id));
        let [label, version] = [words.t("dissents-sign"), one.version.to_string()];
        return signs.then(|| {
            view! {
                <FormView form=form class="one" summary=false>
                    <input type="hidden" name="id" value=id.to_string()/>
                    <input type="hidden" name="dissent" value=which.to_string()/>
                    <input type="hidden" name="version" value=version/>
                    <button class="button">{label}</button>
                </FormView>
            }
            .into_any()
        });
    }
    let reword = (signs && may_reword(one.signatures, one.own).is_ok()).then(|| {
        let href = paths::contribution_dissent_edit(id, which);
        view! { <a class="go" href=href>{words.t("dissents-reword")}</a> }
    });
    let form = rq.form(UnsignDissent::PATH).shown_at(paths::contribution(id));
    let label = words.t(if one.signatures == 1 { "dissents-withdraw" } else { "dissents-unsign" });
    Some(
        view! {
            <div class="acts">
                {reword}
                <FormView form=form class="one" summary=false>
                    <input type="hidden" name="id" value=id.to_string()/>
                    <input type="hidden" name="dissent" value=which.to_string()/>
                    <button class="button link">{label}</button>
                </FormView>
            </div>
        }
        .into_any(),
    )
}

/// `/contributions/{id}/opinion-minoritaire`
pub async fn new_dissent(rq: Request) -> PageResult {
    let id: ContributionId = rq.id("id")?;
    let draft = contributions::new_dissent(&rq.cx, id).await?;
    let form = rq.form(OpenDissent::PATH);
    Ok(written(&rq, &draft, &form, None))
}

/// `/contributions/{id}/opinions/{dissent}`
pub async fn dissent(rq: Request) -> PageResult {
    let id: ContributionId = rq.id("id")?;
    let which: DissentId = rq.id("dissent")?;
    let draft = contributions::dissent(&rq.cx, id, which).await?;
    let form = rq.form(RewordDissent::PATH);
    Ok(written(&rq, &draft, &form, Some(which)))
}

fn written(rq: &Request, draft: &DissentDraft, form: &Form, which: Option<DissentId>) -> Document {
    let words = rq.words.clone();
    let id = draft.head.facts.id;
    let title = words.t(if which.is_some() { "dissents-reword-title" } else { "dissents-new-title" });
    let [label, body, body_hint, name, back] =
        ["dissents-name", "dissents-body", "dissents-body-hint", "dissents-do", "contributions-edit-back"]
            .map(|key| words.t(key));
    let act = if which.is_some() { words.t("dissents-save") } else { name };
    let both = vec![
        Both::new(form, "title", label.clone(), &draft.form.title),
        Both::new(form, "body", body.clone(), &draft.form.body),
    ];
    let version = form.version(draft.version);
    let known = which.map(|which| {
        view! {
            <input type="hidden" name="dissent" value=which.to_string()/>
            <input type="hidden" name="version" value=version/>
        }
    });
    let fields = view! {
        <TextField form=form.clone() name="title" label=label value=draft.form.title.clone() optional=true autocomplete="off"/>
        <TextArea form=form.clone() name="body" label=body hint=body_hint value=draft.form.body.clone() rows=12 large=true/>
    };
    let page = view! {
        {deeper(rq, &draft.head, title.clone())}
        <div class="narrow stack">
            <p class="muted">{words.t("dissents-new-lead")}</p>
            <Meanwhile form=form.clone() fields=both/>
            <FormView form=form.clone()>
                <input type="hidden" name="id" value=id.to_string()/>
                {known}
                {fields}
                <p class="acts">
                    <button class="button main">{act}</button>
                    " "
                    <a class="go" href=paths::contribution(id)>{back}</a>
                </p>
            </FormView>
        </div>
    };
    Document::new(title, page).at(Place::Texts).unlisted()
}
