//! The framing texts: reading them, preparing their versions, following what changed.

pub mod actions;

#[cfg(feature = "ssr")]
pub mod pages;
