//! Reading the database whole, as it is at one moment.

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use sea_orm::{
    AccessMode, ConnectionTrait, DatabaseTransaction, DbBackend, IsolationLevel, QueryResult, Statement,
    TransactionTrait,
};
use serde_json::Value as Json;

use super::{Column, Kind, Row, Table, quoted, write::bound};
use crate::{
    db::Db,
    error::{Error, Result},
};

/// Everything, as it is at one moment. Nobody waits for it, and it waits for nobody.
#[derive(Debug)]
pub struct Snapshot {
    tx: DatabaseTransaction,
}

impl Db {
    /// The database as it is now: every change acknowledged before is there, and nothing of the others.
    ///
    /// # Errors
    /// The database cannot be reached.
    pub async fn snapshot(&self) -> Result<Snapshot> {
        let (isolation, access) = match self.engine() {
            DbBackend::Postgres => (Some(IsolationLevel::RepeatableRead), Some(AccessMode::ReadOnly)),
            // A reading transaction of SQLite sees one moment.
            _ => (None, None),
        };
        let tx = self.reader.any().await.begin_with_config(isolation, access).await?;
        let snapshot = Snapshot { tx };
        // The moment is that of the first reading.
        snapshot.migrations().await?;
        Ok(snapshot)
    }
}

impl Snapshot {
    /// For other readings of the same moment.
    pub fn reader(&self) -> &DatabaseTransaction {
        &self.tx
    }

    /// Ends it.
    ///
    /// # Errors
    /// The database cannot be reached.
    pub async fn end(self) -> Result<()> {
        Ok(self.tx.rollback().await?)
    }

    async fn rows(&self, sql: &str) -> Result<Vec<QueryResult>> {
        let statement = Statement::from_string(self.tx.get_database_backend(), sql);
        Ok(self.tx.query_all_raw(statement).await?)
    }

    async fn names(&self, sql: &str) -> Result<Vec<String>> {
        let rows = self.rows(sql).await?;
        rows.iter().map(|row| Ok(row.try_get("", "name")?)).collect()
    }

    /// The migrations that were applied.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn migrations(&self) -> Result<Vec<String>> {
        self.names("SELECT version AS name FROM seaql_migrations ORDER BY version").await
    }

    /// The tables of which `kept` is true, by their names.
    ///
    /// # Errors
    /// The database cannot be read, or has a table that this program cannot keep.
    pub async fn tables(&self, kept: impl Fn(&str) -> bool) -> Result<Vec<Table>> {
        let names = match self.tx.get_database_backend() {
            DbBackend::Postgres => {
                "SELECT tablename::text AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1"
            }
            _ => {
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1"
            }
        };
        let mut tables = Vec::new();
        for name in self.names(names).await?.into_iter().filter(|name| kept(name)) {
            tables.push(self.table(name).await?);
        }
        tables.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(tables)
    }

    async fn table(&self, name: String) -> Result<Table> {
        quoted(&name)?;
        let (columns, key) = match self.tx.get_database_backend() {
            DbBackend::Postgres => (
                format!(
                    "SELECT column_name::text AS name, data_type::text AS type FROM information_schema.columns \
                     WHERE table_schema = current_schema() AND table_name = '{name}' ORDER BY ordinal_position"
                ),
                format!(
                    "SELECT a.attname::text AS name FROM pg_index i \
                     CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k(number, place) \
                     JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number \
                     WHERE i.indrelid = '\"{name}\"'::regclass AND i.indisprimary ORDER BY k.place"
                ),
            ),
            _ => (
                format!("SELECT name, type FROM pragma_table_info('{name}') ORDER BY cid"),
                format!("SELECT name FROM pragma_table_info('{name}') WHERE pk > 0 ORDER BY pk"),
            ),
        };
        let rows = self.rows(&columns).await?;
        let columns = rows.iter().map(|row| {
            let (column, declared): (String, String) = (row.try_get("", "name")?, row.try_get("", "type")?);
            let kind = Kind::of(&declared);
            let kind = kind.ok_or_else(|| {
                Error::unexpected(format!("{name}.{column} is {declared}: it cannot be kept"))
            })?;
            Ok(Column { name: column, kind })
        });
        let columns = columns.collect::<Result<Vec<Column>>>()?;
        let key = self.names(&key).await?;
        if key.is_empty() {
            return Err(Error::unexpected(format!("{name} has no key: its rows cannot be kept in order")));
        }
        Ok(Table { name, columns, key })
    }

    /// At most so many rows of a table, those that follow `last`, in the order of its key.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn page(&self, table: &Table, last: Option<&Row>, most: usize) -> Result<Vec<Row>> {
        self.page_of(table, last, most, "").await
    }

    /// The same, in an order that is the same on both engines: that of the bytes of words, whatever the server was told
    /// of its language. An index may not have it.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn page_alike(&self, table: &Table, last: Option<&Row>, most: usize) -> Result<Vec<Row>> {
        let by_bytes =
            if self.tx.get_database_backend() == DbBackend::Postgres { " COLLATE \"C\"" } else { "" };
        self.page_of(table, last, most, by_bytes).await
    }

    /// `collation` is put after the words of the key.
    async fn page_of(
        &self,
        table: &Table,
        last: Option<&Row>,
        most: usize,
        collation: &str,
    ) -> Result<Vec<Row>> {
        let engine = self.tx.get_database_backend();
        let mut columns = Vec::new();
        for column in &table.columns {
            let name = quoted(&column.name)?;
            columns.push(match (engine, column.kind) {
                (DbBackend::Postgres, Kind::Integer) => format!("{name}::bigint AS {name}"),
                (DbBackend::Postgres, Kind::Real) => format!("{name}::double precision AS {name}"),
                _ => name,
            });
        }
        let is_text = |name: &String| {
            table.columns.iter().any(|column| column.name == *name && column.kind == Kind::Text)
        };
        let compared = |prefix: &str| {
            let name = |name: &String| {
                let collation = if is_text(name) { collation } else { "" };
                Ok(format!("{prefix}{}{collation}", quoted(name)?))
            };
            table.key.iter().map(name).collect::<Result<Vec<String>>>().map(|names| names.join(", "))
        };
        let key = compared("")?;
        let mut values = Vec::new();
        let after = match last {
            None => String::new(),
            Some(last) => {
                let places = table
                    .key
                    .iter()
                    .filter_map(|name| table.columns.iter().position(|column| column.name == *name));
                for place in places {
                    values.push(bound(table.columns[place].kind, &last[place])?);
                }
                let marks: Vec<String> = (1..=values.len()).map(|n| mark(engine, n)).collect();
                format!("WHERE ({key}) > ({})", marks.join(", "))
            }
        };
        let name = quoted(&table.name)?;
        // In a subquery, whose columns are the table's own: the key is compared and put in order as the index has it.
        let sql = format!(
            "SELECT {} FROM (SELECT * FROM {name} {after} ORDER BY {key} LIMIT {most}) AS page ORDER BY {}",
            columns.join(", "),
            compared("page.")?,
        );
        let rows = self.tx.query_all_raw(Statement::from_sql_and_values(engine, sql, values)).await?;
        rows.iter().map(|row| table.columns.iter().map(|column| cell(row, column)).collect()).collect()
    }

    /// The last identifiers that were given, by table: none is given twice, even of what is gone.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn sequences(&self, tables: &[Table]) -> Result<Vec<(String, i64)>> {
        let mut sequences = Vec::new();
        if self.tx.get_database_backend() != DbBackend::Postgres {
            for row in self.rows("SELECT name, seq FROM sqlite_sequence ORDER BY name").await? {
                let name: String = row.try_get("", "name")?;
                if tables.iter().any(|table| table.name == name) {
                    sequences.push((name, row.try_get("", "seq")?));
                }
            }
            return Ok(sequences);
        }
        for table in tables.iter().filter(|table| table.columns.iter().any(|column| column.name == "id")) {
            let (name, id) = (quoted(&table.name)?, &table.name);
            let sql = format!("SELECT pg_get_serial_sequence('{name}', 'id') AS name");
            let row = self.rows(&sql).await?;
            let sequence: Option<String> =
                row.first().map(|row| row.try_get("", "name")).transpose()?.flatten();
            let Some(sequence) = sequence else { continue };
            let sql = format!("SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS seq FROM {sequence}");
            if let Some(row) = self.rows(&sql).await?.first() {
                sequences.push((id.clone(), row.try_get("", "seq")?));
            }
        }
        Ok(sequences)
    }
}

/// The place of a value in a statement.
pub(super) fn mark(engine: DbBackend, number: usize) -> String {
    if engine == DbBackend::Postgres { format!("${number}") } else { "?".to_owned() }
}

fn cell(row: &QueryResult, column: &Column) -> Result<Json> {
    let name = column.name.as_str();
    Ok(match column.kind {
        Kind::Integer => row.try_get::<Option<i64>>("", name)?.into(),
        Kind::Real => row.try_get::<Option<f64>>("", name)?.into(),
        Kind::Text => row.try_get::<Option<String>>("", name)?.into(),
        Kind::Flag => row.try_get::<Option<bool>>("", name)?.into(),
        Kind::Day => row.try_get::<Option<NaiveDate>>("", name)?.map(|day| day.to_string()).into(),
        Kind::Moment => row
            .try_get::<Option<DateTime<Utc>>>("", name)?
            .map(|at| at.to_rfc3339_opts(SecondsFormat::AutoSi, true))
            .into(),
        Kind::Bytes => row.try_get::<Option<Vec<u8>>>("", name)?.map(|bytes| STANDARD.encode(bytes)).into(),
    })
}
