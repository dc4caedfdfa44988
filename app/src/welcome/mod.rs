//! The first steps of a new member, on screen and on paper, and who accompanies them.

pub mod actions;

#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod part;
