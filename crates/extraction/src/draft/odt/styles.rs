//! What the styles and the lists of a document make of its words and paragraphs.

use std::collections::HashMap;

use crate::{draft::tree::Side, xml::Node};

/// What a style makes of words or of a paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Shape {
    pub parent: String,
    pub bold: Option<bool>,
    pub italic: Option<bool>,
    pub struck: Option<bool>,
    pub looks: bool,
    pub side: Side,
    pub border: bool,
}

#[derive(Default)]
pub(super) struct Styles {
    pub shapes: HashMap<String, Shape>,
    /// Whether the levels of a list have numbers, by its style.
    pub lists: HashMap<String, HashMap<usize, bool>>,
    /// How many headers and footers there are.
    pub beside: u32,
    defining: Option<String>,
    defining_list: Option<String>,
}

impl Styles {
    /// What styles say.
    pub fn read(&mut self, node: &Node<'_>) {
        match node {
            Node::Open(b"style", attributes) => {
                let name = attributes.get("name").unwrap_or_default();
                let parent = attributes.get("parent-style-name").unwrap_or_default();
                self.shapes.insert(name.clone(), Shape { parent, ..Shape::default() });
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
                let Some(shape) = self.defining.as_ref().and_then(|name| self.shapes.get_mut(name)) else {
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
                let Some(shape) = self.defining.as_ref().and_then(|name| self.shapes.get_mut(name)) else {
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
                self.beside += 1;
            }
            _ => {}
        }
    }

    /// A style and those it is based on, the nearest first.
    pub fn ancestry<'s>(&'s self, name: &'s str) -> impl Iterator<Item = (&'s str, &'s Shape)> {
        let mut next = Some(name);
        std::iter::from_fn(move || {
            let name = next?;
            let shape = self.shapes.get(name)?;
            next = (!shape.parent.is_empty()).then_some(shape.parent.as_str());
            Some((name, shape))
        })
        .take(10)
    }

    /// Whether a paragraph is of a style that says so, by the names that LibreOffice gives.
    pub fn is_of(&self, style: &str, names: &[&str]) -> bool {
        names.contains(&style)
            || self
                .ancestry(style)
                .any(|(name, shape)| names.contains(&name) || names.contains(&shape.parent.as_str()))
    }
}
