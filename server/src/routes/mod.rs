//! What is not a page: actions, health.

pub mod action;
pub mod health;

use axum::Router;

use crate::web::AppState;

/// The addresses of [`downloads`], for the table of who gets what.
pub const DOWNLOADS: [&str; 0] = [];

/// Files made from what the database holds: frozen texts, feeds.
pub fn downloads(_state: &AppState) -> Router {
    Router::new()
}
