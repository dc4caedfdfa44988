//! Pages of the administration.

mod index;
mod invite;
mod journal;
mod mails;
mod mandates;
mod member;
mod members;
mod prolong;

pub use index::index;
pub use invite::invite;
pub use journal::journal;
pub(crate) use journal::{days, told_plainly};
pub use mails::{mail, mails};
pub use mandates::{end_mandates, mandates};
pub use member::member;
pub use members::members;
pub use prolong::prolong_mandates;

use domain::people::PersonState;
use leptos::prelude::*;

use crate::{paths, request::Request, ui::Breadcrumb, ui::State, words::Words};

/// The way back to the administration.
fn way_back(rq: &Request) -> impl IntoView + use<> {
    let ancestors = vec![(paths::ADMINISTRATION.to_owned(), rq.words.t("menu-administration"))];
    view! { <Breadcrumb rq=rq.clone() ancestors=ancestors/> }
}

/// The way back to the list of people.
fn way_back_to_members(rq: &Request) -> impl IntoView + use<> {
    let ancestors = vec![
        (paths::ADMINISTRATION.to_owned(), rq.words.t("menu-administration")),
        (paths::ADMINISTRATION_MEMBERS.to_owned(), rq.words.t("administration-members")),
    ];
    view! { <Breadcrumb rq=rq.clone() ancestors=ancestors/> }
}

/// Where an account stands.
fn account_state(w: &Words, state: PersonState) -> impl IntoView + use<> {
    view! { <State name=state.code() label=state_word(w, state)/> }
}

fn state_word(w: &Words, state: PersonState) -> String {
    w.t(&format!("administration-state-{}", state.code()))
}
