//! Dossiers: made, filled, commented, put in order, read and taken away.

pub mod actions;

#[cfg(feature = "ssr")]
mod choose;
#[cfg(feature = "ssr")]
mod element;
#[cfg(feature = "ssr")]
mod fill;
#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
mod show;

#[cfg(feature = "ssr")]
pub use choose::choose;
#[cfg(feature = "ssr")]
pub use element::element;
#[cfg(feature = "ssr")]
pub use fill::fill;
#[cfg(feature = "ssr")]
pub(super) use list::{Reader, row};
#[cfg(feature = "ssr")]
pub use show::show;

/// What was just done to a dossier, told once after the redirection.
#[cfg(feature = "ssr")]
fn done(rq: &crate::request::Request) -> Option<leptos::prelude::AnyView> {
    use leptos::prelude::*;

    use crate::ui::{Notice, NoticeTone};

    const KNOWN: [&str; 5] = ["ressources", "ajoute", "ordre", "element", "retire"];
    match rq.query("fait")? {
        code if rq.refused().is_none() && KNOWN.contains(&code) => {
            let text = rq.words.t(&format!("dossiers-done-{code}"));
            Some(view! { <Notice tone=NoticeTone::Success><p>{text}</p></Notice> }.into_any())
        }
        _ => super::pages::done(rq),
    }
}
