//! The site itself: its statements (accessibility, personal data, legal notice) and the choice of a language.

pub mod actions;
#[cfg(feature = "ssr")]
pub mod criteria;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod rgaa;
