//! Captions of sounds and films: under the player, and in the part where they are added.

pub mod actions;
#[cfg(feature = "ssr")]
mod part;

#[cfg(feature = "ssr")]
pub(in crate::library) use part::{Track, part, tracks, transcription};
