//! The first page of an empty installation.

pub mod actions;
#[cfg(feature = "ssr")]
pub mod pages;
