//! Whether the process lives, and whether it can work.

use axum::{extract::State, http::StatusCode};
use backend::Backend;

/// The process lives.
pub async fn alive() -> &'static str {
    "ok\n"
}

/// Whether it can work: the database answers, with the schema that this program expects; the file store answers; nobody
/// asked it to stop. A line each, for who looks after the installation: the details are in the log.
pub async fn ready(State(backend): State<Backend>) -> (StatusCode, String) {
    let (database, migrations) = match backend.db().is_current().await {
        Ok(true) => ("ok", "ok"),
        Ok(false) => ("ok", "needs `preau migrate`"),
        Err(error) => {
            tracing::error!(%error, "not ready");
            ("does not answer", "unknown")
        }
    };
    let files = match backend.files().answers().await {
        Ok(()) => "ok",
        Err(error) => {
            tracing::error!(%error, "not ready");
            "do not answer"
        }
    };
    let program = if backend.is_stopping() { "stopping" } else { "ok" };
    let ready = [database, migrations, files, program].iter().all(|said| *said == "ok");
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let said =
        format!("database: {database}\nmigrations: {migrations}\nfiles: {files}\nprogram: {program}\n");
    (status, said)
}
