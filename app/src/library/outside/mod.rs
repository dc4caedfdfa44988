//! Links for people outside: made and followed by those who share, used by people without an account.

pub mod actions;

#[cfg(feature = "ssr")]
mod deposit_box;
#[cfg(feature = "ssr")]
mod dossier;
#[cfg(feature = "ssr")]
mod links;
#[cfg(feature = "ssr")]
mod shared;

#[cfg(feature = "ssr")]
pub use deposit_box::deposit_box;
#[cfg(feature = "ssr")]
pub use links::links;
#[cfg(feature = "ssr")]
pub use shared::{shared, text};
