//! Reports: reporting something, deciding, appealing.

pub mod actions;
#[cfg(feature = "ssr")]
pub mod pages;
