//! The toolbox: finding a method, reading its sheet, preparing a meeting with it, telling how it went.

pub mod actions;

#[cfg(feature = "ssr")]
pub mod agenda;
#[cfg(feature = "ssr")]
pub mod pages;
