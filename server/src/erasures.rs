//! The list of who was erased, kept beside the backups: marks that say nothing of anybody, for whoever restores an older
//! backup once the installation itself is lost.

use std::{
    collections::BTreeSet,
    io::{ErrorKind, Write},
    path::Path,
};

use anyhow::Result;
use backend::{Backend, personal_data};

/// The name of the list, in the folder of the backups.
pub const NAME: &str = "erased.txt";

/// The marks kept in a folder; none if there is no list.
///
/// # Errors
/// The list cannot be read.
pub fn read(folder: &Path) -> std::io::Result<BTreeSet<String>> {
    match std::fs::read_to_string(folder.join(NAME)) {
        Ok(list) => {
            Ok(list.lines().map(str::trim).filter(|mark| !mark.is_empty()).map(String::from).collect())
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(BTreeSet::new()),
        Err(error) => Err(error),
    }
}

/// Adds to the list in a folder whoever was erased and is not there yet: those of an installation that was lost stay.
///
/// # Errors
/// The database or the folder failed; the list is as it was.
pub async fn keep(backend: &Backend, folder: &Path) -> Result<()> {
    let erased = personal_data::marks(backend).await.map_err(crate::state::plain)?;
    if erased.is_empty() {
        return Ok(());
    }
    let known = read(folder)?;
    if erased.is_subset(&known) {
        return Ok(());
    }
    std::fs::create_dir_all(folder)?;
    let mut list = tempfile::NamedTempFile::new_in(folder)?;
    for mark in known.union(&erased) {
        writeln!(list, "{mark}")?;
    }
    list.as_file().sync_all()?;
    list.persist(folder.join(NAME))?;
    Ok(())
}
