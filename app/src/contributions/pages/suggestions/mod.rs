//! The pages about suggestions: choosing a passage, proposing other words, reading and answering what was proposed.

mod card;
mod list;
mod marks;
mod one;
mod suggest;

pub use list::list;
pub(super) use marks::{beside, may_suggest};
pub use one::one;
pub use suggest::{copy, suggest};

use leptos::prelude::*;

use crate::{
    request::Request,
    ui::{Notice, NoticeTone},
};

/// What was just done, told once after the redirection.
fn done(rq: &Request) -> Option<AnyView> {
    const KNOWN: [&str; 7] =
        ["suggere", "suggere-plusieurs", "acceptee", "acceptee-tombees", "refusee", "reprise", "retiree"];
    let what = rq.query("fait").filter(|what| KNOWN.contains(what))?;
    let text = rq.words.t(&format!("suggestions-done-{what}"));
    Some(view! { <Notice tone=NoticeTone::Success><p>{text}</p></Notice> }.into_any())
}
