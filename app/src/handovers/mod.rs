//! Handing over a task in one screen: running a group, or presiding.

pub mod actions;
#[cfg(feature = "ssr")]
pub mod pages;
