//! Accounts: signing in and out, invitations, passwords, codes, passkeys, addresses, one's own account.

pub mod actions;
#[cfg(feature = "ssr")]
pub mod browser;
#[cfg(feature = "ssr")]
mod code_field;
pub mod islands;
#[cfg(feature = "ssr")]
pub mod mail;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
mod passkey_form;
#[cfg(feature = "ssr")]
pub mod password_field;
pub mod providers;
pub mod ways;

/// What is shown once after a change, from the `fait` of the address that the change leads to.
#[cfg(feature = "ssr")]
pub fn done(
    rq: &crate::request::Request,
    sentences: &[(&str, &str)],
) -> Option<impl leptos::IntoView + use<>> {
    use crate::ui::{Notice, NoticeTone};
    use leptos::prelude::*;

    let code = rq.query("fait")?;
    // A form refused on that page speaks of itself.
    let said = sentences.iter().find(|(known, _)| *known == code && rq.refused().is_none())?.1;
    let said = rq.of_mails(said, &crate::words::Values::new());
    Some(view! { <Notice tone=NoticeTone::Success><p>{said}</p></Notice> })
}
