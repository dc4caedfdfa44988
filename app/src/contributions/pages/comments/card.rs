//! A comment among others: its words, what is said, the way to answer.

use backend::contributions::{Head, comments::CommentView};
use domain::contributions::{CommentState, Place};
use leptos::prelude::*;

use super::message::{Level, message};
use crate::{
    paths,
    request::Request,
    ui::{Icon, State},
    words::Words,
};

/// The name of a comment: its number, or who began it.
pub fn title(words: &Words, comment: &CommentView) -> String {
    match comment.number {
        Some(number) => say!(words, "comments-numbered", number = number, name = comment.by.clone()),
        None => say!(words, "comments-by", name = comment.by.clone()),
    }
}

/// What became of its words, and how it was resolved.
pub fn standing(words: &Words, comment: &CommentView) -> AnyView {
    let key = match comment.place {
        Place::Here => None,
        Place::Changed => Some("comments-words-changed"),
        Place::Gone => Some("comments-words-gone"),
    };
    let place = key.map(|key| view! { <p><Icon name="warning"/>" "{words.t(key)}</p> });
    let resolved = (comment.state == CommentState::Resolved).then(|| {
        let told = comment.settled.as_ref().map(|settled| {
            say!(words, "comments-resolved-by", name = settled.by.clone(), moment = words.moment(settled.at))
        });
        let label = words.t("comments-resolved");
        view! { <p><State name="done" label=label/>" "<span class="muted">{told}</span></p> }
    });
    view! { {place}{resolved} }.into_any()
}

/// The words it is about.
pub fn quoted(words: &Words, comment: &CommentView) -> AnyView {
    let text = say!(words, "comments-about", words = comment.words.clone());
    let was = (comment.place != Place::Here).then(|| view! { <p>{words.t("comments-was-about")}</p> });
    let under = comment
        .section
        .as_ref()
        .map(|section| view! { <p>{say!(words, "suggestions-under", section = section.clone())}</p> });
    view! { <div class="quoted">{under}{was}<blockquote lang=words.council_language()>{text}</blockquote></div> }.into_any()
}

/// The comment, in a list.
pub fn card(rq: &Request, head: &Head, comment: &CommentView) -> AnyView {
    let words = &rq.words;
    let id = head.facts.id;
    let title_id = format!("c-{}", comment.id);
    let said = comment.messages.iter().map(|said| message(words, said, Level::Third)).collect_view();
    let act = if comment.answers { "comments-answer-go" } else { "comments-open" };
    let label = words.t(act);
    let back = comment.number.map(|_| {
        let href = format!("{}#passage-{}", paths::contribution(id), comment.id);
        let described = title_id.clone();
        view! { " "<a class="go" href=href aria-describedby=described>{words.t("comments-to-passage")}</a> }
    });
    let href = paths::comment(id, comment.id);
    let [described, labelled_by] = [title_id.clone(), title_id.clone()];
    view! {
        <article class="talk" id=format!("commentaire-{}", comment.id) aria-labelledby=labelled_by>
            <h2 id=title_id><Icon name="comment"/>" "{title(words, comment)}</h2>
            {quoted(words, comment)}
            {standing(words, comment)}
            {said}
            <p class="acts no-print"><a class="go" href=href aria-describedby=described>{label}</a>{back}</p>
        </article>
    }
    .into_any()
}
