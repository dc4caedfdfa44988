//! Documents of LibreOffice.

use std::{collections::HashMap, fs::File, io::BufReader, path::PathBuf};

use super::{
    build::{Builder, Holder, Kind},
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
        flow.style(&node);
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

/// What a style makes of words or of a paragraph.
#[derive(Clone, Debug, Default)]
struct Shape {
    parent: String,
    bold: Option<bool>,
    italic: Option<bool>,
    struck: Option<bool>,
    looks: bool,
    side: Side,
    border: bool,
}

#[derive(Default)]
struct Flow {
    builder: Builder,
    styles: HashMap<String, Shape>,
    /// Whether the levels of a list have numbers, by its style.
    lists: HashMap<String, HashMap<usize, bool>>,
    defining: Option<String>,
    defining_list: Option<String>,
    skipped: usize,
    /// The looks of the words around those that are open.
    spans: Vec<super::tree::Look>,
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
    /// What styles say.
    fn style(&mut self, node: &Node<'_>) {
        match node {
            Node::Open(b"style", attributes) => {
                let name = attributes.get("name").unwrap_or_default();
                let parent = attributes.get("parent-style-name").unwrap_or_default();
                self.styles.insert(name.clone(), Shape { parent, ..Shape::default() });
                self.defining = Some(name);
            }
            Node::Close(b"style") => self.defining = None,
            Node::Open(b"list-style", attributes) => self.defining_list = attributes.get("name"),
            Node::Close(b"list-style") => self.defining_list = None,
            Node::Open(name @ (b"list-level-style-number" | b"list-level-style-bullet"), attributes) => {
                let level = attributes.number("level").unwrap_or(1);
                let format = attributes.get("num-format").unwrap_or_default();
                let numbered = *name == b"list-level-style-number".as_slice() && !format.is_empty();
                if let Some(list) = &self.defining_list {
                    self.lists.entry(list.clone()).or_default().insert(level, numbered);
                }
            }
            Node::Open(b"text-properties", attributes) => {
                let Some(shape) = self.defining.as_ref().and_then(|name| self.styles.get_mut(name)) else {
                    return;
                };
                let get = |name: &str| attributes.get(name);
                shape.bold = get("font-weight")
                    .map(|weight| weight == "bold" || weight.parse().is_ok_and(|n: u32| n >= 600));
                shape.italic = get("font-style").map(|style| style == "italic" || style == "oblique");
                shape.struck = get("text-line-through-style").map(|style| style != "none");
                let underlined = get("text-underline-style").is_some_and(|style| style != "none");
                let coloured = attributes.whole("fo:color").is_some_and(|color| color != "#000000");
                let marked = get("background-color").is_some_and(|color| color != "transparent");
                shape.looks = underlined || coloured || marked;
            }
            Node::Open(b"paragraph-properties", attributes) => {
                let Some(shape) = self.defining.as_ref().and_then(|name| self.styles.get_mut(name)) else {
                    return;
                };
                shape.side = match attributes.get("text-align").as_deref() {
                    Some("center") => Side::Center,
                    Some("end" | "right") => Side::End,
                    _ => Side::Start,
                };
                let line = |name: &str| attributes.get(name).is_some_and(|line| line != "none");
                shape.border = line("border-bottom") || line("border-top");
            }
            Node::Open(b"header" | b"footer", _) if self.defining.is_none() => {
                self.builder.read.lost.one(Loss::HeadersFooters);
            }
            _ => {}
        }
    }

    /// A style and those it is based on, the nearest first.
    fn ancestry<'s>(&'s self, name: &'s str) -> impl Iterator<Item = (&'s str, &'s Shape)> {
        let mut next = Some(name);
        std::iter::from_fn(move || {
            let name = next?;
            let shape = self.styles.get(name)?;
            next = (!shape.parent.is_empty()).then_some(shape.parent.as_str());
            Some((name, shape))
        })
        .take(10)
    }

    /// Whether a paragraph is of a style that says so, by the names that LibreOffice gives.
    fn is_of(&self, style: &str, names: &[&str]) -> bool {
        names.contains(&style)
            || self
                .ancestry(style)
                .any(|(name, shape)| names.contains(&name) || names.contains(&shape.parent.as_str()))
    }

    fn visit(&mut self, node: &Node<'_>) {
        match node {
            Node::Open(b"automatic-styles" | b"styles", _) => self.in_body = false,
            Node::Open(b"body", _) => self.in_body = true,
            Node::Open(..) | Node::Close(_) if !self.in_body => self.style(node),
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
                    self.builder.text(words);
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
                self.span(&attributes.get("style-name").unwrap_or_default());
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
                self.builder.text(&" ".repeat(count));
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

    fn begin(&mut self, name: &[u8], attributes: &Attributes<'_>) {
        let style = attributes.get("style-name").unwrap_or_default();
        let heading = name == b"h";
        let quote = self.is_of(&style, &["Quotations", "Alert"]);
        let free = !self.builder.is_in(Holder::Table)
            && !self.builder.is_in(Holder::Note)
            && self.paragraphs.is_empty();
        if self.quoting && !quote && free && self.open_lists.is_empty() {
            self.end_quote();
        }
        if quote && !self.quoting && free && self.open_lists.is_empty() {
            self.builder.open(Holder::Quote);
            self.quoting = true;
            self.quoted.clone_from(&style);
        }
        if self.paragraphs.is_empty() || self.builder.is_in(Holder::Note) {
            self.builder.flush();
        }
        let code = self.is_of(&style, &["Code", "Preformatted_20_Text", "Source_20_Text", "Source_20_Code"]);
        self.builder.kind = match heading {
            true => {
                let level = attributes.number("outline-level").unwrap_or(1).clamp(1, 6);
                Kind::Heading(u8::try_from(level).unwrap_or(6))
            }
            false if code => Kind::Code,
            false => Kind::Plain,
        };
        let border = self.ancestry(&style).any(|(_, shape)| shape.border);
        let rule = self.is_of(&style, &["Rule", "Horizontal_20_Line"]) || (border && !quote && !code);
        let side = self.ancestry(&style).map(|(_, shape)| shape.side).find(|side| *side != Side::Start);
        if self.builder.is_in(Holder::Cell) {
            self.builder.side = side.unwrap_or_default();
        }
        if self.ancestry(&style).any(|(name, shape)| shape.looks && name.starts_with('P') && name.len() < 6) {
            self.builder.read.lost.one(Loss::Looks);
        }
        let outer = std::mem::take(&mut self.builder.look);
        // Whole paragraphs in bold are those of automatic styles; the others are titles and the like.
        if !heading && let Some(own) = self.styles.get(&style).filter(|_| style.starts_with('P')).cloned() {
            self.builder.look.bold = own.bold.unwrap_or_default();
            self.builder.look.italic = own.italic.unwrap_or_default();
            self.builder.look.struck = own.struck.unwrap_or_default();
        }
        let title = style == "Title" || self.is_of(&style, &["Title"]);
        self.paragraphs.push(Paragraph { style, anchors: Vec::new(), rule, title: title && free, outer });
    }

    fn span(&mut self, style: &str) {
        let mut look = self.builder.look.clone();
        let (mut bold, mut italic, mut struck, mut looks) = (None, None, None, false);
        for (_, shape) in self.ancestry(style) {
            bold = bold.or(shape.bold);
            italic = italic.or(shape.italic);
            struck = struck.or(shape.struck);
            looks |= shape.looks;
        }
        look.bold =
            bold.unwrap_or(look.bold) || self.is_of(style, &["Strong_20_Emphasis", "Strong_Emphasis"]);
        look.italic = italic.unwrap_or(look.italic) || self.is_of(style, &["Emphasis"]);
        look.struck = struck.unwrap_or(look.struck);
        self.builder.look = look;
        if looks && self.links == 0 {
            self.builder.read.lost.one(Loss::Looks);
        }
    }

    fn open_list(&mut self, attributes: &Attributes<'_>) {
        let outer = self.open_lists.last().cloned().unwrap_or_default();
        if self.quoting && self.open_lists.is_empty() && !self.builder.is_in(Holder::Note) {
            self.end_quote();
        }
        let style = attributes.get("style-name").unwrap_or(outer);
        let level = self.open_lists.len() + 1;
        let levels = self.lists.get(&style);
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
            }
            b"a" => {
                self.links = self.links.saturating_sub(1);
                self.builder.look.link = None;
            }
            b"note" => {
                self.builder.look = self.spans.pop().unwrap_or_default();
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

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        let said = self.builder.said();
        for anchor in paragraph.anchors {
            self.builder.read.anchors.insert(anchor, said.clone());
        }
        if paragraph.title && self.title.is_empty() && !said.is_empty() {
            self.title = said;
            self.builder.clear();
        } else if paragraph.rule && self.builder.is_blank() && !self.builder.is_in(Holder::Cell) {
            self.builder.clear();
            self.builder.block(Block::Rule);
        } else {
            self.builder.flush();
        }
        self.builder.look = paragraph.outer;
        self.note_style(&paragraph.style);
    }

    /// Remembers the style of each block of the text itself.
    fn note_style(&mut self, style: &str) {
        self.named.resize(self.builder.read.blocks.len().min(self.named.len()), String::new());
        while self.named.len() < self.builder.read.blocks.len() {
            self.named.push(style.to_owned());
        }
    }

    fn end_quote(&mut self) {
        self.quoting = false;
        self.builder.close();
        let style = std::mem::take(&mut self.quoted);
        self.note_style(&style);
    }

    /// What was read, and its blocks.
    fn ended(mut self) -> (Read, Vec<Block>) {
        if self.quoting {
            self.end_quote();
        }
        let mut read = self.builder.done();
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
