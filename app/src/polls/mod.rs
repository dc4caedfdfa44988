//! Polls: putting a question to the council, voting, and what was decided.

pub mod actions;
#[cfg(feature = "ssr")]
pub mod pages;
