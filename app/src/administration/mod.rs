//! What administrators and the chair look after: people, invitations, mails, journal.

pub mod actions;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod report;
