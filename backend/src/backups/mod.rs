//! Backups: the whole installation in one file, as it was at one moment, and an installation made of such a file.
//!
//! The file (`archive`) begins with `backup.json` (`Head`: which schema, which tables), goes on with the rows of each
//! table as lines of JSON (`tables/…`), then every stored file under its fingerprint (`files/…`), and ends with
//! `manifest.json` (`Manifest`: what each part is worth, how many there are). `make.rs` writes it, `open.rs` reads and
//! checks it, `restore.rs` makes an installation of it. `hold.rs` has the contents that a backup names stay until it is
//! made, whoever removes them. `nightly.rs` keeps count of those that are made by themselves, each restored for a test.
//!
//! Not here: when and where they are made, which is for `server`.

mod hold;
mod make;
mod nightly;
mod open;
mod restore;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::db::whole::Table;

pub(crate) use hold::{Hold, may_remove};
pub(crate) use make::named;
pub use make::{Made, make};
pub(crate) use nightly::any_wrong;
pub use nightly::{BackupView, Backups, Night, backups, begin_night, end_night, plan, rotate, what_is_wrong};
pub use open::{Contents, check};
pub(crate) use restore::take_back;
pub use restore::{Erasures, Restored, is_empty, rehearse, restore};

/// The version of the form of a backup.
const FORM: u32 = 1;
/// The first part.
const HEAD: &str = "backup.json";
/// The last part.
const MANIFEST: &str = "manifest.json";

/// What a backup leaves out: what opens doors, what only the machine where it was made can use, and what is made again
/// from the rest.
const LEFT_OUT: [&str; 9] = [
    "seaql_migrations",
    "sessions",
    "one_time_links",
    "sign_in_failures",
    // One that was revoked since would open again.
    "api_tokens",
    "api_answers",
    // Parts of files on their way, which are not kept either.
    "uploads",
    "backups",
    "backup_plan",
];

/// Whether a table is in a backup. The index of the search is made again.
pub(crate) fn is_kept(table: &str) -> bool {
    !LEFT_OUT.contains(&table) && !table.starts_with("search_")
}

/// How a backup begins.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Head {
    preau: u32,
    program: String,
    taken_at: DateTime<Utc>,
    migrations: Vec<String>,
    tables: Vec<Table>,
    sequences: Vec<(String, i64)>,
}

/// How it ends.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Manifest {
    parts: Vec<Worth>,
    rows: BTreeMap<String, u64>,
    files: u64,
    file_bytes: u64,
    /// Contents that are named and were not there.
    missing: Vec<String>,
    /// Contents that were there, and were not what they were named for.
    altered: Vec<String>,
}

/// What a part of the tables is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Worth {
    part: String,
    bytes: u64,
    sha256: String,
}

/// Why a backup cannot be made, read or restored.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The file.
    #[error("{0}")]
    File(#[from] archive::Trouble),
    /// It was made by a program that knows more than this one.
    #[error("this backup was made by a later version ({0}): restore it with that version")]
    TooNew(String),
    /// Its parts do not go together.
    #[error("this backup is not whole: {0}")]
    Incomplete(String),
    /// The file to write, or its folder.
    #[error("the backup cannot be written: {0}")]
    Writing(std::io::Error),
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
