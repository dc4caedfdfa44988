//! `/contributions/{id}/suggestions`: all that is suggested, in the order of the text, and what was answered.

use backend::contributions::suggestions::{self, Passage, SuggestionsView};
use domain::ids::ContributionId;
use leptos::prelude::*;

use super::{
    super::deeper,
    card::{Acts, Rights, card},
    done,
    marks::suggest_button,
};
use crate::{
    contributions::parts,
    paths,
    request::Request,
    ui::{Document, Notice, NoticeTone, PageResult, Place},
};

/// `/contributions/{id}/suggestions`
pub async fn list(rq: Request) -> PageResult {
    let id: ContributionId = rq.id("id")?;
    let read = suggestions::suggestions(&rq.cx, id).await?;
    let words = rq.words.clone();
    let title = words.t("suggestions-title");
    let writable = read.head.facts.state.is_writable();
    let rights = Rights::of(&rq, &read.head);
    let suggest = rights.suggests.then(|| suggest_button(&words, id));
    let frozen = (!writable && (!read.passages.is_empty() || !read.lost.is_empty())).then(|| {
        let text = words.t("suggestions-frozen");
        view! { <Notice tone=NoticeTone::Info><p>{text}</p></Notice> }
    });
    let view = view! {
        {deeper(&rq, &read.head, title.clone())}
        {done(&rq)}
        <p class="lead">{words.t("suggestions-lead")}</p>
        <div class="acts no-print">
            {suggest}" "<a class="go" href=paths::contribution(id)>{words.t("suggestions-read-text")}</a>
        </div>
        {frozen}
        {waiting(&rq, &read, rights)}
        {lost(&rq, &read, rights)}
        {settled(&rq, &read, rights)}
    };
    Ok(Document::new(title, view).at(Place::Texts).unlisted())
}

fn waiting(rq: &Request, read: &SuggestionsView, rights: Rights) -> AnyView {
    let words = &rq.words;
    let title = words.t("suggestions-waiting");
    let content = if read.passages.is_empty() {
        view! { <p class="muted">{words.t("suggestions-none")}</p> }.into_any()
    } else {
        let passages = read.passages.iter().enumerate();
        let passages = passages.map(|(index, passage)| one_passage(rq, read, (index + 1, passage), rights));
        view! { <ol class="passages">{passages.collect_view()}</ol> }.into_any()
    };
    view! {
        <section class="part" aria-labelledby="en-attente">
            <header><h2 id="en-attente">{title}</h2></header>
            {content}
        </section>
    }
    .into_any()
}

/// A paragraph with the words that would go and come, then who suggests them.
fn one_passage(
    rq: &Request,
    read: &SuggestionsView,
    (number, passage): (usize, &Passage),
    rights: Rights,
) -> AnyView {
    let words = &rq.words;
    let place = match &passage.section {
        Some(section) => say!(words, "suggestions-passage-in", number = number, section = section.clone()),
        None => say!(words, "suggestions-passage", number = number),
    };
    let cards = passage.suggestions.iter().map(|view| card(rq, &read.head, view, rights, Acts::Here));
    view! {
        <li class="stack" id=format!("passage-{number}")>
            <p class="muted">{place}</p>
            <p class="source" lang=words.council_language()>{parts::spans(words, &passage.spans)}</p>
            {cards.collect_view()}
        </li>
    }
    .into_any()
}

fn lost(rq: &Request, read: &SuggestionsView, rights: Rights) -> Option<AnyView> {
    if read.lost.is_empty() {
        return None;
    }
    let words = &rq.words;
    let cards = read.lost.iter().map(|view| card(rq, &read.head, view, rights, Acts::Here)).collect_view();
    Some(
        view! {
            <section class="part" aria-labelledby="sans-place">
                <header><h2 id="sans-place">{words.t("suggestions-lost")}</h2></header>
                <p class="muted">{words.t("suggestions-lost-lead")}</p>
                <div class="stack">{cards}</div>
            </section>
        }
        .into_any(),
    )
}

fn settled(rq: &Request, read: &SuggestionsView, rights: Rights) -> Option<AnyView> {
    if read.settled.is_empty() {
        return None;
    }
    let words = &rq.words;
    let cards =
        read.settled.iter().map(|view| card(rq, &read.head, view, rights, Acts::Elsewhere)).collect_view();
    Some(
        view! {
            <section class="part" aria-labelledby="repondues">
                <header><h2 id="repondues">{words.t("suggestions-settled-title")}</h2></header>
                <div class="stack">{cards}</div>
            </section>
        }
        .into_any(),
    )
}
