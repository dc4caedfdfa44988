//! `library/**`: files where people look for them, and `library.csv`, which tells them.

use anyhow::Result;
use app::open_archive::Copy;
use backend::open_archive::Writing;

use super::table;
use crate::commands::import::names;

/// Writes them. Each file was written already under its fingerprint.
///
/// # Errors
/// The folder cannot be written.
pub fn write(to: &mut Writing, copy: &Copy) -> Result<()> {
    let columns = [
        "path",
        "title",
        "description",
        "tags",
        "source",
        "date",
        "author",
        "licence",
        "deposited_by",
        "deposited_on",
    ];
    let mut rows = Vec::new();
    for document in &copy.documents {
        let (Some(path), Some(sha256)) = (&document.path, &document.sha256) else { continue };
        if !to.copy(&format!("files/{sha256}"), path)? {
            continue;
        }
        let by = document.by.and_then(|id| copy.people.get(&id));
        rows.push(vec![
            path.strip_prefix(names::LIBRARY).unwrap_or(path).to_owned(),
            document.title.clone(),
            document.description.clone(),
            document.tags.join(", "),
            document.source.clone(),
            document.dated_on.map(|day| day.to_string()).unwrap_or_default(),
            document.author.clone(),
            document.licence.clone(),
            by.map(|person| person.email.clone()).unwrap_or_default(),
            document.on.to_string(),
        ]);
    }
    table::write(to, names::LIBRARY_TABLE, &columns, rows)
}
