//! The site itself: its statements (accessibility, personal data, legal notice) and the choice of a language.

pub mod actions;
#[cfg(feature = "ssr")]
pub mod criteria;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod rgaa;

/// The name of what keeps the language that a visitor chose: over https, one that no other site of the domain can write.
#[cfg(feature = "ssr")]
pub fn language_cookie(https: bool) -> &'static str {
    if https { "__Host-langue" } else { "langue" }
}
