//! The library: folders, documents, their versions, the bin.

pub mod actions;
pub mod captions;
pub mod dossiers;
pub mod outside;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod report;
pub mod tags;
