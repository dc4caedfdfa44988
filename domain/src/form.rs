//! Reading what people typed: each function gives the value to keep, or the problem to show beside the field.

use crate::refusal::{FieldError, FieldProblem, Refusal};

/// Gathers the errors of a form, so that all are shown at once.
#[derive(Debug, Default)]
pub struct Problems(Vec<FieldError>);

impl Problems {
    /// No problem yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes a problem.
    pub fn add(&mut self, field: &'static str, problem: FieldProblem) {
        self.0.push(FieldError::new(field, problem));
    }

    /// Notes the problem of a checked value, and keeps the value if there is none.
    pub fn check<T>(&mut self, field: &'static str, checked: Result<T, FieldProblem>) -> Option<T> {
        checked.map_err(|problem| self.add(field, problem)).ok()
    }

    /// Notes every problem of a part that checks itself, and keeps the part if there is none.
    ///
    /// # Errors
    /// What it refuses for another reason than its fields.
    pub fn part<T>(&mut self, checked: Result<T, Refusal>) -> Result<Option<T>, Refusal> {
        match checked {
            Ok(part) => Ok(Some(part)),
            Err(Refusal::Invalid(errors)) => {
                self.0.extend(errors);
                Ok(None)
            }
            Err(other) => Err(other),
        }
    }

    /// `Err` if anything was noted.
    pub fn into_result(self) -> Result<(), Refusal> {
        if self.0.is_empty() { Ok(()) } else { Err(Refusal::Invalid(self.0)) }
    }
}

/// A line of text: trimmed, inner spaces joined, without control characters, between `min` and `max` characters.
///
/// # Errors
/// `Missing`, `TooShort`, `TooLong` or `BadCharacters`.
pub fn line(text: &str, min: u32, max: u32) -> Result<String, FieldProblem> {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if joined.chars().any(is_unwanted) {
        return Err(FieldProblem::BadCharacters);
    }
    bounded(joined, min, max)
}

/// A text of several lines: line ends of any kind made `\n`, outer blank trimmed, at most `max` characters; may be empty if `min` is 0.
///
/// # Errors
/// `Missing`, `TooShort`, `TooLong` or `BadCharacters`.
pub fn text(text: &str, min: u32, max: u32) -> Result<String, FieldProblem> {
    // Word ends lines with a vertical tab, and PDF pages with a form feed.
    let unified =
        text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let trimmed = unified.trim_matches('\n').trim_end();
    if trimmed.chars().any(|c| is_unwanted(c) && c != '\n' && c != '\t') {
        return Err(FieldProblem::BadCharacters);
    }
    bounded(trimmed.to_owned(), min, max)
}

fn bounded(text: String, min: u32, max: u32) -> Result<String, FieldProblem> {
    let count = text.chars().count();
    if count == 0 && min > 0 {
        Err(FieldProblem::Missing)
    } else if count < min as usize {
        Err(FieldProblem::TooShort { min })
    } else if count > max as usize {
        Err(FieldProblem::TooLong { max })
    } else {
        Ok(text)
    }
}

/// Control characters and direction overrides: they hide or disguise what is written.
fn is_unwanted(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text without what hides or disguises what is written.
pub fn without_unwanted(text: &str) -> String {
    let unified = text.replace("\r\n", "\n").replace('\r', "\n");
    unified.chars().filter(|c| !is_unwanted(*c) || matches!(c, '\n' | '\t')).collect()
}

/// A date typed as 30/04/2026 or 2026-04-30.
///
/// # Errors
/// `Missing` or `NotADate`.
pub fn date(text: &str) -> Result<chrono::NaiveDate, FieldProblem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(FieldProblem::Missing);
    }
    ["%Y-%m-%d", "%d/%m/%Y"]
        .iter()
        .find_map(|format| chrono::NaiveDate::parse_from_str(text, format).ok())
        .filter(|date| (1900..2200).contains(&chrono::Datelike::year(date)))
        .ok_or(FieldProblem::NotADate)
}

/// A time of the day typed as 18:30, 18 h 30, 18h, 18.30 or 18.
///
/// # Errors
/// `Missing` or `NotATime`.
pub fn time(text: &str) -> Result<chrono::NaiveTime, FieldProblem> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    if text.is_empty() {
        return Err(FieldProblem::Missing);
    }
    let (hours, minutes) = text.split_once([':', 'h', '.']).unwrap_or((&text, ""));
    let minutes = if minutes.is_empty() { "0" } else { minutes };
    let figures = |part: &str| {
        (part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok()).flatten()
    };
    let read = || chrono::NaiveTime::from_hms_opt(figures(hours)?, figures(minutes)?, 0);
    read().ok_or(FieldProblem::NotATime)
}

/// A whole number from 0 to `max`.
///
/// # Errors
/// `Missing` or `NotANumber`.
pub fn count(text: &str, max: u32) -> Result<u32, FieldProblem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(FieldProblem::Missing);
    }
    text.parse().ok().filter(|n| *n <= max).ok_or(FieldProblem::NotANumber)
}
