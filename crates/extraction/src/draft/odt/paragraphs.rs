//! Paragraphs of a document, from their beginning to their end.

use super::{Flow, Paragraph};
use crate::{
    draft::{
        build::{Holder, Kind},
        losses::Loss,
        tree::{Block, Side},
    },
    xml::Attributes,
};

impl Flow {
    pub(super) fn begin(&mut self, name: &[u8], attributes: &Attributes<'_>) {
        let style = attributes.get("style-name").unwrap_or_default();
        let heading = name == b"h";
        let quote = self.styles.is_of(&style, &["Quotations", "Alert"]);
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
        let code =
            self.styles.is_of(&style, &["Code", "Preformatted_20_Text", "Source_20_Text", "Source_20_Code"]);
        self.builder.kind = match heading {
            true => {
                let level = attributes.number("outline-level").unwrap_or(1).clamp(1, 6);
                Kind::Heading(u8::try_from(level).unwrap_or(6))
            }
            false if code => Kind::Code,
            false => Kind::Plain,
        };
        let border = self.styles.ancestry(&style).any(|(_, shape)| shape.border);
        let rule = self.styles.is_of(&style, &["Rule", "Horizontal_20_Line"]) || (border && !quote && !code);
        let side =
            self.styles.ancestry(&style).map(|(_, shape)| shape.side).find(|side| *side != Side::Start);
        if self.builder.is_in(Holder::Cell) {
            self.builder.side = side.unwrap_or_default();
        }
        if self
            .styles
            .ancestry(&style)
            .any(|(name, shape)| shape.looks && name.starts_with('P') && name.len() < 6)
        {
            self.builder.read.lost.one(Loss::Looks);
        }
        let outer = std::mem::take(&mut self.builder.look);
        // Whole paragraphs in bold are those of automatic styles; the others are titles and the like.
        if !heading
            && let Some(own) = self.styles.shapes.get(&style).filter(|_| style.starts_with('P')).cloned()
        {
            self.builder.look.bold = own.bold.unwrap_or_default();
            self.builder.look.italic = own.italic.unwrap_or_default();
            self.builder.look.struck = own.struck.unwrap_or_default();
        }
        let title = style == "Title" || self.styles.is_of(&style, &["Title"]);
        self.paragraphs.push(Paragraph { style, anchors: Vec::new(), rule, title: title && free, outer });
    }

    pub(super) fn span(&mut self, style: &str) {
        let mut look = self.builder.look.clone();
        let (mut bold, mut italic, mut struck, mut looks) = (None, None, None, false);
        for (_, shape) in self.styles.ancestry(style) {
            bold = bold.or(shape.bold);
            italic = italic.or(shape.italic);
            struck = struck.or(shape.struck);
            looks |= shape.looks;
        }
        look.bold =
            bold.unwrap_or(look.bold) || self.styles.is_of(style, &["Strong_20_Emphasis", "Strong_Emphasis"]);
        look.italic = italic.unwrap_or(look.italic) || self.styles.is_of(style, &["Emphasis"]);
        look.struck = struck.unwrap_or(look.struck);
        self.builder.look = look;
        if looks && self.links == 0 {
            self.builder.read.lost.one(Loss::Looks);
        }
    }

    pub(super) fn end_paragraph(&mut self) {
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
    pub(super) fn note_style(&mut self, style: &str) {
        self.named.resize(self.builder.read.blocks.len().min(self.named.len()), String::new());
        while self.named.len() < self.builder.read.blocks.len() {
            self.named.push(style.to_owned());
        }
    }

    pub(super) fn end_quote(&mut self) {
        self.quoting = false;
        self.builder.close();
        let style = std::mem::take(&mut self.quoted);
        self.note_style(&style);
    }
}
