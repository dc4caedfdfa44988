//! Texts as documents: what each says, where one downloads it, what is read while it is made.

#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod parts;
#[cfg(feature = "ssr")]
pub mod proof;
