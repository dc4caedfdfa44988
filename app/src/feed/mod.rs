//! The news feed: of one group, and of all those one reads.

#[cfg(feature = "ssr")]
pub(crate) mod line;
#[cfg(feature = "ssr")]
pub mod pages;
