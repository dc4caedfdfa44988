//! A text as it is read, before it is written in Markdown. Words are flat: each run says how it looks.

use std::{collections::HashMap, rc::Rc};

use super::losses::Losses;

/// Lists and quotations inside one another that are kept.
pub(super) const DEPTH: usize = 7;
/// Cells that a row keeps.
pub(super) const COLUMNS: usize = 40;
/// Cells that all the tables of a text keep.
pub(super) const CELLS: usize = 30_000;

/// Everything that was read of a file.
#[derive(Default)]
pub(super) struct Read {
    pub title: String,
    pub summary: String,
    pub blocks: Vec<Block>,
    /// The notes, by the numbers of their calls.
    pub notes: Vec<Vec<Block>>,
    /// From the name of a place to the words of its title.
    pub anchors: HashMap<String, String>,
    pub lost: Losses,
    /// How many images were put aside.
    pub images: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    Heading(u8, Vec<Run>),
    Paragraph(Vec<Run>),
    Quote(Vec<Block>),
    List(Option<u64>, Vec<Vec<Block>>),
    Code(String),
    Table(Table),
    Rule,
}

/// The first row is its head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Table {
    pub sides: Vec<Side>,
    pub rows: Vec<Vec<Vec<Run>>>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Side {
    #[default]
    Start,
    Center,
    End,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub bold: bool,
    pub italic: bool,
    pub struck: bool,
    pub link: Option<Rc<str>>,
}

impl Look {
    /// What both have.
    pub fn and(&self, other: &Look) -> Look {
        Look {
            bold: self.bold && other.bold,
            italic: self.italic && other.italic,
            struck: self.struck && other.struck,
            link: self.link.clone().filter(|_| self.link == other.link),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub what: What,
    pub look: Look,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    Text(String),
    Code(String),
    Image {
        number: usize,
        alt: String,
    },
    /// The call of a note, by its place among the notes.
    Note(usize),
    Break,
}

/// The words of some runs.
pub(super) fn words(runs: &[Run]) -> String {
    let mut said = String::new();
    for run in runs {
        match &run.what {
            What::Text(text) | What::Code(text) => said.push_str(text),
            What::Break => said.push(' '),
            What::Image { .. } | What::Note(_) => {}
        }
    }
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether nothing of these runs is seen.
pub(super) fn is_blank(runs: &[Run]) -> bool {
    runs.iter().all(|run| match &run.what {
        What::Text(text) => text.trim().is_empty(),
        What::Break => true,
        What::Code(text) => text.trim().is_empty(),
        What::Image { .. } | What::Note(_) => false,
    })
}

/// Words without what nobody can read; ends of lines are blanks.
pub(super) fn tidy(words: &str) -> String {
    words
        .chars()
        .filter_map(|c| match c {
            '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}' => Some(' '),
            c if unseen(c) => None,
            c => Some(c),
        })
        .collect()
}

/// Lines kept as typed, without what nobody can read.
pub(super) fn tidy_lines(words: &str) -> String {
    words
        .chars()
        .filter_map(|c| match c {
            '\n' => Some('\n'),
            '\t' => Some('\t'),
            c if unseen(c) => None,
            c => Some(c),
        })
        .collect()
}

fn unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{feff}' | '\u{fffd}' | '\u{200b}' | '\u{2060}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            | '\u{200e}' | '\u{200f}' | '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{fff9}'..='\u{fffc}'
    ) || c.is_control()
        || c as u32 & 0xfffe == 0xfffe
}
