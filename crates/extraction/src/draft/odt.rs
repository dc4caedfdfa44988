//! Documents of LibreOffice.

mod paragraphs;
mod styles;

use std::{collections::HashMap, fs::File, io::BufReader, path::PathBuf};

use super::{
    build::{Builder, Holder},
    frame,
    losses::Loss,
    number_images, put_aside,
    tree::{Block, Read, Side, What},
};
use crate::{
    Limits,
    gather::Failure,
    xml::{self, Attributes, Node},
    zipped::Parts,
};
use styles::Styles;

/// Elements that are read past with all they hold.
const SKIPPED: [&[u8]; 16] = [
    b"tracked-changes",
    b"font-face-decls",
    b"meta",
    b"settings",
    b"scripts",
    b"forms",
    b"binary-data",
    b"annotation",
    b"text-box",
    b"object",
    b"table-of-content",
    b"alphabetical-index",
    b"master-styles",
    b"desc",
    b"title",
    b"note-citation",
];
/// Cells and rows that stand for many are written no more often than this.
const REPEATED: usize = 40;

/// Reads a document that is an archive.
pub(super) fn read(parts: &mut Parts, folder: Option<PathBuf>) -> Result<Read, Failure> {
    let mut encrypted = false;
    parts.walk("META-INF/manifest.xml", |node| {
        encrypted |= matches!(node, Node::Open(b"encryption-data", _));
        !encrypted
    })?;
    if encrypted {
        return Err(Failure::Encrypted);
    }
    let mut flow = Flow::default();
    parts.walk("styles.xml", |node| {
        flow.styles.read(&node);
        true
    })?;
    if !parts.walk("content.xml", |node| {
        flow.visit(&node);
        true
    })? {
        return Err(Failure::Damaged);
    }
    let wanted = std::mem::take(&mut flow.images);
    let (mut read, blocks) = flow.ended();
    let mut numbers = Vec::new();
    let mut known: HashMap<&str, Option<usize>> = HashMap::new();
    for part in &wanted {
        let number =
            *known.entry(part).or_insert_with(|| put_aside(parts, part, folder.as_deref(), &mut read));
        numbers.push(number);
    }
    read.blocks = blocks;
    number_images(&mut read, &|met| numbers.get(met).copied().flatten());
    Ok(read)
}

/// Reads a document in one file of XML; its images are not kept.
pub(super) fn flat(file: File, limits: &Limits) -> Result<Read, Failure> {
    use std::io::Read as _;

    let mut flow = Flow::default();
    xml::walk(BufReader::new(file.take(limits.unpacked)), |node| {
        flow.visit(&node);
        true
    })?;
    if !flow.is_text {
        return Err(Failure::Unsupported);
    }
    let (mut read, blocks) = flow.ended();
    read.blocks = blocks;
    number_images(&mut read, &|_| None);
    Ok(read)
}

#[derive(Default)]
struct Flow {
    builder: Builder,
    styles: Styles,
    skipped: usize,
    /// The looks of the words around those that are open.
    spans: Vec<super::tree::Look>,
    /// Whether the spans that are open are of code.
    code: Vec<bool>,
    links: usize,
    /// For each list that is open, its style.
    open_lists: Vec<String>,
    /// The paragraphs that are open: one may be inside another, in a note.
    paragraphs: Vec<Paragraph>,
    cells: usize,
    images: Vec<String>,
    frames: Vec<Framed>,
    telling: bool,
    in_body: bool,
    is_text: bool,
    quoting: bool,
    /// The style of its first paragraph.
    quoted: String,
    /// The styles of the blocks of the text itself, as they are placed.
    named: Vec<String>,
    title: String,
}

#[derive(Default)]
struct Paragraph {
    style: String,
    anchors: Vec<String>,
    rule: bool,
    title: bool,
    outer: super::tree::Look,
}

/// An image that is open: where it is, and what it shows.
#[derive(Default)]
struct Framed {
    alt: String,
    image: Option<String>,
    other: bool,
}

impl Flow {
    fn visit(&mut self, node: &Node<'_>) {
        match node {
            Node::Open(b"automatic-styles" | b"styles", _) => self.in_body = false,
            Node::Open(b"body", _) => self.in_body = true,
            Node::Open(..) | Node::Close(_) if !self.in_body => self.styles.read(node),
            Node::Open(name, attributes) => {
                if SKIPPED.contains(name) {
                    self.skipping(name);
                    self.skipped += 1;
                } else if self.skipped == 0 {
                    self.open(name, attributes);
                } else if *name == b"changed-region" {
                    self.builder.read.lost.one(Loss::Changes);
                }
            }
            Node::Close(name) => {
                if SKIPPED.contains(name) {
                    self.skipped = self.skipped.saturating_sub(1);
                    self.telling = false;
                } else if self.skipped == 0 {
                    self.close(name);
                }
            }
            Node::Words(words) => {
                if self.telling
                    && let Some(frame) = self.frames.last_mut()
                {
                    frame.alt.push_str(words);
                } else if self.skipped == 0 && !self.paragraphs.is_empty() {
                    self.text(words);
                }
            }
        }
    }

    fn skipping(&mut self, name: &[u8]) {
        let lost = &mut self.builder.read.lost;
        match name {
            b"annotation" => lost.one(Loss::Comments),
            b"text-box" => lost.one(Loss::TextBoxes),
            b"object" => {
                lost.one(Loss::Objects);
                self.frames.iter_mut().for_each(|frame| frame.other = true);
            }
            b"table-of-content" | b"alphabetical-index" => lost.one(Loss::Contents),
            b"desc" | b"title" if self.skipped == 0 => {
                self.telling =
                    self.frames.last().is_some_and(|frame| frame.alt.is_empty() || name == b"desc");
                if self.telling
                    && let Some(frame) = self.frames.last_mut()
                {
                    frame.alt.clear();
                }
            }
            _ => {}
        }
    }

    fn open(&mut self, name: &[u8], attributes: &Attributes<'_>) {
        match name {
            b"text" => self.is_text = true,
            b"p" | b"h" => self.begin(name, attributes),
            b"span" => {
                self.spans.push(self.builder.look.clone());
                let style = attributes.get("style-name").unwrap_or_default();
                self.span(&style);
                let inside = self.code.last().copied().unwrap_or_default();
                self.code.push(inside || self.styles.is_of(&style, &["Source_20_Text", "CodeWords"]));
            }
            b"a" => {
                self.links += 1;
                self.builder.look.link = attributes.get("href").map(|href| {
                    // LibreOffice says what a place is after its name.
                    href.split_once('|').map_or(href.as_str(), |(name, _)| name).into()
                });
            }
            b"s" => {
                let count = attributes.number("c").unwrap_or(1).min(200);
                self.text(&" ".repeat(count));
            }
            b"tab" => self.builder.text(" "),
            b"line-break" => self.builder.push(What::Break),
            b"bookmark" | b"bookmark-start" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.anchors.extend(attributes.get("name"));
                }
            }
            b"note" => {
                self.builder.open(Holder::Note);
                self.spans.push(std::mem::take(&mut self.builder.look));
                self.code.push(false);
            }
            b"list" => self.open_list(attributes),
            b"list-item" | b"list-header" => self.open_item(attributes),
            b"table" => {
                if self.quoting && self.open_lists.is_empty() && !self.builder.is_in(Holder::Note) {
                    self.end_quote();
                }
                self.builder.open(Holder::Table);
            }
            b"table-row" => self.builder.row(),
            b"table-cell" | b"covered-table-cell" => {
                self.cells = attributes.number("number-columns-repeated").unwrap_or(1).min(REPEATED);
                let spans = |name: &str| attributes.number(name).is_some_and(|n| n > 1);
                if spans("number-columns-spanned") || spans("number-rows-spanned") {
                    self.builder.read.lost.one(Loss::MergedCells);
                }
                self.builder.open(Holder::Cell);
            }
            b"frame" => self.frames.push(Framed::default()),
            b"image" => {
                let href = attributes.get("href").unwrap_or_default();
                if let Some(frame) = self.frames.last_mut() {
                    frame.image.get_or_insert(href);
                }
            }
            b"custom-shape" | b"rect" | b"line" | b"ellipse" | b"polygon" | b"path" | b"plugin" => {
                self.builder.read.lost.one(Loss::Objects);
            }
            _ => {}
        }
    }

    fn text(&mut self, words: &str) {
        match self.code.last() {
            Some(true) => self.builder.code(words),
            _ => self.builder.text(words),
        }
    }

    fn open_list(&mut self, attributes: &Attributes<'_>) {
        let outer = self.open_lists.last().cloned().unwrap_or_default();
        if self.quoting && self.open_lists.is_empty() && !self.builder.is_in(Holder::Note) {
            self.end_quote();
        }
        let style = attributes.get("style-name").unwrap_or(outer);
        let level = self.open_lists.len() + 1;
        let levels = self.styles.lists.get(&style);
        let numbered = levels.and_then(|levels| levels.get(&level)).copied().unwrap_or_default();
        self.open_lists.push(style);
        self.builder.open(Holder::List(numbered.then_some(1)));
    }

    fn open_item(&mut self, attributes: &Attributes<'_>) {
        if let Some(start) = attributes.number("start-value") {
            self.builder.starts(start as u64);
        }
        self.builder.open(Holder::Item);
    }

    fn close(&mut self, name: &[u8]) {
        match name {
            b"p" | b"h" => self.end_paragraph(),
            b"span" => {
                let link = self.builder.look.link.clone();
                self.builder.look = self.spans.pop().unwrap_or_default();
                self.builder.look.link = link;
                self.code.pop();
            }
            b"a" => {
                self.links = self.links.saturating_sub(1);
                self.builder.look.link = None;
            }
            b"note" => {
                self.builder.look = self.spans.pop().unwrap_or_default();
                self.code.pop();
                self.builder.close();
            }
            b"list" => {
                self.open_lists.pop();
                self.builder.close();
            }
            b"list-item" | b"list-header" | b"table" => self.builder.close(),
            b"table-cell" | b"covered-table-cell" => {
                self.builder.close();
                for _ in 1..self.cells {
                    self.builder.cell(Vec::new(), Side::Start);
                }
                self.cells = 1;
            }
            b"frame" => {
                let Some(frame) = self.frames.pop() else { return };
                if let Some(part) = frame.image.filter(|_| !frame.other) {
                    let number = self.images.len();
                    self.images.push(part.trim_start_matches("./").to_owned());
                    let alt = super::tree::tidy(&frame.alt);
                    self.builder.push(What::Image { number, alt });
                }
            }
            _ => {}
        }
    }

    /// What was read, and its blocks.
    fn ended(mut self) -> (Read, Vec<Block>) {
        if self.quoting {
            self.end_quote();
        }
        let beside = self.styles.beside;
        let mut read = self.builder.done();
        read.lost.many(Loss::HeadersFooters, beside);
        read.title = self.title;
        let mut blocks = std::mem::take(&mut read.blocks);
        if self.named.iter().take(3).any(|style| style == frame::FIRST) {
            self.named.resize(blocks.len(), String::new());
            let pieces: Vec<(String, Block)> = self.named.into_iter().zip(blocks.clone()).collect();
            let (kept, summary) = frame::inside(&pieces);
            read.summary = summary;
            blocks = blocks.drain(kept).collect();
        }
        (read, super::joined(blocks))
    }
}
