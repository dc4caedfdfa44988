//! The glossary of acronyms: its page, its entries, and what a text shows of it.

pub mod actions;

#[cfg(feature = "ssr")]
pub mod marks;
#[cfg(feature = "ssr")]
pub mod pages;
