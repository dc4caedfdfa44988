//! `/contributions/{id}/commentaires`: all that is said of the passages of a text, one after the other.

use backend::{
    PageNumber,
    contributions::comments::{self, CommentView, CommentsView},
};
use domain::{
    contributions::{CommentState, Place as Where},
    ids::ContributionId,
};
use leptos::prelude::*;

use super::{super::deeper, aside::comment_button, card::card, done};
use crate::{
    paths,
    request::Request,
    ui::{Document, Notice, NoticeTone, PageResult, Pager, Place},
};

/// `/contributions/{id}/commentaires`
pub async fn list(rq: Request) -> PageResult {
    let id: ContributionId = rq.id("id")?;
    let number = PageNumber::parse(rq.query("page"));
    let read = comments::comments(&rq.cx, id, number).await?;
    let words = rq.words.clone();
    let title = words.t("comments-title");
    let button = read.comments_too.then(|| comment_button(&words, id));
    let frozen = (read.head.facts.state.is_frozen() && read.comments.total > 0).then(|| {
        let text = words.t("comments-frozen");
        view! { <Notice tone=NoticeTone::Info><p>{text}</p></Notice> }
    });
    let lead = match read.open {
        0 => words.t("comments-none"),
        open => say!(words, "comments-open-count", count = open),
    };
    let here = |c: &CommentView| c.state == CommentState::Open && c.place != Where::Gone;
    let gone = |c: &CommentView| c.state == CommentState::Open && c.place == Where::Gone;
    let resolved = cards(&rq, &read, |c| c.state == CommentState::Resolved);
    let resolved = (!resolved.is_empty()).then(|| {
        let label = say!(words, "comments-resolved-count", count = resolved.len());
        view! {
            <details class="unfold" id="resolus">
                <summary class="button quiet">{label}</summary>
                <div class="stack">{resolved}</div>
            </details>
        }
    });
    let lost = cards(&rq, &read, gone);
    let lost = (!lost.is_empty()).then(|| {
        view! {
            <section class="part" aria-labelledby="sans-place">
                <header><h2 id="sans-place">{words.t("comments-lost")}</h2></header>
                <p class="muted">{words.t("comments-lost-lead")}</p>
                <div class="stack">{lost}</div>
            </section>
        }
    });
    let pages = read.comments.pages();
    let view = view! {
        {deeper(&rq, &read.head, title.clone())}
        {done(&rq)}
        <p class="lead">{lead}</p>
        <div class="acts no-print">
            {button}" "<a class="go" href=paths::contribution(id)>{words.t("suggestions-read-text")}</a>
        </div>
        {frozen}
        <div class="stack narrow">
            {cards(&rq, &read, here)}
            {lost}
            {resolved}
        </div>
        <Pager rq=rq.clone() number=number.get() pages=pages/>
    };
    Ok(Document::new(title, view).at(Place::Texts).unlisted())
}

fn cards(rq: &Request, read: &CommentsView, which: impl Fn(&CommentView) -> bool) -> Vec<AnyView> {
    let chosen = read.comments.rows.iter().filter(|comment| which(comment));
    chosen.map(|comment| card(rq, &read.head, comment)).collect()
}
