//! Groups: their list, their page, their people, their settings.

pub mod actions;
pub mod islands;
#[cfg(feature = "ssr")]
pub mod pages;
