//! The pages of discussions: those of a group, one of them, one message, what is hidden.

mod list;
mod message;
mod moderation;
mod new;
mod part;
mod piece;
mod show;

pub use list::list;
pub use message::message;
pub use moderation::moderation;
pub use new::new;
pub use part::{about, part};
pub(crate) use piece::row;
pub use show::show;

use backend::contributions::GroupRef;
use leptos::prelude::*;

use crate::{
    paths,
    request::Request,
    ui::{Notice, NoticeTone},
    words::Words,
};

/// The way back from the pages of a group's discussions.
fn way_back(words: &Words, group: &GroupRef) -> Vec<(String, String)> {
    vec![(paths::GROUPS.to_owned(), words.t("menu-groups")), (paths::group(&group.slug), group.name.clone())]
}

/// The way back from a discussion.
fn way_back_to_all(words: &Words, group: &GroupRef) -> Vec<(String, String)> {
    let mut ancestors = way_back(words, group);
    ancestors.push((paths::discussions(&group.slug), words.t("discussions-title")));
    ancestors
}

/// What was just done, told once after the redirection.
fn done(rq: &Request) -> Option<AnyView> {
    const KNOWN: [&str; 10] = [
        "ouverte", "repondu", "modifie", "demande", "retire", "masque", "montre", "garde", "close",
        "rouverte",
    ];
    let what = rq.query("fait").filter(|what| KNOWN.contains(what))?;
    let text = rq.words.t(&format!("discussions-done-{what}"));
    Some(view! { <Notice tone=NoticeTone::Success><p>{text}</p></Notice> }.into_any())
}

/// The subject, or what stands for one that was hidden.
fn subject(words: &Words, subject: Option<&String>) -> String {
    subject.cloned().unwrap_or_else(|| words.t("discussions-subject-hidden"))
}
