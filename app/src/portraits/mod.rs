//! Photos of people and pictures of groups: how they are shown, and the form that changes them.

pub mod actions;
#[cfg(feature = "ssr")]
pub mod face;
#[cfg(feature = "ssr")]
pub mod part;
