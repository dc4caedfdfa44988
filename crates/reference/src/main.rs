//! What the machine could do at best, to compare Préau with: handlers that do one thing, on the
//! same web server and the same database driver. `tools/bench.mjs` drives it.
//!
//!     reference --listen 127.0.0.1:4000 --bytes page.html --database FILE --texts FOLDER
//!     reference --database FILE --commits
//!
//! The first serves `/bytes` (a page from memory), `/row/{id}` (one text by its key) and
//! `/search?q=` (bare full-text search); the second prints how many durable commits of 8 kB a
//! second the disk takes.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use axum::{
    Router,
    extract::{self, Query, State},
    http::StatusCode,
    response::Html,
    routing::get,
};
use bytes::Bytes;
use clap::Parser;
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement, Value,
    sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous},
};
use serde::Deserialize;

#[derive(Parser)]
struct Arguments {
    /// Where to serve the references.
    #[arg(long, default_value = "127.0.0.1:4000")]
    listen: String,
    /// A new SQLite database.
    #[arg(long)]
    database: PathBuf,
    /// The page to serve from memory.
    #[arg(long)]
    bytes: Option<PathBuf>,
    /// A folder of texts, for the rows and the search.
    #[arg(long)]
    texts: Option<PathBuf>,
    /// Measure durable commits instead of serving.
    #[arg(long)]
    commits: bool,
}

#[tokio::main]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let db = open(&arguments.database).await?;
    if arguments.commits {
        println!("{:.0}", commits_per_second(&db).await?);
        return Ok(());
    }
    if let Some(folder) = &arguments.texts {
        fill(&db, folder).await?;
    }
    let bytes = arguments.bytes.map(fs::read).transpose()?.unwrap_or_default();
    let routes = Router::new()
        .route("/bytes", get(move || std::future::ready(Html(Bytes::from(bytes.clone())))))
        .route("/row/{id}", get(row))
        .route("/search", get(search))
        .with_state(db);
    let listener = tokio::net::TcpListener::bind(&arguments.listen).await?;
    axum::serve(listener, routes).await?;
    Ok(())
}

async fn open(file: &Path) -> Result<DatabaseConnection> {
    let mut options = ConnectOptions::new(format!("sqlite://{}?mode=rwc", file.display()));
    options.max_connections(8).sqlx_logging(false).test_before_acquire(false);
    options.map_sqlx_sqlite_opts(|options| {
        options
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(5))
    });
    Database::connect(options).await.with_context(|| format!("cannot open {}", file.display()))
}

fn sql(text: &str, values: impl IntoIterator<Item = Value>) -> Statement {
    Statement::from_sql_and_values(DbBackend::Sqlite, text, values)
}

async fn fill(db: &DatabaseConnection, folder: &Path) -> Result<()> {
    db.execute_unprepared("CREATE TABLE text (id INTEGER PRIMARY KEY, body TEXT NOT NULL)").await?;
    db.execute_unprepared(
        "CREATE VIRTUAL TABLE word USING fts5(body, tokenize = 'unicode61 remove_diacritics 2')",
    )
    .await?;
    let mut files: Vec<_> =
        fs::read_dir(folder)?.map(|file| file.map(|file| file.path())).collect::<Result<_, _>>()?;
    files.sort();
    for file in files {
        let body = fs::read_to_string(&file)?;
        db.execute_raw(sql("INSERT INTO text (body) VALUES (?)", [body.clone().into()])).await?;
        db.execute_raw(sql("INSERT INTO word (body) VALUES (?)", [body.into()])).await?;
    }
    Ok(())
}

async fn row(
    State(db): State<DatabaseConnection>,
    extract::Path(id): extract::Path<i64>,
) -> Result<String, StatusCode> {
    let row = db
        .query_one_raw(sql("SELECT body FROM text WHERE id = ?", [id.into()]))
        .await
        .map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?
        .ok_or(StatusCode::NOT_FOUND)?;
    row.try_get("", "body").map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
}

#[derive(Deserialize)]
struct Search {
    q: String,
}

async fn search(
    State(db): State<DatabaseConnection>,
    Query(search): Query<Search>,
) -> Result<String, StatusCode> {
    let rows = db
        .query_all_raw(sql(
            "SELECT snippet(word, 0, '<mark>', '</mark>', '…', 32) AS found FROM word \
             WHERE word MATCH ? ORDER BY bm25(word) LIMIT 20",
            [search.q.into()],
        ))
        .await
        .map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    let found: Result<Vec<String>, _> = rows.iter().map(|row| row.try_get("", "found")).collect();
    found.map(|found| found.join("\n")).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
}

/// One writer, one row of 8 kB for each commit, all of them on the disk before the next.
async fn commits_per_second(db: &DatabaseConnection) -> Result<f64> {
    db.execute_unprepared("CREATE TABLE IF NOT EXISTS save (id INTEGER PRIMARY KEY, body TEXT NOT NULL)")
        .await?;
    let body = "é".repeat(4096);
    let started = Instant::now();
    let mut commits = 0_u32;
    while started.elapsed() < Duration::from_secs(3) {
        db.execute_raw(sql("INSERT INTO save (body) VALUES (?)", [body.clone().into()])).await?;
        commits += 1;
    }
    Ok(f64::from(commits) / started.elapsed().as_secs_f64())
}
