//! `/contributions/{id}/suggestions/{suggestion}`: one suggestion, to answer it or to take it back.

use backend::contributions::{
    Head,
    suggestions::{self, Passage, SuggestionView},
};
use domain::{
    contributions::{Answer, Place as Where, SuggestionState},
    ids::ContributionId,
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{
    super::way_back,
    card::{Acts, Rights, card},
};
use crate::{
    contributions::{
        actions::{AnswerSuggestion, WithdrawSuggestion},
        parts,
    },
    paths,
    request::Request,
    ui::{Breadcrumb, Document, FormView, Icon, PageResult, Place, TextArea},
};

/// `/contributions/{id}/suggestions/{suggestion}`
pub async fn one(rq: Request) -> PageResult {
    let id: ContributionId = rq.id("id")?;
    let (head, passage, view) = suggestions::suggestion(&rq.cx, id, rq.id("suggestion")?).await?;
    let words = rq.words.clone();
    let title = say!(words, "suggestions-by", name = view.by.clone());
    let rights = Rights::of(&rq, &head);
    let open = view.state == SuggestionState::Open;
    let mut ancestors = way_back(&rq, head.group.as_ref());
    ancestors.push((paths::contribution(id), head.title.clone()));
    ancestors.push((paths::suggestions(id), words.t("suggestions-title")));
    let page = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head"><h1>{title.clone()}</h1></header>
        <div class="narrow stack">
            {in_place(&rq, &passage)}
            {card(&rq, &head, &view, rights, Acts::Beside)}
            {(open && rights.answers).then(|| answer(&rq, id, &view))}
            {(open && rights.suggests && view.own).then(|| own(&rq, id, &view))}
            {(open && rights.suggests).then(|| counter(&rq, id, &view))}
            {beside(&rq, &head, &passage, rights)}
        </div>
    };
    Ok(Document::new(title, page).at(Place::Texts).unlisted())
}

/// The paragraph it is about.
fn in_place(rq: &Request, passage: &Passage) -> Option<AnyView> {
    if passage.spans.is_empty() {
        return None;
    }
    let words = &rq.words;
    let place = passage.section.as_ref().map(|section| {
        view! { <p class="muted">{say!(words, "suggestions-under", section = section.clone())}</p> }
    });
    let spans = parts::spans(words, &passage.spans);
    Some(
        view! {
            <div class="passages">
                {place}
                <p class="source" lang=words.council_language()>{spans}</p>
            </div>
        }
        .into_any(),
    )
}

fn hidden(id: ContributionId, view: &SuggestionView) -> AnyView {
    let [text, which, version] = [id.to_string(), view.id.to_string(), view.version.to_string()];
    view! {
        <input type="hidden" name="id" value=text/>
        <input type="hidden" name="suggestion" value=which/>
        <input type="hidden" name="version" value=version/>
    }
    .into_any()
}

/// One field, and the two answers.
fn answer(rq: &Request, id: ContributionId, view: &SuggestionView) -> AnyView {
    let words = &rq.words;
    let form = rq.form(AnswerSuggestion::PATH).shown_at(paths::suggestion(id, view.id));
    let [title, label, hint, accept, refuse] = [
        "suggestions-answer-title",
        "suggestions-answer-label",
        "suggestions-answer-hint",
        "suggestions-accept",
        "suggestions-refuse",
    ]
    .map(|key| words.t(key));
    let field = view! { <TextArea form=form.clone() name="reason" label=label hint=hint optional=true/> };
    let accept = (view.place == Where::Here).then(|| {
        view! {
            <button class="button main" name="answer" value=Answer::Accept.code()>
                <Icon name="done"/>" "{accept}
            </button>
            " "
        }
    });
    let fields = hidden(id, view);
    view! {
        <section class="part" id="repondre" aria-labelledby="t-repondre">
            <header><h2 id="t-repondre">{title}</h2></header>
            <FormView form=form>
                {fields}
                {field}
                <p class="acts">
                    {accept}
                    <button class="button" name="answer" value=Answer::Refuse.code()>
                        <Icon name="refused"/>" "{refuse}
                    </button>
                </p>
            </FormView>
        </section>
    }
    .into_any()
}

/// What its author may do with it.
fn own(rq: &Request, id: ContributionId, view: &SuggestionView) -> AnyView {
    let words = &rq.words;
    let form = rq.form(WithdrawSuggestion::PATH).shown_at(paths::suggestion(id, view.id));
    let [title, reword, lead, withdraw] =
        ["suggestions-own-title", "suggestions-reword", "suggestions-withdraw-lead", "suggestions-withdraw"]
            .map(|key| words.t(key));
    let fields = hidden(id, view);
    let again = paths::suggest_again(id, view.id);
    view! {
        <section class="part" aria-labelledby="la-votre">
            <header><h2 id="la-votre">{title}</h2></header>
            <p><a class="go" href=again>{reword}</a></p>
            <p class="muted">{lead}</p>
            <FormView form=form>
                {fields}
                <p class="acts"><button class="button">{withdraw}</button></p>
            </FormView>
        </section>
    }
    .into_any()
}

fn counter(rq: &Request, id: ContributionId, view: &SuggestionView) -> AnyView {
    let href = paths::counter_proposal(id, view.id);
    view! { <p><a class="go" href=href>{rq.words.t("suggestions-counter")}</a></p> }.into_any()
}

/// The others on the same words.
fn beside(rq: &Request, head: &Head, passage: &Passage, rights: Rights) -> Option<AnyView> {
    if passage.suggestions.is_empty() {
        return None;
    }
    let words = &rq.words;
    let cards =
        passage.suggestions.iter().map(|view| card(rq, head, view, rights, Acts::Elsewhere)).collect_view();
    Some(
        view! {
            <section class="part" aria-labelledby="les-autres">
                <header><h2 id="les-autres">{words.t("suggestions-same-passage")}</h2></header>
                <div class="stack">{cards}</div>
            </section>
        }
        .into_any(),
    )
}
