//! Delegations: giving one's role for a time, answering, ending it, and where it is seen.

pub mod actions;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub(crate) mod part;
