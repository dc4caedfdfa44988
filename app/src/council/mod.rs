//! The council's settings and words.

pub mod actions;
#[cfg(feature = "ssr")]
pub mod pages;
