//! The public site: what a visitor reads first.

#[cfg(feature = "ssr")]
pub mod pages;
