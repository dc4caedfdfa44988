//! XLSX: sheets, with what their cells show.

use crate::{
    Place,
    gather::{Failure, Gather, Pages},
    xml::Node,
    zipped::Parts,
};

/// Columns of a row that are kept.
const COLUMNS: usize = 500;
/// Rows that make one block.
const BLOCK: usize = 500;

/// How the number of a cell is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Number,
    Percent,
    Date,
}

/// Reads a workbook.
pub(crate) fn read(parts: &mut Parts, gather: &mut Gather<'_>) -> Result<Pages, Failure> {
    let targets = parts.targets("xl/workbook.xml")?;
    let (mut sheets, mut from_1904) = (Vec::new(), false);
    parts.walk("xl/workbook.xml", |node| {
        match node {
            Node::Open(b"sheet", attributes) => {
                let name = attributes.get("name").unwrap_or_default();
                if let Some(target) = attributes.whole("r:id").and_then(|id| targets.get(&id)) {
                    sheets.push((name, target.clone()));
                }
            }
            Node::Open(b"workbookPr", attributes) => {
                from_1904 =
                    attributes.get("date1904").is_some_and(|value| matches!(value.as_str(), "1" | "true"));
            }
            _ => {}
        }
        true
    })?;
    let book = Book { shared: shared(parts, gather)?, formats: formats(parts)?, from_1904 };
    for (name, part) in &sheets {
        // A sheet of charts has no rows.
        if !part.contains("chartsheets/") && !gather.begin(Place::Sheet(name.clone())) {
            break;
        }
        book.sheet(parts, part, gather)?;
    }
    Ok(u32::try_from(sheets.len()).ok())
}

/// The texts that cells point at.
fn shared(parts: &mut Parts, gather: &Gather<'_>) -> Result<Vec<String>, Failure> {
    let (mut texts, mut text, mut words, mut aside, mut length) =
        (Vec::new(), String::new(), false, false, 0);
    let most = gather.limits.text.saturating_mul(2);
    parts.walk("xl/sharedStrings.xml", |node| {
        match node {
            Node::Open(b"t", _) => words = true,
            Node::Close(b"t") => words = false,
            // How Japanese words are pronounced.
            Node::Open(b"rPh", _) => aside = true,
            Node::Close(b"rPh") => aside = false,
            Node::Words(part) if words && !aside && length < most => {
                length += part.len();
                text.push_str(part);
            }
            Node::Close(b"si") => texts.push(std::mem::take(&mut text)),
            _ => {}
        }
        true
    })?;
    Ok(texts)
}

/// How each style shows a number.
fn formats(parts: &mut Parts) -> Result<Vec<Format>, Failure> {
    let mut own = std::collections::HashMap::new();
    let (mut formats, mut inside) = (Vec::new(), false);
    parts.walk("xl/styles.xml", |node| {
        match node {
            Node::Open(b"numFmt", attributes) => {
                if let (Some(id), Some(code)) = (attributes.number("numFmtId"), attributes.get("formatCode"))
                {
                    own.insert(id, code);
                }
            }
            Node::Open(b"cellXfs", _) => inside = true,
            Node::Close(b"cellXfs") => inside = false,
            Node::Open(b"xf", attributes) if inside => {
                let id = attributes.number("numFmtId").unwrap_or_default();
                formats.push(match (id, own.get(&id)) {
                    (_, Some(code)) => format_of(code),
                    (9 | 10, _) => Format::Percent,
                    (14..=22 | 27..=36 | 45..=47 | 50..=58, _) => Format::Date,
                    _ => Format::Number,
                });
            }
            _ => {}
        }
        true
    })?;
    Ok(formats)
}

/// What a format makes of a number: dates have years, months, days, hours or seconds.
fn format_of(code: &str) -> Format {
    let (mut quoted, mut bracket, mut escaped, mut date) = (false, false, false, false);
    for c in code.split(';').next().unwrap_or_default().chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' | '_' | '*' => escaped = true,
            '"' => quoted = !quoted,
            '[' => bracket = true,
            ']' => bracket = false,
            _ if quoted || bracket => {}
            '%' => return Format::Percent,
            'y' | 'd' | 'h' | 's' | 'Y' | 'D' | 'H' | 'S' | 'm' | 'M' => date = true,
            _ => {}
        }
    }
    if date { Format::Date } else { Format::Number }
}

/// What is common to the sheets of a workbook.
struct Book {
    shared: Vec<String>,
    formats: Vec<Format>,
    from_1904: bool,
}

impl Book {
    fn sheet(&self, parts: &mut Parts, part: &str, gather: &mut Gather<'_>) -> Result<(), Failure> {
        let mut rows: Vec<Vec<String>> = Vec::new();
        let (mut column, mut kind, mut style, mut value, mut words) =
            (0, String::new(), None, String::new(), false);
        parts.walk(part, |node| {
            match node {
                Node::Open(b"row", _) => {
                    rows.push(Vec::new());
                    column = 0;
                }
                Node::Open(b"c", attributes) => {
                    column = attributes.get("r").and_then(|place| number_of(&place)).unwrap_or(column);
                    kind = attributes.get("t").unwrap_or_default();
                    style = attributes.number("s");
                }
                Node::Open(b"v" | b"t", _) => words = true,
                Node::Close(b"v" | b"t") => words = false,
                Node::Words(part) if words => value.push_str(part),
                Node::Close(b"c") => {
                    let shown = self.shown(&kind, style, &std::mem::take(&mut value));
                    if let Some(row) = rows.last_mut().filter(|_| column < COLUMNS && !shown.is_empty()) {
                        row.resize(column.max(row.len()), String::new());
                        row.push(shown);
                    }
                    column += 1;
                }
                Node::Close(b"row") if rows.len() >= BLOCK => {
                    gather.table(std::mem::take(&mut rows));
                    return gather.goes_on();
                }
                _ => {}
            }
            true
        })?;
        gather.table(rows);
        Ok(())
    }

    /// What a cell shows.
    fn shown(&self, kind: &str, style: Option<usize>, value: &str) -> String {
        match kind {
            "s" => value
                .trim()
                .parse()
                .ok()
                .and_then(|at: usize| self.shared.get(at))
                .cloned()
                .unwrap_or_default(),
            "str" | "inlineStr" | "e" | "d" => value.to_owned(),
            "b" => (if value.trim() == "1" { "✓" } else { "✗" }).to_owned(),
            _ => {
                let format =
                    style.and_then(|style| self.formats.get(style)).copied().unwrap_or(Format::Number);
                match (value.trim().parse::<f64>(), format) {
                    (Ok(number), Format::Date) => {
                        date(number, self.from_1904).unwrap_or_else(|| plain(number))
                    }
                    (Ok(number), Format::Percent) => format!("{} %", plain(number * 100.0)),
                    (Ok(number), Format::Number) => plain(number),
                    (Err(_), _) => value.to_owned(),
                }
            }
        }
    }
}

/// The number of a column, from 0: `C5` is 2.
fn number_of(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic);
    let number = letters.fold(0_usize, |number, letter| {
        number.saturating_mul(26).saturating_add(usize::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    number.checked_sub(1)
}

/// A number without what computers add to its end.
fn plain(number: f64) -> String {
    if number == 0.0 {
        return "0".to_owned();
    }
    let digits = 14 - number.abs().log10().floor().clamp(-20.0, 14.0) as i32;
    let text = format!("{number:.*}", usize::try_from(digits).unwrap_or(0));
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// A day and an hour, counted in days since 1899 or 1904.
fn date(number: f64, from_1904: bool) -> Option<String> {
    if !(0.0..2_958_466.0).contains(&number) {
        return None;
    }
    let seconds = (number.fract() * 86_400.0).round() as i64;
    let days = number.trunc() as i64 + seconds / 86_400;
    let seconds = seconds % 86_400;
    let hour = format!("{:02}:{:02}", seconds / 3_600, seconds / 60 % 60);
    // Less than a day is an hour.
    if number < 1.0 {
        return Some(hour);
    }
    // 1900 had no 29 February, except in spreadsheets.
    let since = if from_1904 { 24_107 } else { 25_569 - i64::from(days < 60) };
    let (year, month, day) = civil(days - since);
    let day = format!("{year:04}-{month:02}-{day:02}");
    Some(if seconds == 0 { day } else { format!("{day} {hour}") })
}

/// The year, month and day that many days after the first of January 1970.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year + era * 400 + i64::from(month <= 2), month, of_year - (153 * shifted + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_a_sheet_shows_them() {
        assert_eq!(plain(0.1 + 0.2), "0.3");
        assert_eq!(plain(1_234_567.0), "1234567");
        assert_eq!(plain(-12.50), "-12.5");
        assert_eq!(date(45_000.0, false).as_deref(), Some("2023-03-15"));
        assert_eq!(date(45_000.75, false).as_deref(), Some("2023-03-15 18:00"));
        assert_eq!(date(1.0, false).as_deref(), Some("1900-01-01"));
        assert_eq!(date(0.5, false).as_deref(), Some("12:00"));
        assert_eq!(date(43_538.0, true).as_deref(), Some("2023-03-15"));
        assert_eq!(number_of("C5"), Some(2));
        assert_eq!(number_of("AA1"), Some(26));
    }

    #[test]
    fn formats_are_told_apart() {
        assert!(format_of("dd/mm/yyyy") == Format::Date);
        assert!(format_of("[Red]0.00") == Format::Number);
        assert!(format_of("0\" jours\"") == Format::Number);
        assert!(format_of("0.0%") == Format::Percent);
    }
}
