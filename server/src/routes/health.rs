//! Whether the process lives, and whether it can work.

use axum::{extract::State, http::StatusCode};
use backend::Backend;

/// The process lives.
pub async fn alive() -> &'static str {
    "ok\n"
}

/// The database answers with the schema that this program expects.
pub async fn ready(State(backend): State<Backend>) -> (StatusCode, &'static str) {
    match backend.db().is_current().await {
        Ok(true) => (StatusCode::OK, "ready\n"),
        Ok(false) => (StatusCode::SERVICE_UNAVAILABLE, "the database needs `preau migrate`\n"),
        Err(error) => {
            tracing::error!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
    }
}
