//! Tables as a spreadsheet opens them: the mark of UTF-8, `;` between cells, a header line.

use anyhow::{Context, Result};
use backend::open_archive::Writing;

/// Writes a table, its columns first.
///
/// # Errors
/// The folder cannot be written.
pub fn write(to: &mut Writing, path: &str, columns: &[&str], rows: Vec<Vec<String>>) -> Result<()> {
    let mut table = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::from("\u{feff}"));
    table.write_record(columns)?;
    for row in rows {
        table.write_record(row)?;
    }
    let bytes = table.into_inner().context("a table cannot be written")?;
    Ok(to.whole(path, bytes)?)
}
