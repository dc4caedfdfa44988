//! The open archive: all that a council holds, in a folder that anybody can read, and an installation made of it.
//!
//! `archive/<table>.jsonl` has the rows of each table, one object a line, as both engines write them; `files/<SHA-256>`
//! the contents that they name; `archive/manifest.json` what every file of the folder is worth. `export.rs` reads
//! everything at one moment, `folder.rs` writes a folder, `open.rs` makes sure that one is whole, `take.rs` makes an
//! installation of it. `told` tells the council for those who read it: the part that people would edit, and the copy to
//! read, are written from it.
//!
//! Not here: how that part is written (`server`), the words of the copy to read (`app`).
//!
//! Nothing in it tells when it was made: the same council gives the same bytes.

mod doors;
mod export;
mod folder;
mod open;
mod take;
pub mod told;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::db::whole::Column;

pub use export::{Export, Progress};
pub use folder::Writing;
pub use open::{Archive, Differences, PARTS, is_there};
pub use take::{Taken, take};

/// The version of the form of an archive.
const FORM: u32 = 1;
/// What every file is worth.
const MANIFEST: &str = "archive/manifest.json";
/// The folder of the rows.
const ROWS: &str = "archive/";
/// The folder of the contents.
const FILES: &str = "files/";

/// What an archive is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Manifest {
    preau_archive: u32,
    program: String,
    /// The migrations that made the schema of its rows.
    migrations: Vec<String>,
    tables: Vec<TableOfRows>,
    /// The last identifiers that were given, by table: none is given twice, even of what is gone.
    sequences: BTreeMap<String, i64>,
    /// Contents that are named and were not there, or were altered.
    missing: Vec<String>,
    /// Every file of the folder but this one.
    files: Vec<Worth>,
}

/// A table and how many rows it has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct TableOfRows {
    name: String,
    key: Vec<String>,
    columns: Vec<Column>,
    rows: u64,
}

/// What a file is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Worth {
    path: String,
    bytes: u64,
    sha256: String,
}

/// Why an archive cannot be made, read or taken.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// There is something in the folder already.
    #[error("{0} is not empty: give the name of a folder that is not there yet")]
    NotEmpty(String),
    /// The folder cannot be written.
    #[error("the archive cannot be written: {0}")]
    Writing(std::io::Error),
    /// The folder cannot be read.
    #[error("the archive cannot be read: {0}")]
    Reading(std::io::Error),
    /// It is not what was written.
    #[error("this archive is not whole: {0}")]
    NotWhole(String),
    /// It was made by a program that knows more than this one.
    #[error("this archive was made by a later version ({0}): import it with that version")]
    TooNew(String),
    /// The stored files cannot be read or written.
    #[error("the stored files cannot be reached: {0}")]
    Files(crate::Error),
    /// The database.
    #[error("{0}")]
    Database(crate::Error),
}

impl From<crate::Error> for Trouble {
    fn from(error: crate::Error) -> Trouble {
        Trouble::Database(error)
    }
}

impl From<sea_orm::DbErr> for Trouble {
    fn from(error: sea_orm::DbErr) -> Trouble {
        Trouble::Database(error.into())
    }
}

fn not_whole(what: impl Into<String>) -> Trouble {
    Trouble::NotWhole(what.into())
}
