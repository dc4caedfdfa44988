//! Home: for people signed in what is asked of them, for visitors who the council is.

#[cfg(feature = "ssr")]
mod news;
#[cfg(feature = "ssr")]
pub mod pages;
