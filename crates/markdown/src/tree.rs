//! From Markdown to a tree of blocks, for those who write it otherwise than as a page: the same reading, the same
//! typography, the same care with addresses.

mod read;

use serde::Serialize;

use crate::{
    Options, invisible,
    parse::{self, Document},
};

use read::Reader;

/// A text as blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tree {
    /// The text.
    pub blocks: Vec<Block>,
    /// The notes in the order of their calls, then those that nobody calls.
    pub notes: Vec<Vec<Block>>,
    /// How many of them are called from the text itself.
    pub called: usize,
}

/// A block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "lowercase")]
pub enum Block {
    /// A title.
    Heading {
        /// From 1, never more than one deeper than the title before.
        level: u8,
        /// Its name, unique in the text.
        id: String,
        /// Its words.
        content: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph {
        /// Its words.
        content: Vec<Inline>,
    },
    /// A quotation.
    Quote {
        /// What is quoted.
        blocks: Vec<Block>,
    },
    /// A box with a name, such as « Attention ».
    Alert {
        /// Its name, in the language of the text.
        label: String,
        /// What it says.
        blocks: Vec<Block>,
    },
    /// A recommendation.
    Recommendation {
        /// The level of its title.
        level: u8,
        /// Its name, unique in the text.
        id: String,
        /// Its number and its title.
        title: Vec<Inline>,
        /// What it says.
        blocks: Vec<Block>,
    },
    /// A list.
    List {
        /// The first number of a numbered one.
        start: Option<u64>,
        /// Its items.
        items: Vec<Item>,
    },
    /// Terms and what they mean.
    Definitions {
        /// Each term with its meanings.
        items: Vec<Definition>,
    },
    /// Words kept as typed.
    Code {
        /// The lines.
        text: String,
    },
    /// A table; every row has as many cells as there are columns.
    Table {
        /// How each column is set: `start`, `center` or `end`.
        columns: Vec<&'static str>,
        /// The cells of the first row.
        head: Vec<Vec<Inline>>,
        /// The rows.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A pause.
    Rule,
}

/// An item of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Whether the task that it is was done.
    pub done: Option<bool>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A term with its meanings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Definition {
    /// The term.
    pub term: Vec<Inline>,
    /// What it means.
    pub meanings: Vec<Vec<Block>>,
}

/// Words in a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "lowercase")]
pub enum Inline {
    /// Words.
    Text {
        /// Them.
        text: String,
    },
    /// Words kept as typed.
    Code {
        /// Them.
        text: String,
    },
    /// Emphasis.
    Emphasis {
        /// What is stressed.
        content: Vec<Inline>,
    },
    /// Strong emphasis.
    Strong {
        /// What is stressed.
        content: Vec<Inline>,
    },
    /// Words struck out.
    Struck {
        /// Them.
        content: Vec<Inline>,
    },
    /// A link.
    Link {
        /// Where it leads: `#name` in the text, a path of this site, or an address elsewhere.
        href: String,
        /// Its words.
        content: Vec<Inline>,
    },
    /// An image.
    Image {
        /// Where it is, if it is somewhere.
        href: Option<String>,
        /// What it shows, as its author said; may be empty.
        alt: String,
        /// What is read beside it; may be empty.
        title: String,
    },
    /// The call of a note.
    Note {
        /// The number of the note, from 1.
        number: usize,
        /// Whether it was called before.
        again: bool,
    },
    /// A new line in the same paragraph.
    Break,
}

impl Inline {
    /// Plain words.
    pub fn text(text: impl Into<String>) -> Inline {
        Inline::Text { text: text.into() }
    }
}

/// The words of some inlines, without the calls of notes.
pub fn words(content: &[Inline]) -> String {
    let mut said = String::new();
    for inline in content {
        match inline {
            Inline::Text { text } | Inline::Code { text } | Inline::Image { alt: text, .. } => {
                said.push_str(text);
            }
            Inline::Emphasis { content }
            | Inline::Strong { content }
            | Inline::Struck { content }
            | Inline::Link { content, .. } => said.push_str(&words(content)),
            Inline::Break => said.push(' '),
            Inline::Note { .. } => {}
        }
    }
    said
}

/// Reads a whole text.
pub fn tree(markdown: &str, options: &Options<'_>) -> Tree {
    let source = crate::ready(markdown);
    let document = parse::document(&source, options.language);
    let mut reader = Reader::new(options, &document);
    let blocks = reader.blocks(&document.body);
    let called = reader.order.len();
    let mut notes = Vec::new();
    let mut uncalled = 0..document.notes.len();
    loop {
        // Reading a note can call others, which then come after it.
        let place = match reader.order.get(notes.len()) {
            Some(place) => *place,
            None => match uncalled.find(|place| reader.numbers[*place] == 0) {
                Some(place) => {
                    reader.number(place);
                    place
                }
                None => break,
            },
        };
        notes.push(reader.blocks(&document.notes[place].events));
    }
    Tree { blocks, notes, called }
}

/// Reads one line, such as a summary.
pub fn tree_line(markdown: &str, options: &Options<'_>) -> Vec<Inline> {
    let line = invisible::strip(markdown);
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let events = parse::line(&line, options.language);
    let mut reader = Reader::new(options, &Document { body: Vec::new(), notes: Vec::new() });
    match reader.blocks(&events).into_iter().next() {
        Some(Block::Paragraph { content }) => content,
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
