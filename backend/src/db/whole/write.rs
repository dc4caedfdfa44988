//! Making a database of rows, in one transaction.

use std::collections::BTreeSet;

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, NaiveDate, Utc};
use migrations::{Migrator, Only};
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, QueryResult,
    Statement, TransactionTrait, Value,
};
use sea_orm_migration::MigratorTrait;
use serde_json::Value as Json;

use super::{Kind, Row, Table, quoted, read::mark};
use crate::{
    db::Db,
    error::{Error, Result},
};

/// Values of one statement: fewer than either engine allows.
const VALUES: usize = 20_000;

/// A database being made; dropped, it never was.
#[derive(Debug)]
pub struct Rebuilt {
    writer: DatabaseConnection,
    tx: DatabaseTransaction,
    /// On PostgreSQL: the keys to other tables, put aside while rows come in any order.
    keys: Vec<(String, String, String)>,
}

impl Db {
    /// Begins to make the database anew, with these migrations of ours. What it held goes with the end of it, or stays
    /// if the end never comes.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn rebuild(&self, migrations: &[String]) -> Result<Rebuilt> {
        let writer = self.writer.clone();
        if self.engine() == DbBackend::Sqlite {
            // Only outside a transaction, and of this connection: it is the only one of its pool.
            writer.execute_unprepared("PRAGMA foreign_keys = OFF").await?;
        }
        let mut made = Rebuilt { tx: writer.begin().await?, writer, keys: Vec::new() };
        made.clear().await?;
        let theirs = Only(migrations.iter().cloned().collect::<BTreeSet<String>>());
        sea_orm_migration::MigratorTraitSelf::up(&theirs, &made.tx, None).await?;
        made.put_keys_aside().await?;
        Ok(made)
    }
}

impl Rebuilt {
    async fn rows(&self, sql: &str) -> Result<Vec<QueryResult>> {
        let statement = Statement::from_string(self.tx.get_database_backend(), sql);
        Ok(self.tx.query_all_raw(statement).await?)
    }

    async fn execute(&self, sql: &str) -> Result<()> {
        self.tx.execute_unprepared(sql).await?;
        Ok(())
    }

    /// Removes what there is: on SQLite it is made in a new file. Tables of others are left alone.
    async fn clear(&self) -> Result<()> {
        if self.tx.get_database_backend() != DbBackend::Postgres {
            return Ok(());
        }
        // As far as the tables that this program knows.
        Migrator::up(&self.tx, None).await?;
        let mut in_memory = ConnectOptions::new("sqlite::memory:");
        // Each connection has a memory of its own.
        in_memory.max_connections(1).sqlx_logging(false);
        let model = sea_orm::Database::connect(in_memory).await?;
        Migrator::up(&model, None).await?;
        let ours = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        let ours = model.query_all_raw(Statement::from_string(DbBackend::Sqlite, ours)).await?;
        for row in ours {
            let name: String = row.try_get("", "name")?;
            self.execute(&format!("DROP TABLE IF EXISTS {} CASCADE", quoted(&name)?)).await?;
        }
        let functions = "SELECT p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang \
             WHERE p.pronamespace = current_schema()::regnamespace AND l.lanname = 'plpgsql' \
             AND p.proname LIKE 'search\\_%'";
        for row in self.rows(functions).await? {
            let name: String = row.try_get("", "name")?;
            self.execute(&format!("DROP FUNCTION {name} CASCADE")).await?;
        }
        Ok(())
    }

    async fn put_keys_aside(&mut self) -> Result<()> {
        if self.tx.get_database_backend() != DbBackend::Postgres {
            return Ok(());
        }
        let keys = "SELECT conrelid::regclass::text AS table, conname::text AS name, pg_get_constraintdef(oid) AS key \
             FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY 1, 2";
        for row in self.rows(keys).await? {
            let (table, name, key): (String, String, String) =
                (row.try_get("", "table")?, row.try_get("", "name")?, row.try_get("", "key")?);
            self.execute(&format!("ALTER TABLE {table} DROP CONSTRAINT \"{name}\"")).await?;
            self.keys.push((table, name, key));
        }
        Ok(())
    }

    /// Empties a table of what a migration put there.
    ///
    /// # Errors
    /// There is no such table.
    pub async fn empty(&self, table: &str) -> Result<()> {
        self.execute(&format!("DELETE FROM {}", quoted(table)?)).await
    }

    /// Adds rows to a table.
    ///
    /// # Errors
    /// A row is not one of this table, or the database refused it.
    pub async fn insert(&self, table: &Table, rows: &[Row]) -> Result<()> {
        let engine = self.tx.get_database_backend();
        let width = table.columns.len().max(1);
        let columns =
            table.columns.iter().map(|column| quoted(&column.name)).collect::<Result<Vec<String>>>()?;
        let into = format!("INSERT INTO {} ({}) VALUES ", quoted(&table.name)?, columns.join(", "));
        for some in rows.chunks((VALUES / width).max(1)) {
            let (mut values, mut marks) = (Vec::with_capacity(some.len() * width), Vec::new());
            for row in some {
                if row.len() != width {
                    return Err(Error::unexpected(format!(
                        "a row of {} has {} values",
                        table.name,
                        row.len()
                    )));
                }
                let mut these = Vec::with_capacity(width);
                for (column, value) in table.columns.iter().zip(row) {
                    values.push(bound(column.kind, value)?);
                    these.push(mark(engine, values.len()));
                }
                marks.push(format!("({})", these.join(", ")));
            }
            let sql = format!("{into}{}", marks.join(", "));
            self.tx.execute_raw(Statement::from_sql_and_values(engine, sql, values)).await?;
        }
        Ok(())
    }

    /// Has identifiers go on after these.
    ///
    /// # Errors
    /// The database refused it.
    pub async fn go_on_after(&self, table: &str, last: i64) -> Result<()> {
        let name = quoted(table)?;
        let statements = match self.tx.get_database_backend() {
            DbBackend::Postgres if last < 1 => vec![],
            DbBackend::Postgres => {
                vec![format!("SELECT setval(pg_get_serial_sequence('{name}', 'id'), {last})")]
            }
            _ => vec![
                format!("DELETE FROM sqlite_sequence WHERE name = '{table}'"),
                format!("INSERT INTO sqlite_sequence (name, seq) VALUES ('{table}', {last})"),
            ],
        };
        for sql in statements {
            self.execute(&sql).await?;
        }
        Ok(())
    }

    /// How many rows a table has.
    ///
    /// # Errors
    /// There is no such table.
    pub async fn count(&self, table: &str) -> Result<u64> {
        let rows = self.rows(&format!("SELECT COUNT(*) AS n FROM {}", quoted(table)?)).await?;
        let n: i64 = rows.first().map(|row| row.try_get("", "n")).transpose()?.unwrap_or_default();
        Ok(n.unsigned_abs())
    }

    /// For readings of what was made.
    pub fn reader(&self) -> &DatabaseTransaction {
        &self.tx
    }

    /// Brings the schema up to date and makes sure that every row names rows that are there; [`Rebuilt::keep`] is left.
    ///
    /// # Errors
    /// They are not: the rows are not those of one moment.
    pub async fn complete(&mut self) -> Result<()> {
        for (table, name, key) in std::mem::take(&mut self.keys) {
            self.execute(&format!("ALTER TABLE {table} ADD CONSTRAINT \"{name}\" {key}")).await?;
        }
        Migrator::up(&self.tx, None).await?;
        if self.tx.get_database_backend() == DbBackend::Sqlite {
            if let Some(row) =
                self.rows("SELECT \"table\" AS name FROM pragma_foreign_key_check LIMIT 1").await?.first()
            {
                let name: String = row.try_get("", "name")?;
                return Err(Error::unexpected(format!("a row of {name} names another that is not there")));
            }
            let sound = self.rows("SELECT integrity_check AS said FROM pragma_integrity_check").await?;
            let said: Option<String> = sound.first().map(|row| row.try_get("", "said")).transpose()?;
            if said.as_deref() != Some("ok") {
                return Err(Error::unexpected(format!(
                    "the database is damaged: {}",
                    said.unwrap_or_default()
                )));
            }
        }
        Ok(())
    }

    /// Keeps it: the database is this one from now on.
    ///
    /// # Errors
    /// The database refused it; it is as it was.
    pub async fn keep(self) -> Result<()> {
        self.tx.commit().await?;
        if self.writer.get_database_backend() == DbBackend::Sqlite {
            self.writer.execute_unprepared("PRAGMA foreign_keys = ON").await?;
        }
        Ok(())
    }
}

/// A value, as the database takes it.
pub(super) fn bound(kind: Kind, value: &Json) -> Result<Value> {
    let wrong = || Error::unexpected(format!("a value is not one of its column ({kind:?})"));
    let text = || match value {
        Json::Null => Ok(None),
        Json::String(text) => Ok(Some(text.clone())),
        _ => Err(wrong()),
    };
    let absent = value.is_null();
    Ok(match kind {
        Kind::Integer if absent => Value::from(None::<i64>),
        Kind::Integer => value.as_i64().ok_or_else(wrong)?.into(),
        Kind::Real if absent => Value::from(None::<f64>),
        Kind::Real => value.as_f64().ok_or_else(wrong)?.into(),
        Kind::Flag if absent => Value::from(None::<bool>),
        Kind::Flag => value.as_bool().ok_or_else(wrong)?.into(),
        Kind::Text => Value::from(text()?),
        Kind::Day => {
            Value::from(text()?.map(|day| day.parse::<NaiveDate>()).transpose().map_err(|_| wrong())?)
        }
        Kind::Moment => {
            let at = text()?.map(|at| DateTime::parse_from_rfc3339(&at)).transpose().map_err(|_| wrong())?;
            Value::from(at.map(|at| at.with_timezone(&Utc)))
        }
        Kind::Bytes => {
            Value::from(text()?.map(|bytes| STANDARD.decode(bytes)).transpose().map_err(|_| wrong())?)
        }
    })
}
