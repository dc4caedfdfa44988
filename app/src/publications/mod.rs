//! Publications: what the council adopted, as anyone reads and cites it.

#[cfg(feature = "ssr")]
pub mod feed;
#[cfg(feature = "ssr")]
mod notices;
#[cfg(feature = "ssr")]
pub mod pages;
