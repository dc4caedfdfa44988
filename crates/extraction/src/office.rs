//! DOCX and PPTX.

use std::collections::HashMap;

use crate::{
    Place,
    gather::{Failure, Gather, Pages},
    xml::Node,
    zipped::Parts,
};

/// What a paragraph says of itself.
#[derive(Clone, Copy, Default)]
struct Shape {
    heading: Option<u8>,
    item: bool,
}

/// Words on their way to become blocks: paragraphs, and tables that hold some.
#[derive(Default)]
struct Flow {
    words: String,
    shape: Shape,
    /// How many tables are open; those inside another are cells of it.
    tables: usize,
    rows: Vec<Vec<String>>,
    /// How many elements that are not read are open.
    skipped: usize,
    /// Whether the words met are text.
    text: bool,
}

impl Flow {
    fn end_paragraph(&mut self, gather: &mut Gather<'_>) {
        let words = std::mem::take(&mut self.words);
        let shape = std::mem::take(&mut self.shape);
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()).filter(|_| self.tables > 0) {
            if !cell.is_empty() && !words.trim().is_empty() {
                cell.push('\n');
            }
            cell.push_str(words.trim());
            return;
        }
        match shape {
            Shape { heading: Some(level), .. } => gather.heading(level, &words),
            Shape { item: true, .. } => gather.item(&words),
            Shape { .. } => gather.paragraph(&words),
        }
    }

    /// What both kinds of documents have. Whether reading goes on.
    fn visit(&mut self, node: &Node<'_>, gather: &mut Gather<'_>) -> bool {
        match node {
            // What was deleted or moved away, what is drawn twice, what Word computes from.
            Node::Open(b"del" | b"moveFrom" | b"Fallback" | b"instrText" | b"fld", _) => self.skipped += 1,
            Node::Close(b"del" | b"moveFrom" | b"Fallback" | b"instrText" | b"fld") => {
                self.skipped = self.skipped.saturating_sub(1);
            }
            _ if self.skipped > 0 => {}
            Node::Open(b"t", _) => self.text = true,
            Node::Close(b"t") => self.text = false,
            Node::Words(words) if self.text => self.words.push_str(words),
            Node::Open(b"tab" | b"ptab", _) => self.words.push(' '),
            Node::Open(b"br" | b"cr", _) => self.words.push('\n'),
            Node::Open(b"noBreakHyphen", _) => self.words.push('-'),
            Node::Open(b"tbl", _) => {
                self.end_paragraph(gather);
                self.tables += 1;
            }
            Node::Open(b"tr", _) if self.tables == 1 => self.rows.push(Vec::new()),
            Node::Open(b"tc", _) if self.tables == 1 => {
                if let Some(row) = self.rows.last_mut() {
                    row.push(String::new());
                }
            }
            Node::Close(b"tbl") => {
                self.tables = self.tables.saturating_sub(1);
                if self.tables == 0 {
                    gather.table(std::mem::take(&mut self.rows));
                }
            }
            Node::Close(b"p") => {
                self.end_paragraph(gather);
                return gather.goes_on();
            }
            _ => {}
        }
        true
    }
}

/// A text: its body, then its notes, remarks, headers and footers.
pub(crate) fn document(parts: &mut Parts, gather: &mut Gather<'_>) -> Result<Pages, Failure> {
    let styles = styles(parts)?;
    let beside = ["word/footnotes", "word/endnotes", "word/comments", "word/header", "word/footer"];
    let mut others: Vec<(usize, String)> = parts
        .names()
        .filter(|name| name.ends_with(".xml"))
        .filter_map(|name| Some((beside.iter().position(|start| name.starts_with(start))?, name.to_owned())))
        // Other parts are about comments, not comments.
        .filter(|(_, name)| !name.starts_with("word/comments") || name == "word/comments.xml")
        .collect();
    others.sort_unstable();
    for name in
        std::iter::once("word/document.xml".to_owned()).chain(others.into_iter().map(|(_, name)| name))
    {
        let mut flow = Flow::default();
        parts.walk(&name, |node| {
            if let Node::Open(name, attributes) = &node {
                match *name {
                    b"p" => flow.shape = Shape::default(),
                    b"pStyle" => {
                        let style = attributes.get("val").unwrap_or_default();
                        flow.shape = styles.get(&style).copied().unwrap_or(flow.shape);
                    }
                    b"outlineLvl" => flow.shape.heading = level(attributes.number("val")),
                    b"numPr" => flow.shape.item = true,
                    _ => {}
                }
            }
            flow.visit(&node, gather)
        })?;
        if !gather.goes_on() {
            break;
        }
    }
    Ok(None)
}

fn level(outline: Option<usize>) -> Option<u8> {
    u8::try_from(outline?).ok().filter(|outline| *outline < 9).map(|outline| (outline + 1).min(6))
}

/// What the styles of paragraphs make of them: their names are the same in every language.
fn styles(parts: &mut Parts) -> Result<HashMap<String, Shape>, Failure> {
    let mut styles = HashMap::new();
    let (mut style, mut shape) = (None, Shape::default());
    parts.walk("word/styles.xml", |node| {
        match node {
            Node::Open(b"style", attributes) => {
                style = attributes.get("styleId");
                shape = Shape::default();
            }
            Node::Open(b"name", attributes) => {
                let name = attributes.get("val").unwrap_or_default().to_lowercase();
                let number = name.strip_prefix("heading ").and_then(|number| number.parse::<usize>().ok());
                match (name.as_str(), number) {
                    ("title", _) => shape.heading = Some(1),
                    (_, Some(number @ 1..)) => shape.heading = level(Some(number - 1)),
                    (name, _) => shape.item = name.starts_with("list ") && !name.contains("table"),
                }
            }
            Node::Open(b"outlineLvl", attributes) if style.is_some() => {
                shape.heading = shape.heading.or(level(attributes.number("val")));
            }
            Node::Close(b"style") => {
                if let Some(style) = style.take() {
                    styles.insert(style, shape);
                }
            }
            _ => {}
        }
        true
    })?;
    Ok(styles)
}

/// A presentation: its slides in the order they are shown, each with its charts, diagrams and notes.
pub(crate) fn presentation(parts: &mut Parts, gather: &mut Gather<'_>) -> Result<Pages, Failure> {
    let targets = parts.targets("ppt/presentation.xml")?;
    let mut slides = Vec::new();
    parts.walk("ppt/presentation.xml", |node| {
        if let Node::Open(b"sldId", attributes) = node
            && let Some(target) = attributes.whole("r:id").and_then(|id| targets.get(&id))
        {
            slides.push(target.clone());
        }
        true
    })?;
    if slides.is_empty() {
        let number =
            |name: &str| name.strip_prefix("ppt/slides/slide")?.strip_suffix(".xml")?.parse::<u32>().ok();
        let mut numbers: Vec<u32> = parts.names().filter_map(number).collect();
        numbers.sort_unstable();
        slides = numbers.iter().map(|number| format!("ppt/slides/slide{number}.xml")).collect();
    }
    for (number, slide) in (1..).zip(&slides) {
        if !gather.begin(Place::Slide(number)) {
            break;
        }
        slide_and_notes(parts, slide, gather)?;
    }
    Ok(u32::try_from(slides.len()).ok())
}

fn slide_and_notes(parts: &mut Parts, slide: &str, gather: &mut Gather<'_>) -> Result<(), Failure> {
    let beside = parts.targets(slide)?;
    let wanted = ["notesSlides/", "comments/", "charts/chart", "diagrams/data"];
    let mut names: Vec<String> =
        beside.into_values().filter(|name| wanted.iter().any(|folder| name.contains(folder))).collect();
    names.sort_unstable();
    names.insert(0, slide.to_owned());
    for name in names {
        let (mut flow, mut kind) = (Flow::default(), String::new());
        parts.walk(&name, |node| {
            match &node {
                Node::Open(b"sp" | b"graphicFrame", _) => kind.clear(),
                Node::Open(b"ph", attributes) => kind = attributes.get("type").unwrap_or_default(),
                Node::Open(b"p", _) => {
                    let heading = matches!(kind.as_str(), "title" | "ctrTitle").then_some(2);
                    flow.shape = Shape { heading, item: false };
                }
                // Numbers of pages, dates and footers are the same on each slide.
                Node::Close(b"p") if matches!(kind.as_str(), "sldNum" | "dt" | "ftr" | "hdr") => {
                    flow.words.clear()
                }
                _ => {}
            }
            flow.visit(&node, gather)
        })?;
    }
    Ok(())
}
