//! The database whole, as rows that both engines write alike: what a backup holds.
//!
//! Our columns are of seven kinds (`migrations/src/columns.rs`), which mean the same on both engines: so what one gave,
//! the other takes. [`Snapshot`] reads everything as it is at one moment, while people write; [`Rebuilt`] makes a
//! database of it, in one transaction. Not here: which tables are worth keeping, files, archives.

mod read;
mod write;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

pub use read::Snapshot;
pub use write::Rebuilt;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A whole number.
    Integer,
    /// Another number.
    Real,
    /// Words.
    Text,
    /// Yes or no.
    Flag,
    /// A day.
    Day,
    /// A moment.
    Moment,
    /// Bytes, written in base64.
    Bytes,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Those of its key, by which its rows are in order.
    pub key: Vec<String>,
}

/// A row: a value for each column.
pub type Row = Vec<Json>;

/// A name of a table or column, in quotes; ours have letters, digits and underscores only.
fn quoted(name: &str) -> crate::Result<String> {
    if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
        return Err(crate::Error::unexpected(format!("no table or column is named {name:?}")));
    }
    Ok(format!("\"{name}\""))
}

impl Kind {
    /// Of a type, as either engine names it.
    fn of(declared: &str) -> Option<Kind> {
        Some(match declared.to_ascii_lowercase().as_str() {
            "integer" | "bigint" | "smallint" => Kind::Integer,
            "double precision" | "double" | "real" | "float" => Kind::Real,
            "text" | "character varying" | "varchar" => Kind::Text,
            "boolean" => Kind::Flag,
            "date" | "date_text" => Kind::Day,
            "timestamp with time zone" | "timestamp_with_timezone_text" => Kind::Moment,
            "bytea" | "blob" => Kind::Bytes,
            _ => return None,
        })
    }
}
