//! What styles and lists of a document make of its paragraphs: their names are the same in every language.

use std::collections::HashMap;

use crate::{gather::Failure, xml::Node, zipped::Parts};

/// What a style makes of a paragraph or of words.
#[derive(Clone, Debug, Default)]
pub(super) struct Shape {
    pub heading: Option<u8>,
    pub title: bool,
    pub quote: bool,
    pub code: bool,
    pub rule: bool,
    /// A line of a table of contents.
    pub contents: bool,
    /// A paragraph that goes on in an item.
    pub in_list: bool,
    pub list: Option<(String, usize)>,
    pub bold: bool,
    pub italic: bool,
    pub struck: bool,
    pub based_on: Option<String>,
    /// Whether it is a style of words.
    pub words: bool,
}

/// A level of a list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Level {
    /// The first number; none for one without numbers.
    pub start: Option<u64>,
    /// Whether it has a mark at all.
    pub marked: bool,
}

#[derive(Default)]
pub(super) struct Styles {
    shapes: HashMap<String, Shape>,
    lists: HashMap<String, HashMap<usize, Level>>,
}

impl Styles {
    pub fn shape(&self, style: &str) -> Shape {
        self.shapes.get(style).cloned().unwrap_or_default()
    }

    pub fn level(&self, list: &str, level: usize) -> Option<Level> {
        let levels = self.lists.get(list)?;
        Some(levels.get(&level).copied().unwrap_or(Level { start: None, marked: true }))
    }
}

pub(super) fn level_of(outline: Option<usize>) -> Option<u8> {
    u8::try_from(outline?).ok().filter(|outline| *outline < 9).map(|outline| (outline + 1).min(6))
}

pub(super) fn read(parts: &mut Parts) -> Result<Styles, Failure> {
    let mut styles = Styles::default();
    shapes(parts, &mut styles)?;
    lists(parts, &mut styles)?;
    Ok(styles)
}

fn shapes(parts: &mut Parts, styles: &mut Styles) -> Result<(), Failure> {
    let (mut style, mut shape, mut number) = (None, Shape::default(), None);
    parts.walk("word/styles.xml", |node| {
        match node {
            Node::Open(b"style", attributes) => {
                style = attributes.get("styleId");
                number = None;
                let words = attributes.get("type").is_some_and(|kind| kind == "character");
                shape = Shape { words, ..Shape::default() };
            }
            Node::Open(b"name", attributes) => named(&mut shape, &attributes.get("val").unwrap_or_default()),
            Node::Open(b"basedOn", attributes) => shape.based_on = attributes.get("val"),
            Node::Open(b"outlineLvl", attributes) if style.is_some() => {
                shape.heading = shape.heading.or(level_of(attributes.number("val")));
            }
            Node::Open(b"ilvl", attributes) if style.is_some() => {
                let id = shape.list.take().map(|(id, _)| id).unwrap_or_default();
                shape.list = Some((id, attributes.number("val").unwrap_or_default()));
            }
            Node::Open(b"numId", attributes) if style.is_some() => {
                number = attributes.get("val");
                let level = shape.list.take().map_or(0, |(_, level)| level);
                shape.list = number.clone().map(|id| (id, level));
            }
            Node::Open(b"b", attributes) if shape.words => shape.bold = on(attributes.get("val")),
            Node::Open(b"i", attributes) if shape.words => shape.italic = on(attributes.get("val")),
            Node::Open(b"strike" | b"dstrike", attributes) if shape.words => {
                shape.struck = on(attributes.get("val"));
            }
            Node::Close(b"style") => {
                if number.is_none() {
                    shape.list = None;
                }
                if let Some(style) = style.take() {
                    styles.shapes.insert(style, std::mem::take(&mut shape));
                }
            }
            _ => {}
        }
        true
    })?;
    inherited(styles);
    Ok(())
}

/// A property is on unless it says otherwise.
pub(super) fn on(value: Option<String>) -> bool {
    !value.is_some_and(|value| ["0", "false", "off", "none"].contains(&value.as_str()))
}

fn named(shape: &mut Shape, name: &str) {
    let name = name.to_lowercase();
    let number = name.strip_prefix("heading ").and_then(|number| number.trim().parse::<usize>().ok());
    if let Some(number @ 1..) = number {
        shape.heading = level_of(Some(number - 1));
    }
    shape.title = name == "title";
    shape.quote = ["quote", "intense quote", "block text", "alert", "citation"].contains(&name.as_str());
    shape.code = [
        "code",
        "html preformatted",
        "source code",
        "plain text",
        "html code",
        "verbatim char",
        "code words",
    ]
    .contains(&name.as_str())
        || name.starts_with("preformatted");
    shape.rule = ["rule", "horizontal line", "filet"].contains(&name.as_str());
    shape.contents = name.starts_with("toc ") || name.starts_with("contents ");
    shape.in_list = name.starts_with("list");
}

/// Styles have what those they are based on have.
fn inherited(styles: &mut Styles) {
    let names: Vec<String> = styles.shapes.keys().cloned().collect();
    for name in names {
        let mut shape = styles.shape(&name);
        let mut above = shape.based_on.clone();
        for _ in 0..8 {
            let Some(parent) = above.and_then(|above| styles.shapes.get(&above).cloned()) else { break };
            shape.heading = shape.heading.or(parent.heading);
            shape.quote |= parent.quote;
            shape.code |= parent.code;
            shape.in_list |= parent.in_list;
            shape.contents |= parent.contents;
            shape.bold |= parent.bold;
            shape.italic |= parent.italic;
            shape.list = shape.list.or(parent.list);
            above = parent.based_on;
        }
        styles.shapes.insert(name, shape);
    }
}

fn lists(parts: &mut Parts, styles: &mut Styles) -> Result<(), Failure> {
    let mut kinds: HashMap<String, HashMap<usize, Level>> = HashMap::new();
    let (mut kind, mut level, mut list) = (None::<String>, None::<usize>, None::<String>);
    let mut numbers: Vec<(String, String)> = Vec::new();
    let mut starts: Vec<(String, usize, u64)> = Vec::new();
    parts.walk("word/numbering.xml", |node| {
        match node {
            Node::Open(b"abstractNum", attributes) => kind = attributes.get("abstractNumId"),
            Node::Close(b"abstractNum") => kind = None,
            Node::Open(b"num", attributes) => list = attributes.get("numId"),
            Node::Close(b"num") => list = None,
            Node::Open(b"abstractNumId", attributes) => {
                if let Some((list, kind)) = list.clone().zip(attributes.get("val")) {
                    numbers.push((list, kind));
                }
            }
            Node::Open(b"lvl" | b"lvlOverride", attributes) => {
                level = attributes.number("ilvl");
                if let Some((kind, level)) = kind.as_ref().zip(level) {
                    let new = Level { start: Some(1), marked: true };
                    kinds.entry(kind.clone()).or_default().insert(level, new);
                }
            }
            Node::Open(name @ (b"start" | b"numFmt"), attributes) => {
                let known = kind.as_ref().zip(level);
                if let Some(level) = known.and_then(|(kind, level)| kinds.get_mut(kind)?.get_mut(&level)) {
                    let value = attributes.get("val").unwrap_or_default();
                    match (name, value.as_str()) {
                        (b"start", number) if level.start.is_some() => {
                            level.start = Some(number.parse().unwrap_or(1));
                        }
                        (b"numFmt", "bullet") => level.start = None,
                        (b"numFmt", "none") => *level = Level { start: None, marked: false },
                        _ => {}
                    }
                }
            }
            Node::Open(b"startOverride", attributes) => {
                let start = attributes.number("val").and_then(|start| u64::try_from(start).ok());
                if let (Some(list), Some(level), Some(start)) = (list.clone(), level, start) {
                    starts.push((list, level, start));
                }
            }
            _ => {}
        }
        true
    })?;
    for (list, kind) in numbers {
        styles.lists.insert(list, kinds.get(&kind).cloned().unwrap_or_default());
    }
    for (list, level, start) in starts {
        if let Some(level) = styles.lists.get_mut(&list).and_then(|levels| levels.get_mut(&level))
            && level.start.is_some()
        {
            level.start = Some(start);
        }
    }
    Ok(())
}
