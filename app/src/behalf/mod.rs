//! Taking part on paper: what the staff note and do on behalf of somebody, and what that person sees of it.

pub mod actions;
#[cfg(feature = "ssr")]
pub(crate) mod mail;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub(crate) mod part;
#[cfg(feature = "ssr")]
mod sheet;

/// On behalf of whom a form was filled in, by the address that it was posted to.
#[cfg(feature = "ssr")]
pub fn filled_in_for(posted_to: &http::Uri) -> Option<domain::ids::ActingId> {
    let query = crate::request::pairs(posted_to.query()?.as_bytes());
    let (_, acting) = query.into_iter().find(|(name, _)| name == crate::paths::FILLED_IN_FOR)?;
    acting.parse().ok()
}
