//! The journal beside its list: whether it is whole, how long it is kept, and what concerns each person.

pub mod actions;
#[cfg(feature = "ssr")]
pub mod pages;
