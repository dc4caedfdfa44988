//! Connections and transactions.
//!
//! SQLite has one writer and several readers, each connection with the same pragmas; PostgreSQL has one pool. Use
//! cases read through [`Db::reader`] and change in the transaction of [`Db::begin`], which commits everything or
//! nothing.

use std::{sync::Arc, time::Duration};

use async_trait::async_trait;
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, ExecResult, QueryResult,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
    sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous},
};
use sea_orm_migration::MigratorTrait;

use crate::error::Result;

/// A transaction, or a part of one that can be undone by itself.
pub use sea_orm::DatabaseTransaction as Transaction;

/// How many connections read at once.
const READERS: u32 = 4;

/// For reading: any connection, or one that is kept for all the queries of a page.
///
/// A query alone takes a connection and gives it back, which is tested then: twice the work.
#[derive(Clone, Debug)]
pub struct Reader {
    any: DatabaseConnection,
    kept: Option<Arc<Transaction>>,
}

#[async_trait]
impl ConnectionTrait for Reader {
    fn get_database_backend(&self) -> DbBackend {
        self.any.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> std::result::Result<ExecResult, DbErr> {
        match &self.kept {
            Some(kept) => kept.execute_raw(statement).await,
            None => self.any.execute_raw(statement).await,
        }
    }

    async fn execute_unprepared(&self, sql: &str) -> std::result::Result<ExecResult, DbErr> {
        match &self.kept {
            Some(kept) => kept.execute_unprepared(sql).await,
            None => self.any.execute_unprepared(sql).await,
        }
    }

    async fn query_one_raw(&self, statement: Statement) -> std::result::Result<Option<QueryResult>, DbErr> {
        match &self.kept {
            Some(kept) => kept.query_one_raw(statement).await,
            None => self.any.query_one_raw(statement).await,
        }
    }

    async fn query_all_raw(&self, statement: Statement) -> std::result::Result<Vec<QueryResult>, DbErr> {
        match &self.kept {
            Some(kept) => kept.query_all_raw(statement).await,
            None => self.any.query_all_raw(statement).await,
        }
    }
}

/// The database.
#[derive(Clone, Debug)]
pub struct Db {
    reader: Reader,
    writer: DatabaseConnection,
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
            Ok(Db { reader: Reader { any: reader, kept: None }, writer })
        } else {
            let mut options = ConnectOptions::new(url);
            options.max_connections(8).sqlx_logging(false).acquire_timeout(Duration::from_secs(10));
            let pool = Database::connect(options).await?;
            Ok(Db { reader: Reader { any: pool.clone(), kept: None }, writer: pool })
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
        let any = self.reader.any.clone();
        let kept = Some(Arc::new(any.begin().await?));
        Ok(Reader { any, kept })
    }

    /// For a single statement outside a transaction; changes use [`Db::begin`].
    pub fn writer(&self) -> &DatabaseConnection {
        &self.writer
    }

    /// Which engine this is.
    pub fn engine(&self) -> DbBackend {
        self.writer.get_database_backend()
    }

    /// Opens a transaction for a change.
    ///
    /// SQLite takes the write lock at once: a transaction that reads first and writes later could otherwise be
    /// refused half-way.
    ///
    /// # Errors
    /// The database cannot be reached.
    pub async fn begin(&self) -> Result<Transaction> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        Ok(self.writer.begin_with_options(options).await?)
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

/// Opens a part of a transaction that can be undone without the rest.
///
/// # Errors
/// The database cannot be reached.
pub async fn savepoint(tx: &Transaction) -> Result<Transaction> {
    Ok(tx.begin().await?)
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
        .map_sqlx_sqlite_opts(|options| {
            options
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(10))
                .statement_cache_capacity(256)
        });
    options
}
