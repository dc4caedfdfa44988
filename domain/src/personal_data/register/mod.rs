//! The tables and columns behind each processing, and what each column holds of people.
//!
//! A table or a column that is not named here fails a test of `backend`, on both engines: whoever adds one says at once
//! what it holds, and thereby what erasing somebody does to it.

mod council;
mod people;
mod texts;

use super::Processing;

/// What a column holds of people, and what becomes of it when somebody is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holds {
    /// Whose row it is: the row goes with the person. Of `users`, it stays as an empty shell.
    Whose,
    /// Who did something: the identifier stays, and names a shell.
    By,
    /// Who they are or how to reach them: emptied, or gone with the row.
    Identity,
    /// Words in which somebody may be named, such as the author of a document: their name and address are replaced there.
    Named,
    /// Their name where they sign, or what was made of it: replaced, or made again.
    Signed,
    /// What somebody wrote or deposited: it stays whole.
    Written,
    /// What was noted about somebody, such as a day or a choice: it goes with its row, or is nobody's any more.
    Trace,
}

/// A table that holds something personal.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// What it is for.
    pub processing: Processing,
    /// The columns that hold something personal.
    pub personal: &'static [(&'static str, Holds)],
    /// Those that do not.
    pub others: &'static [&'static str],
}

impl Table {
    /// The columns that hold this.
    pub fn holding(&self, what: Holds) -> impl Iterator<Item = &'static str> + use<> {
        self.personal.iter().filter(move |(_, holds)| *holds == what).map(|(name, _)| *name)
    }

    /// Whether its rows go with the person.
    pub fn goes(&self) -> bool {
        self.name != "users" && self.holding(Holds::Whose).next().is_some()
    }
}

/// The tables that hold nothing personal.
pub const NOTHING_PERSONAL: &[&str] = &[
    "backup_plan",
    "backups",
    // Contents under their fingerprint: what names them is in `documents` and others.
    "files",
    // Hashes of lines, and of what they say by a digest with a salt of its own.
    "journal_seals",
    "journal_settings",
    "library_settings",
    // Counts only.
    "purges",
    "search_pending",
    "seaql_migrations",
    "tutorial_paths",
    // What was told to other programs is public, and names nobody.
    "webhook_messages",
];

/// The index of words and the tables in which an engine keeps it: made again from the others.
pub const INDEX: &str = "search_index";

/// Every table that holds something personal.
pub fn tables() -> impl Iterator<Item = &'static Table> {
    [people::TABLES, texts::TABLES, council::TABLES].into_iter().flatten()
}

/// The table of this name.
pub fn table(name: &str) -> Option<&'static Table> {
    tables().find(|table| table.name == name)
}
