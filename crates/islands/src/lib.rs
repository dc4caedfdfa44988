//! The islands of `app`, linked into what browsers download.
//!
//! A crate of its own, and `app` a plain library: cargo begins `server` as soon as it knows what `app` offers, and
//! nothing of the server is linked twice.
#![cfg(target_arch = "wasm32")]

pub use app::hydrate;
