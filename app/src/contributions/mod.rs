//! Texts: listed, written, reviewed, compared, adopted.

pub mod actions;
pub mod islands;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub(crate) mod parts;
