//! Mails about what the council waits for: what they say, and the choice of having none.

pub mod actions;

#[cfg(feature = "ssr")]
pub(crate) mod mail;
#[cfg(feature = "ssr")]
pub(crate) mod part;
