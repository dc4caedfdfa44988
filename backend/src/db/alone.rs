//! Whether anybody else uses a database: before it is replaced.

use std::{path::PathBuf, time::Duration};

use sea_orm::{ConnectOptions, ConnectionTrait, Database, DbBackend, Statement};

use crate::error::Result;

/// The file of an embedded database.
pub fn file_of(url: &str) -> Option<PathBuf> {
    let path = url.strip_prefix("sqlite:")?;
    let path = path.strip_prefix("//").unwrap_or(path);
    let path = path.split('?').next().unwrap_or_default();
    (!path.is_empty() && path != ":memory:").then(|| PathBuf::from(path))
}

/// Whether no other program is connected to this database. An embedded one is then whole in its file, without a log
/// beside it.
///
/// # Errors
/// The database cannot be reached.
pub async fn is_alone(url: &str) -> Result<bool> {
    if file_of(url).is_some_and(|file| !file.exists()) {
        return Ok(true);
    }
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(1)
        .sqlx_logging(false)
        .acquire_timeout(Duration::from_secs(10))
        .map_sqlx_sqlite_opts(|options| options.busy_timeout(Duration::from_millis(500)));
    let db = Database::connect(options).await?;
    let alone = match db.get_database_backend() {
        DbBackend::Postgres => {
            let others = "SELECT COUNT(*) AS n FROM pg_stat_activity WHERE datname = current_database() \
                 AND pid <> pg_backend_pid() AND backend_type = 'client backend'";
            let row = db.query_one_raw(Statement::from_string(DbBackend::Postgres, others)).await?;
            row.map(|row| row.try_get::<i64>("", "n")).transpose()? == Some(0)
        }
        // Leaving the log needs the file for oneself: it is refused while anybody has it open.
        engine => {
            let asked = Statement::from_string(engine, "PRAGMA journal_mode = DELETE");
            match db.query_one_raw(asked).await {
                Ok(row) => {
                    row.map(|row| row.try_get_by_index::<String>(0)).transpose()?.as_deref() == Some("delete")
                }
                Err(error) if error.to_string().contains("locked") => false,
                Err(error) => return Err(error.into()),
            }
        }
    };
    db.close().await?;
    Ok(alone)
}
