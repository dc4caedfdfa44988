//! Declarations: declaring a conflict of interest or standing back, ending it, and where it is seen.

pub mod actions;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub(crate) mod part;
