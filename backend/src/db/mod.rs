//! Connections and transactions.
//!
//! SQLite has one writer and several readers, each connection with the same pragmas; PostgreSQL has one pool. Use
//! cases read through [`Db::reader`] and change in the transaction of [`Db::begin`], which commits everything or
//! nothing.

mod alone;
mod notices;
mod transaction;
pub mod whole;

#[cfg(test)]
mod tests;

use std::{sync::Arc, time::Duration};

use async_trait::async_trait;
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
    ExecResult, QueryResult, Statement, TransactionTrait, Value, Values,
    sea_query::{Expr, Query, SelectStatement},
    sqlx::{
        Connection,
        sqlite::{SqliteJournalMode, SqliteSynchronous},
    },
};
use sea_orm_migration::MigratorTrait;

use crate::error::Result;

pub use alone::{file_of, is_alone};
pub use notices::{Heard, NOTICE_MAX, Notices, notify};
/// A part of a transaction that can be undone by itself.
pub use sea_orm::DatabaseTransaction as Savepoint;
pub use transaction::Transaction;

/// How many connections read at once.
const READERS: u32 = 4;
/// How long a server is looked for before it is said to be away: somebody waits for the page.
const AWAY: Duration = Duration::from_secs(4);

/// For reading: any connection, or one that is kept for all the queries of a page.
///
/// A query alone takes a connection and gives it back, which is tested then: twice the work.
#[derive(Clone, Debug)]
pub struct Reader {
    any: DatabaseConnection,
    kept: Option<Arc<DatabaseTransaction>>,
    /// On SQLite.
    turns: Option<transaction::Turns>,
}

impl Reader {
    /// A connection that sees all that a change given up here could see.
    async fn any(&self) -> &DatabaseConnection {
        if let Some(turns) = &self.turns {
            turns.settled().await;
        }
        &self.any
    }
}

#[async_trait]
impl ConnectionTrait for Reader {
    fn get_database_backend(&self) -> DbBackend {
        self.any.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> std::result::Result<ExecResult, DbErr> {
        match &self.kept {
            Some(kept) => kept.execute_raw(statement).await,
            None => self.any().await.execute_raw(statement).await,
        }
    }

    async fn execute_unprepared(&self, sql: &str) -> std::result::Result<ExecResult, DbErr> {
        match &self.kept {
            Some(kept) => kept.execute_unprepared(sql).await,
            None => self.any().await.execute_unprepared(sql).await,
        }
    }

    async fn query_one_raw(&self, statement: Statement) -> std::result::Result<Option<QueryResult>, DbErr> {
        match &self.kept {
            Some(kept) => kept.query_one_raw(statement).await,
            None => self.any().await.query_one_raw(statement).await,
        }
    }

    async fn query_all_raw(&self, statement: Statement) -> std::result::Result<Vec<QueryResult>, DbErr> {
        match &self.kept {
            Some(kept) => kept.query_all_raw(statement).await,
            None => self.any().await.query_all_raw(statement).await,
        }
    }
}

/// The database.
#[derive(Clone, Debug)]
pub struct Db {
    reader: Reader,
    writer: DatabaseConnection,
    /// On SQLite.
    turns: Option<transaction::Turns>,
}

impl Db {
    /// Connects to `sqlite://path` or `postgres://…`.
    ///
    /// # Errors
    /// The database cannot be reached or opened.
    pub async fn connect(url: &str) -> Result<Db> {
        if url.starts_with("sqlite:") {
            let writer = Database::connect(sqlite(url, 1)).await?;
            let reader = Database::connect(sqlite(url, READERS)).await?;
            let turns = Some(transaction::Turns::default());
            Ok(Db { reader: Reader { any: reader, kept: None, turns: turns.clone() }, writer, turns })
        } else {
            let mut options = ConnectOptions::new(url);
            options.max_connections(8).sqlx_logging(false).acquire_timeout(AWAY);
            let pool = Database::connect(options).await?;
            Ok(Db {
                reader: Reader { any: pool.clone(), kept: None, turns: None },
                writer: pool,
                turns: None,
            })
        }
    }

    /// Brings the schema up to date.
    ///
    /// # Errors
    /// A migration failed; what it had done is rolled back where the engine allows it.
    pub async fn migrate(&self) -> Result<()> {
        migrations::Migrator::up(&self.writer, None).await?;
        Ok(())
    }

    /// Whether every migration has been applied.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn is_current(&self) -> Result<bool> {
        Ok(migrations::Migrator::get_pending_migrations(&self.writer).await?.is_empty())
    }

    /// For reading.
    pub fn reader(&self) -> &Reader {
        &self.reader
    }

    /// For reading several things as they are at one moment, through one connection that is kept until this is dropped.
    /// Whoever holds it must not wait for a change: those who make one may be waiting for a connection to read.
    ///
    /// # Errors
    /// The database cannot be reached.
    pub async fn reading_together(&self) -> Result<Reader> {
        let kept = Some(Arc::new(self.reader.any().await.begin().await?));
        Ok(Reader { kept, ..self.reader.clone() })
    }

    /// For a single statement outside a transaction; changes use [`Db::begin`].
    pub fn writer(&self) -> &DatabaseConnection {
        &self.writer
    }

    /// Its size on the disk, in bytes.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn bytes(&self) -> Result<u64> {
        let sql = match self.engine() {
            DbBackend::Postgres => "SELECT pg_database_size(current_database()) AS bytes",
            _ => "SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()",
        };
        let row = self.reader.query_one_raw(Statement::from_string(self.engine(), sql)).await?;
        Ok(row.map(|row| row.try_get::<i64>("", "bytes")).transpose()?.unwrap_or_default().unsigned_abs())
    }

    /// Which engine this is.
    pub fn engine(&self) -> DbBackend {
        self.writer.get_database_backend()
    }

    /// Opens a transaction for a change, when its turn comes.
    ///
    /// # Errors
    /// The database cannot be reached, or changes before this one last too long.
    pub async fn begin(&self) -> Result<Transaction> {
        Transaction::begin(&self.writer, self.turns.as_ref()).await
    }

    /// Leaves no trace, in the files of the database, of rows that were removed or written anew. SQLite overwrites them at
    /// once (`secure_delete`) and keeps former pages in its log; PostgreSQL keeps former rows. Only for the tables of
    /// secret ballots: it takes the time of a small job.
    ///
    /// # Errors
    /// The database refused it.
    pub async fn forget_what_was_removed(&self) -> Result<()> {
        let statements: &[&str] = match self.engine() {
            DbBackend::Postgres => &["VACUUM poll_secret_ballots", "VACUUM poll_voters"],
            _ => &["PRAGMA wal_checkpoint(TRUNCATE)"],
        };
        for sql in statements {
            self.writer.execute_unprepared(sql).await?;
        }
        Ok(())
    }

    /// Tells `seen` of every statement read from now on by this handle: tests count them.
    #[cfg(any(test, feature = "testing"))]
    pub fn watch_reads(&mut self, seen: impl Fn() + Send + Sync + 'static) {
        self.reader.any.set_metric_callback(move |_| seen());
    }

    /// Closes every connection, so that the files can be copied or removed.
    ///
    /// # Errors
    /// A connection could not be closed.
    pub async fn close(self) -> Result<()> {
        self.reader.any.close().await?;
        self.writer.close().await?;
        Ok(())
    }
}

/// Executes statements whose answers nobody needs, in their order. On SQLite they go to the database together: each
/// trip to its thread costs more than most of them.
///
/// # Errors
/// The database refused one of them; those after it were not executed.
pub async fn execute_all(
    db: &impl ConnectionTrait,
    statements: impl IntoIterator<Item = Statement>,
) -> Result<()> {
    let engine = db.get_database_backend();
    if engine != DbBackend::Sqlite {
        for statement in statements {
            db.execute_raw(statement).await?;
        }
        return Ok(());
    }
    let (mut sql, mut values) = (String::new(), Vec::<Value>::new());
    for statement in statements {
        sql.push_str(&statement.sql);
        sql.push(';');
        values.extend(statement.values.into_iter().flatten());
    }
    db.execute_raw(Statement { sql, values: Some(Values(values)), db_backend: engine }).await?;
    Ok(())
}

/// How many rows a query finds, counted as far as `bound` only: counting the rest of a large table tells nobody more.
///
/// # Errors
/// The database cannot be read.
pub async fn count_up_to(db: &impl ConnectionTrait, mut found: SelectStatement, bound: u64) -> Result<u64> {
    let mut count = Query::select();
    count.expr_as(Expr::cust("COUNT(*)"), "n").from_subquery(found.limit(bound).take(), "found");
    let row = db.query_one(&count).await?;
    let n: i64 = row.map(|row| row.try_get("", "n")).transpose()?.unwrap_or_default();
    Ok(n.unsigned_abs())
}

fn sqlite(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .sqlx_logging(false)
        .acquire_timeout(Duration::from_secs(10))
        // A connection keeps its prepared statements: closing idle ones would only cost.
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
        .map_sqlx_sqlite_pool_opts(|options| {
            // A full disk undoes a transaction behind the back of the driver, which then believes itself in it for ever
            // and would make mere savepoints of the transactions that follow.
            options.after_release(|connection, _| {
                Box::pin(async move {
                    if connection.is_in_transaction() {
                        connection.ping().await?;
                    }
                    Ok(!connection.is_in_transaction())
                })
            })
        })
        .map_sqlx_sqlite_opts(|options| {
            options
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                // What is removed is overwritten: a secret ballot, a person who leaves.
                .pragma("secure_delete", "ON")
                .busy_timeout(Duration::from_secs(10))
                .statement_cache_capacity(256)
        });
    options
}
