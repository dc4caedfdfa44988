//! Searching everything one may read: the page, what is found while typing, the key that leads to the field.

pub mod actions;
pub mod islands;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod parts;
