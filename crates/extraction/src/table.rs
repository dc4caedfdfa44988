//! Values parted by commas, semicolons or tabs, whichever the first lines have most.

use csv::ReaderBuilder;

use crate::gather::{Failure, Gather, Pages};

/// Rows that make one block.
const BLOCK: usize = 500;
/// Columns of a row that are kept.
const COLUMNS: usize = 500;

/// Reads a table. A row that cannot be read is left out.
pub(crate) fn read(text: &str, gather: &mut Gather<'_>) -> Result<Pages, Failure> {
    let head: Vec<&str> = text.lines().take(20).collect();
    let count = |mark: char| head.iter().map(|line| line.matches(mark).count()).sum::<usize>();
    // The first of those that are equal.
    let delimiter = [';', '\t', ',', '|'].into_iter().rev().max_by_key(|mark| count(*mark)).unwrap_or(',');
    let delimiter = u8::try_from(delimiter).unwrap_or(b',');
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for row in reader.records().flatten() {
        rows.push(row.iter().take(COLUMNS).map(str::to_owned).collect());
        if rows.len() == BLOCK {
            gather.table(std::mem::take(&mut rows));
            if !gather.goes_on() {
                return Ok(None);
            }
        }
    }
    gather.table(rows);
    Ok(None)
}
