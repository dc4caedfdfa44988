//! Home: for people signed in what is asked of them, for visitors who the council is.

pub mod actions;
#[cfg(feature = "ssr")]
pub(crate) mod asks;
#[cfg(feature = "ssr")]
pub mod pages;
