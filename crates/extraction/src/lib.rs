//! What is written inside files that people deposit: headings, paragraphs and tables, page by page where there are pages.
//!
//! A file may be broken, huge or made to harm. Nothing here trusts what it says of itself: the text, the parts of an
//! archive, the pages and the time are counted ([`Limits`]). What is left (a parser that loops or eats the memory) is for
//! who calls: `preau extract` reads one file in a process of its own, which may die of it.
//!
//! What this crate does not do: draw, convert, run macros, fetch anything. It knows no database, and no word of any
//! language: why a file is not read is a [`State`].

pub mod captions;
mod detect;
pub mod draft;
mod gather;
mod html;
mod limits;
mod markup;
pub mod ocr;
mod office;
mod opendocument;
mod pdf;
mod plain;
mod sheets;
mod table;
mod xml;
mod zipped;

use std::{fs::File, io::Read, path::Path};

use serde::{Deserialize, Serialize};

use crate::{
    detect::Kind,
    gather::{Failure, Gather},
};
pub use limits::Limits;

/// What came of reading a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Its text is here.
    Read,
    /// It has no text: pictures of pages, or nothing at all.
    Empty,
    /// A password is needed.
    Encrypted,
    /// It is damaged, or not what it says it is.
    Damaged,
    /// It is larger than what is accepted, or unpacks to more.
    TooLarge,
    /// A kind of file whose words are not read.
    Unsupported,
}

/// Why only the beginning of a file is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cut {
    /// There are more pages, slides or sheets.
    Pages,
    /// There is more text.
    Text,
    /// Reading took too long.
    Time,
}

/// Where in a file a section is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The page of this number, from 1.
    Page(u32),
    /// The slide of this number, from 1.
    Slide(u32),
    /// The sheet of this name.
    Sheet(String),
    /// A file without pages.
    Whole,
}

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A heading, with its level from 1 to 6.
    Heading(u8, String),
    /// A paragraph; its lines may matter.
    Paragraph(String),
    /// An item of a list.
    Item(String),
    /// The rows of a table, and their cells.
    Table(Vec<Vec<String>>),
}

/// A page, a slide, a sheet, or a whole file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Where it is.
    pub place: Place,
    /// What is written there, in order.
    pub blocks: Vec<Block>,
}

impl Section {
    /// What is written, without its shape: a block a line, the cells of a row parted by a tab.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for block in &self.blocks {
            match block {
                Block::Heading(_, words) | Block::Paragraph(words) | Block::Item(words) => {
                    text.push_str(words)
                }
                Block::Table(rows) => {
                    let rows: Vec<String> = rows.iter().map(|cells| cells.join("\t")).collect();
                    text.push_str(&rows.join("\n"));
                }
            }
            text.push('\n');
        }
        text
    }
}

/// The words of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// What came of it.
    pub state: State,
    /// Why only the beginning is here, where that is so.
    pub cut: Option<Cut>,
    /// How many pages, slides or sheets the file has, where it has some.
    pub pages: Option<u32>,
    /// Whether the words were recognised on pictures.
    pub recognised: bool,
    /// What is written.
    pub sections: Vec<Section>,
}

impl Reading {
    /// Nothing was read, for this reason.
    pub fn nothing(state: State) -> Reading {
        Reading { state, cut: None, pages: None, recognised: false, sections: Vec::new() }
    }
}

/// Reads a file. Its name and the type it is said to have only help to tell plain texts apart.
///
/// # Errors
/// The file cannot be opened or read from the disk.
pub fn read(path: &Path, name: &str, media_type: &str, limits: &Limits) -> std::io::Result<Reading> {
    let length = std::fs::metadata(path)?.len();
    if length > limits.file {
        return Ok(Reading::nothing(State::TooLarge));
    }
    let mut start = Vec::new();
    File::open(path)?.take(detect::START).read_to_end(&mut start)?;
    let kind = detect::kind(&start, name, media_type);
    let whole = || std::fs::read(path);
    let mut gather = Gather::new(limits);
    let read = match kind {
        Kind::Pdf => pdf::read(&whole()?, &mut gather),
        Kind::Zip => zipped::read(File::open(path)?, &mut gather),
        Kind::Html => html::read(&plain::decode(&whole()?), &mut gather),
        Kind::Markdown => markup::read(&plain::decode(&whole()?), &mut gather),
        Kind::Table => table::read(&plain::decode(&whole()?), &mut gather),
        Kind::Text => plain::read(&plain::decode(&whole()?), &mut gather),
        Kind::FlatOpenDocument => opendocument::flat(File::open(path)?, &mut gather),
        Kind::Ole => Err(detect::ole(&whole()?)),
        Kind::Empty => Ok(None),
        Kind::Unknown => Err(Failure::Unsupported),
    };
    Ok(match read {
        Ok(pages) => gather.reading(pages),
        Err(Failure::Encrypted) => Reading::nothing(State::Encrypted),
        Err(Failure::Damaged) => Reading::nothing(State::Damaged),
        Err(Failure::TooLarge) => Reading::nothing(State::TooLarge),
        Err(Failure::Unsupported) => Reading::nothing(State::Unsupported),
    })
}
