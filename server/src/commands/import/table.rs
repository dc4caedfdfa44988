//! Tables as a spreadsheet saves them: CSV with `;` or `,`, a header line, columns in any order.

use std::collections::BTreeMap;

use super::{choices::folded, text::Problem};

/// A column: its name, and other names that people give it, all without accents or capitals.
pub type Column = (&'static str, &'static [&'static str]);

/// A line of a table that can be read.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its number in the file, from 1: that of its first line, when a cell holds several.
    pub line: u64,
    cells: BTreeMap<&'static str, String>,
}

impl Row {
    /// What is in this column, trimmed; empty if there is no such column.
    pub fn get(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }
}

/// A table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Its lines, and why those that cannot be read cannot.
    pub rows: Vec<Result<Row, Problem>>,
    /// Columns that mean nothing here.
    pub extra: Vec<String>,
}

/// Reads a table whose columns are among `known`; `needed` must be there.
///
/// # Errors
/// The header cannot be read.
pub fn read(text: &str, known: &[Column], needed: &[&str]) -> Result<Table, Problem> {
    let separator = separator(text);
    let unclosed = Unclosed::find(text, separator);
    // What follows a mark that nothing closes would be one endless cell.
    let text = unclosed.as_ref().map_or(text, |unclosed| &text[..unclosed.record]);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut lines = Lines { text, at: 0, line: 1 };
    let mut table = Table::default();
    let mut header: Option<Header> = None;
    for record in reader.records() {
        // The text is UTF-8 and lines may be of any length: nothing is left to fail.
        let record = record.map_err(|error| Problem::whole(error.to_string()))?;
        let line = lines.of(record.position().map_or(0, csv::Position::byte));
        match &header {
            None => header = Some(Header::read(&record, line, known, needed, &mut table.extra)?),
            Some(_) if record.iter().all(|cell| cell.trim().is_empty()) => {}
            Some(header) => table.rows.push(header.row(&record, line, separator)),
        }
    }
    let unclosed = unclosed.map(|unclosed| {
        Problem::at(
            unclosed.line,
            "a quotation mark is opened here and never closed; nothing after it is read",
        )
    });
    match (header, unclosed) {
        (Some(_), unclosed) => {
            table.rows.extend(unclosed.map(Err));
            Ok(table)
        }
        (None, Some(unclosed)) => Err(unclosed),
        (None, None) => Err(Problem::at(1, "there is no header line")),
    }
}

/// The separator that the header line shows.
fn separator(text: &str) -> u8 {
    let header = text.trim_start().lines().next().unwrap_or_default();
    [b';', b'\t', b','].into_iter().find(|s| header.as_bytes().contains(s)).unwrap_or(b';')
}

/// A quotation mark that is opened and that nothing closes.
struct Unclosed {
    /// Its line.
    line: u64,
    /// Where its record begins.
    record: usize,
}

impl Unclosed {
    fn find(text: &str, separator: u8) -> Option<Unclosed> {
        let (mut line, mut record, mut first_of_cell) = (1, 0, true);
        let (mut opened, mut closed_at) = (None, None);
        for (place, byte) in text.bytes().enumerate() {
            // The second of two marks inside a cell opens it again.
            let doubled = place > 0 && closed_at == Some(place - 1);
            match byte {
                b'"' if opened.is_some() => (opened, closed_at) = (None, Some(place)),
                b'"' if first_of_cell || doubled => opened = Some(line),
                b'\n' if opened.is_none() => record = place + 1,
                _ => {}
            }
            first_of_cell = opened.is_none() && (byte == separator || byte == b'\n');
            line += u64::from(byte == b'\n');
        }
        opened.map(|line| Unclosed { line, record })
    }
}

/// Counts lines up to a place, going forward only.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of the record that begins at or after this byte: blank lines belong to no record.
    fn of(&mut self, byte: u64) -> u64 {
        let bytes = self.text.as_bytes();
        let mut place = usize::try_from(byte).unwrap_or(usize::MAX).min(bytes.len());
        while bytes.get(place) == Some(&b'\n') {
            place += 1;
        }
        self.line += bytes[self.at.min(place)..place].iter().filter(|byte| **byte == b'\n').count() as u64;
        self.at = place;
        self.line
    }
}

/// What each cell of a line is.
struct Header(Vec<Option<&'static str>>);

impl Header {
    fn read(
        record: &csv::StringRecord,
        line: u64,
        known: &[Column],
        needed: &[&str],
        extra: &mut Vec<String>,
    ) -> Result<Header, Problem> {
        let mut columns = Vec::new();
        for cell in record {
            let name = folded(cell);
            let column = known
                .iter()
                .find(|(column, others)| name == column.replace('_', "-") || others.contains(&name.as_str()));
            match column {
                Some((column, _)) if columns.contains(&Some(*column)) => {
                    return Err(Problem::at(line, format!("the column {column} is there twice")));
                }
                Some((column, _)) => columns.push(Some(*column)),
                None => {
                    if !cell.trim().is_empty() {
                        extra.push(cell.trim().to_owned());
                    }
                    columns.push(None);
                }
            }
        }
        match needed.iter().find(|needed| !columns.contains(&Some(**needed))) {
            Some(missing) => {
                let names = known.iter().map(|(column, _)| *column).collect::<Vec<_>>().join(", ");
                Err(Problem::at(line, format!("the header has no column {missing}; the columns are {names}")))
            }
            None => Ok(Header(columns)),
        }
    }

    fn row(&self, record: &csv::StringRecord, line: u64, separator: u8) -> Result<Row, Problem> {
        let columns = self.0.len();
        let other = if separator == b';' { ',' } else { ';' };
        if record.len() == 1 && columns > 1 && record.get(0).is_some_and(|cell| cell.contains(other)) {
            let why = format!(
                "cells are parted by « {other} » here and by « {} » in the header",
                char::from(separator)
            );
            return Err(Problem::at(line, why));
        }
        let beyond = record.iter().skip(columns).any(|cell| !cell.trim().is_empty());
        if beyond {
            let why = format!(
                "{} cells where the header has {columns} columns: is a quotation mark missing?",
                record.len()
            );
            return Err(Problem::at(line, why));
        }
        let cells =
            self.0.iter().zip(record).filter_map(|(column, cell)| Some(((*column)?, cell.to_owned())));
        Ok(Row { line, cells: cells.collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &[Column] = &[("email", &["courriel"]), ("name", &["nom"])];

    fn rows(text: &str) -> Vec<Result<(u64, String, String), Problem>> {
        let table = read(text, KNOWN, &["email"]).expect("a table");
        let row = |row: Row| (row.line, row.get("email").to_owned(), row.get("name").to_owned());
        table.rows.into_iter().map(|read| read.map(row)).collect()
    }

    fn row(line: u64, email: &str, name: &str) -> Result<(u64, String, String), Problem> {
        Ok((line, email.to_owned(), name.to_owned()))
    }

    #[test]
    fn the_header_gives_the_separator_and_the_order() {
        let expected = [row(2, "a@b.fr", "Anne")];
        for text in ["email;name\na@b.fr;Anne", "Nom,Courriel\nAnne,a@b.fr\n", "name\temail\nAnne\ta@b.fr"] {
            assert_eq!(rows(text), expected, "{text}");
        }
    }

    #[test]
    fn lines_are_counted_through_blank_lines_and_quoted_ones() {
        let text = "email;name\n\n\na@b.fr;\"Anne\nMarie\"\n;\n\nc@d.fr;Carl \"\"\n";
        assert_eq!(rows(text), [row(4, "a@b.fr", "Anne\nMarie"), row(8, "c@d.fr", "Carl \"\"")]);
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        let text = "email;name\na@b.fr;A;;\na@b.fr;A;b\na@b.fr,A\n\"a@b.fr;\"\"A\nx;y\nz;t\n";
        let wrong: Vec<_> = rows(text).into_iter().map(|row| row.map_err(|problem| problem.line)).collect();
        assert_eq!(wrong[0], Ok((2, "a@b.fr".to_owned(), "A".to_owned())));
        assert_eq!(wrong[1..], [Err(Some(3)), Err(Some(4)), Err(Some(5))]);
    }

    #[test]
    fn a_header_without_what_is_needed_is_refused() {
        assert!(read("name\nAnne", KNOWN, &["email"]).expect_err("no address").why.contains("email"));
        assert!(read("email;courriel\n", KNOWN, &["email"]).expect_err("twice").why.contains("twice"));
        assert_eq!(read("\"email;\n", KNOWN, &["email"]).expect_err("unclosed").line, Some(1));
        assert_eq!(read("email;age\n", KNOWN, &["email"]).expect("read").extra, ["age"]);
    }
}
