//! Pages about personal data.

mod erase;
mod keeping;
mod mine;
mod public;
mod register;

pub use erase::erase;
pub use keeping::keeping;
pub use mine::mine;
pub use public::public;
pub use register::register;

use domain::personal_data::{Kept, Processing, Responsible};
use leptos::prelude::*;

use crate::words::Words;

/// Something said of a processing.
fn said(w: &Words, processing: Processing, what: &str) -> String {
    w.t(&format!("personal-data-of-{}-{what}", processing.code()))
}

/// What goes after a time.
fn kept(w: &Words, kept: Kept) -> String {
    w.t(&format!("personal-data-kept-{}", kept.code()))
}

/// So many days, in the words of the calendar.
fn days(w: &Words, days: u32) -> String {
    match days {
        days if days >= 365 && days % 365 == 0 => say!(w, "personal-data-years", count = days / 365),
        days if days >= 60 && days % 30 == 0 => say!(w, "personal-data-months", count = days / 30),
        days => say!(w, "personal-data-days", count = days),
    }
}

/// Who answers for the data, and the officer who is asked about it; what is not said is not there.
fn who_answers(w: &Words, who: &Responsible) -> Option<AnyView> {
    let one = |key: &str, name: &str, contact: &str| {
        let contact = contact.lines().map(|line| view! { <br/>{line.to_owned()} }).collect_view();
        (!name.is_empty()).then(|| view! { <dt>{w.t(key)}</dt><dd>{name.to_owned()}{contact}</dd> })
    };
    let (responsible, officer) = (
        one("personal-data-responsible", &who.responsible, &who.contact),
        one("personal-data-officer", &who.officer, &who.officer_contact),
    );
    let any = responsible.is_some() || officer.is_some();
    any.then(|| view! { <dl class="facts-list tall">{responsible}{officer}</dl> }.into_any())
}
