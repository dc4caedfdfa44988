//! ODT, ODS and ODP: one grammar for all three.

use std::{
    fs::File,
    io::{BufReader, Read},
};

use crate::{
    Place,
    gather::{Failure, Gather, Pages},
    xml::{self, Attributes, Node},
    zipped::Parts,
};

/// Cells and rows that stand for many are written no more often than this.
const REPEATED: usize = 64;
/// Columns of a row that are kept.
const COLUMNS: usize = 500;
/// Rows that make one block.
const BLOCK: usize = 500;

/// Reads a document that is an archive.
pub(crate) fn read(parts: &mut Parts, gather: &mut Gather<'_>) -> Result<Pages, Failure> {
    let mut encrypted = false;
    parts.walk("META-INF/manifest.xml", |node| {
        encrypted |= matches!(node, Node::Open(b"encryption-data", _));
        !encrypted
    })?;
    if encrypted {
        return Err(Failure::Encrypted);
    }
    let mut flow = Flow::default();
    parts.walk("content.xml", |node| flow.visit(&node, gather))?;
    flow.end(gather)
}

/// Reads a document in one file of XML.
pub(crate) fn flat(file: File, gather: &mut Gather<'_>) -> Result<Pages, Failure> {
    let mut flow = Flow::default();
    xml::walk(BufReader::new(file.take(gather.limits.unpacked)), |node| flow.visit(&node, gather))?;
    flow.end(gather)
}

/// A paragraph being gathered: one may be inside another, in a note.
struct Paragraph {
    heading: Option<u8>,
    words: String,
}

/// Words on their way to become blocks.
#[derive(Default)]
struct Flow {
    presentation: bool,
    spreadsheet: bool,
    paragraphs: Vec<Paragraph>,
    /// How many elements that are not read are open.
    skipped: usize,
    lists: usize,
    /// How many tables are open; those inside another are cells of it.
    tables: usize,
    rows: Vec<Vec<String>>,
    /// How many times the cell and the row are repeated.
    cells: usize,
    lines: usize,
    title: bool,
    pages: u32,
}

impl Flow {
    fn visit(&mut self, node: &Node<'_>, gather: &mut Gather<'_>) -> bool {
        match node {
            // What was deleted, how things look, who wrote a note and when.
            Node::Open(
                b"tracked-changes" | b"automatic-styles" | b"styles" | b"master-styles" | b"font-face-decls"
                | b"meta" | b"settings" | b"scripts" | b"forms" | b"binary-data" | b"creator" | b"date"
                | b"shapes" | b"page-number" | b"desc",
                _,
            ) => self.skipped += 1,
            Node::Close(
                b"tracked-changes" | b"automatic-styles" | b"styles" | b"master-styles" | b"font-face-decls"
                | b"meta" | b"settings" | b"scripts" | b"forms" | b"binary-data" | b"creator" | b"date"
                | b"shapes" | b"page-number" | b"desc",
            ) => self.skipped = self.skipped.saturating_sub(1),
            _ if self.skipped > 0 => {}
            Node::Open(name, attributes) => return self.open(name, attributes, gather),
            Node::Close(name) => return self.close(name, gather),
            Node::Words(words) => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    // Ends of lines and blanks in a row are one blank.
                    for c in words.chars() {
                        if !c.is_ascii_whitespace() {
                            paragraph.words.push(c);
                        } else if !paragraph.words.ends_with(' ') {
                            paragraph.words.push(' ');
                        }
                    }
                }
            }
        }
        true
    }

    fn open(&mut self, name: &[u8], attributes: &Attributes<'_>, gather: &mut Gather<'_>) -> bool {
        match name {
            b"presentation" | b"drawing" => self.presentation = true,
            b"spreadsheet" => self.spreadsheet = true,
            b"page" if self.presentation => {
                self.pages += 1;
                return gather.begin(Place::Slide(self.pages));
            }
            b"frame" => self.title = attributes.get("class").is_some_and(|class| class == "title"),
            b"p" | b"h" => {
                let level = attributes.number("outline-level").and_then(|level| u8::try_from(level).ok());
                let heading = match name {
                    b"h" => Some(level.unwrap_or(1)),
                    _ if self.title => Some(2),
                    _ => None,
                };
                self.paragraphs.push(Paragraph { heading, words: String::new() });
            }
            b"s" | b"tab" => self.words(" "),
            b"line-break" => self.words("\n"),
            b"list-item" | b"list-header" => self.lists += 1,
            b"table" => {
                if self.spreadsheet && self.tables == 0 {
                    self.pages += 1;
                    if !gather.begin(Place::Sheet(attributes.get("name").unwrap_or_default())) {
                        return false;
                    }
                }
                self.tables += 1;
            }
            b"table-row" if self.tables == 1 => {
                self.lines = attributes.number("number-rows-repeated").unwrap_or(1);
                self.rows.push(Vec::new());
            }
            b"table-cell" | b"covered-table-cell" if self.tables == 1 => {
                self.cells = attributes.number("number-columns-repeated").unwrap_or(1);
                if let Some(row) = self.rows.last_mut() {
                    row.push(String::new());
                }
            }
            _ => {}
        }
        true
    }

    fn close(&mut self, name: &[u8], gather: &mut Gather<'_>) -> bool {
        match name {
            b"p" | b"h" => {
                self.end_paragraph(gather);
                return gather.goes_on();
            }
            b"list-item" | b"list-header" => self.lists = self.lists.saturating_sub(1),
            b"frame" => self.title = false,
            b"table-cell" | b"covered-table-cell" if self.tables == 1 => {
                if let Some(row) = self.rows.last_mut()
                    && let Some(cell) = row.last().cloned()
                {
                    // An empty cell keeps the place of those after it.
                    let times = if cell.is_empty() { self.cells } else { self.cells.min(REPEATED) };
                    row.resize((row.len() + times.saturating_sub(1)).min(COLUMNS), cell);
                }
            }
            b"table-row" if self.tables == 1 => {
                let times = self.lines.min(REPEATED).saturating_sub(1);
                let full = |row: &&Vec<String>| times > 0 && row.iter().any(|cell| !cell.is_empty());
                if let Some(row) = self.rows.last().filter(full).cloned() {
                    self.rows.extend(std::iter::repeat_n(row, times));
                }
                if self.rows.len() >= BLOCK {
                    gather.table(std::mem::take(&mut self.rows));
                    return gather.goes_on();
                }
            }
            b"table" => {
                self.tables = self.tables.saturating_sub(1);
                if self.tables == 0 {
                    gather.table(std::mem::take(&mut self.rows));
                }
            }
            _ => {}
        }
        true
    }

    fn words(&mut self, words: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.words.push_str(words);
        }
    }

    fn end_paragraph(&mut self, gather: &mut Gather<'_>) {
        let Some(Paragraph { heading, words }) = self.paragraphs.pop() else { return };
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()).filter(|_| self.tables > 0) {
            if !cell.is_empty() && !words.trim().is_empty() {
                cell.push('\n');
            }
            cell.push_str(words.trim());
        } else if let Some(level) = heading {
            gather.heading(level, &words);
        } else if self.lists > 0 {
            gather.item(&words);
        } else {
            gather.paragraph(&words);
        }
    }

    fn end(self, gather: &mut Gather<'_>) -> Result<Pages, Failure> {
        if self.tables > 0 {
            gather.table(self.rows);
        }
        Ok((self.pages > 0).then_some(self.pages))
    }
}
