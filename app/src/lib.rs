//! What one sees and clicks: pages, islands, actions, and every sentence of Préau.
//!
//! Pages are rendered on the server only: `pages`, [`router`] and the catalogue of words do not exist in the browser
//! build, which holds the islands and nothing else. Reading order: [`paths`] (addresses), [`router`] (every page on
//! one screen), [`ui`] (what pages are made of), then one folder per noun, each with `pages` (fetch, then view),
//! `actions` (server functions, thin) and `islands` (what improves a page that already works).
#![recursion_limit = "256"]

pub mod error;
pub mod paths;

#[cfg(feature = "ssr")]
pub mod action;
#[cfg(feature = "ssr")]
pub mod mail;
#[cfg(feature = "ssr")]
pub mod request;
#[cfg(feature = "ssr")]
pub mod router;
#[cfg(feature = "ssr")]
pub mod session;
#[cfg(feature = "ssr")]
#[macro_use]
pub mod words;
#[cfg(feature = "ssr")]
pub mod ui;

#[cfg(feature = "hydrate")]
mod typing;

pub mod accounts;
pub mod administration;
pub mod api;
pub mod backups;
pub mod behalf;
pub mod charter;
pub mod contributions;
pub mod council;
pub mod declarations;
pub mod delegations;
pub mod discussions;
pub mod feed;
pub mod groups;
pub mod handovers;
pub mod home;
pub mod installation;
pub mod journal;
pub mod library;
pub mod moderation;
pub mod open_archive;
pub mod people;
pub mod personal_data;
pub mod polls;
pub mod portraits;
pub mod printing;
pub mod public;
pub mod publications;
pub mod reminders;
pub mod search;
pub mod site;
pub mod webhooks;

pub mod glossary;
pub mod toolbox;
pub mod tutorials;
pub mod welcome;

/// Wakes the islands of the page.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}
