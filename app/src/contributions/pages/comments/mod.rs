//! The pages about comments: choosing a passage, saying something of it, reading and answering what is said.

mod aside;
mod card;
mod choose;
mod list;
mod message;
mod naming;
mod one;

pub(super) use aside::{aside, beside, may_comment};
pub use choose::choose;
pub use list::list;
pub use one::one;

use leptos::prelude::*;

use crate::request::Request;

/// What was just done, told once after the redirection.
fn done(rq: &Request) -> Option<AnyView> {
    const KNOWN: [(&str, &str); 8] = [
        ("commente", "comments-done-commente"),
        ("repondu", "comments-done-repondu"),
        ("resolu", "comments-done-resolu"),
        ("rouvert", "comments-done-rouvert"),
        ("modifie", "comments-done-modifie"),
        ("retire", "comments-done-retire"),
        ("masque", "comments-done-masque"),
        ("montre", "comments-done-montre"),
    ];
    crate::accounts::done(rq, &KNOWN).map(IntoAny::into_any)
}
