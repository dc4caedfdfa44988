//! The framing texts: reading them, preparing their versions, following what changed.

pub mod actions;
pub mod amending;

#[cfg(feature = "ssr")]
pub mod booklet;
#[cfg(feature = "ssr")]
pub mod pages;
