//! What is not a page: actions, health, frozen texts, the feed.

pub mod action;
pub mod health;
pub mod publications;

use axum::{Router, routing::get};

use crate::web::AppState;

/// The addresses of [`downloads`], for the table of who gets what.
pub const DOWNLOADS: [&str; 3] =
    ["/publications.atom", "/publications/{number}.md", "/publications/{number}/versions/{edition}.md"];

/// Files made from what the database holds: frozen texts, feeds.
pub fn downloads(state: &AppState) -> Router {
    Router::new()
        .route("/publications.atom", get(publications::feed))
        // The router knows no address such as `{number}.md`: this one hands the others back to the pages.
        .route("/publications/{name}", get(publications::source))
        .route("/publications/{number}/versions/{name}", get(publications::edition_source))
        .with_state(state.clone())
}
