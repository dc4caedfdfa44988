//! The directory of the members, and a person's page.

#[cfg(feature = "ssr")]
pub mod pages;
