//! The libraries of the demonstration: `demo/library.toml` says what is in each file, and the files are made from it.

pub mod office;
mod pdf;
pub(super) mod picture;
mod sound;

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use chrono::{NaiveDate, TimeDelta};
use serde::Deserialize;

/// The file.
pub const FILE: &str = "library.toml";
/// The table of the import that describes the files.
const TABLE: &str = "library.csv";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Libraries {
    file: Vec<Described>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Described {
    path: String,
    by: String,
    days: i64,
    #[serde(default)]
    tags: String,
    #[serde(default)]
    source: String,
    #[serde(default)]
    licence: String,
    #[serde(default)]
    description: String,
    /// Of a sound, as SubRip.
    #[serde(default)]
    captions: String,
    text: String,
}

/// The files of the libraries, by their path in the import.
pub struct Library(BTreeMap<String, Described>);

impl Library {
    /// Reads the description.
    ///
    /// # Errors
    /// It is not right.
    pub fn read(text: &str) -> Result<Library> {
        let read: Libraries = toml::from_str(text).context(FILE)?;
        Ok(Library(read.file.into_iter().map(|file| (format!("library/{}", file.path), file)).collect()))
    }

    /// The paths of the files, and of the table that describes them.
    pub fn paths(&self) -> impl Iterator<Item = String> + '_ {
        self.0.keys().cloned().chain([TABLE.to_owned()])
    }

    /// One of the files, as of some day; `None` if it is not one of these.
    pub fn file(&self, path: &str, today: NaiveDate) -> Option<Vec<u8>> {
        if path == TABLE {
            return Some(self.table(today).into_bytes());
        }
        let file = self.0.get(path)?;
        let name = path.rsplit('/').next().unwrap_or(path);
        let (title, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let text = file.text.trim();
        Some(match ending {
            "pdf" => pdf::written(title, text),
            "docx" => office::docx(title, text),
            "odt" => office::odt(title, text),
            "odp" => office::odp(text),
            "xlsx" => office::xlsx(text),
            "png" => picture::drawn(text),
            "wav" => sound::played(text),
            _ => format!("{text}\n").into_bytes(),
        })
    }

    /// The captions of sounds: their path, who gives them, what they say.
    pub fn captions(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        let heard = self.0.values().filter(|file| !file.captions.is_empty());
        heard.map(|file| (file.path.as_str(), file.by.as_str(), file.captions.as_str()))
    }

    fn table(&self, today: NaiveDate) -> String {
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let mut table = "path;description;tags;source;licence;date;deposited_by;deposited_on\n".to_owned();
        for file in self.0.values() {
            let day = today - TimeDelta::days(file.days);
            let cells =
                [&file.path, &file.description, &file.tags, &file.source, &file.licence].map(|t| quoted(t));
            table.push_str(&format!("{};{day};{};{day}\n", cells.join(";"), file.by));
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_made_and_is_what_it_says() {
        let text = include_str!("../../../demo/library.toml");
        let library = Library::read(text).expect("right");
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        assert!(library.0.len() >= 60, "{} files", library.0.len());
        for path in library.paths() {
            let bytes = library.file(&path, today).expect("made");
            let begins: &[u8] = match path.rsplit('.').next() {
                Some("pdf") => b"%PDF-",
                Some("docx" | "odt" | "odp" | "xlsx") => b"PK\x03\x04",
                Some("png") => b"\x89PNG",
                Some("wav") => b"RIFF",
                _ => b"",
            };
            assert!(bytes.starts_with(begins) && bytes.len() > 60, "{path}");
            assert!(bytes.len() < 100_000, "{path} is small");
            assert_eq!(library.file(&path, today), Some(bytes), "the same each time: {path}");
        }
    }
}
