//! Discussions: those of a group, one of them, one message, what is hidden.

pub mod actions;
pub mod islands;
#[cfg(feature = "ssr")]
pub mod pages;
