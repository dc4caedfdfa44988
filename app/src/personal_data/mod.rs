//! Personal data: the register of what is kept, a copy of one's own data, erasing somebody.

pub mod actions;
#[cfg(feature = "ssr")]
pub mod archive;
#[cfg(feature = "ssr")]
pub mod pages;
