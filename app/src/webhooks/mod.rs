//! Telling another program: adding a webhook, stopping it, seeing what was sent.

pub mod actions;
#[cfg(feature = "ssr")]
pub mod pages;
