//! A document for LibreOffice, in the format of OpenDocument 1.3.

mod frame;
mod words;

use std::collections::HashMap;

use markdown::{Block, Inline, Item};

use crate::{
    Failure,
    package::Package,
    pictures::{Picture, each},
    work::{Work, task},
    xml::Xml,
};

/// Points between the margins.
const COLUMN: f64 = 459.0;
const MEDIA_TYPE: &str = "application/vnd.oasis.opendocument.text";

/// The document.
pub fn write(work: &Work<'_>) -> Result<Vec<u8>, Failure> {
    let ids = work.headings.iter().enumerate().map(|(i, heading)| (heading.id.as_str(), i + 1)).collect();
    let mut writer = Writer { work, ids, tables: 0, pictures: Vec::new(), xml: Xml::document() };
    writer.xml.open("office:document-content", frame::NAMES);
    writer.xml.raw(frame::AUTOMATIC);
    writer.xml.open("office:body", &[]);
    writer.xml.open("office:text", &[]);
    writer.opening();
    writer.blocks(&work.tree.blocks, Place::default());
    writer.closing();
    let pictures = each(&writer.pictures);
    let content = writer.xml.finish();
    let mut package = Package::said_to_be(MEDIA_TYPE)?;
    package.add("META-INF/manifest.xml", &frame::manifest(&pictures))?;
    package.add("content.xml", &content)?;
    package.add("styles.xml", &frame::styles(work.proof))?;
    package.add("meta.xml", &frame::meta(work.proof))?;
    package.add_pictures("Pictures", &pictures)?;
    package.finish()
}

/// Where a paragraph stands.
#[derive(Clone, Copy, Default)]
struct Place {
    style: Option<&'static str>,
    note: bool,
    link: bool,
    /// How many lists it is in.
    depth: u32,
    /// Points of width, in a cell.
    room: Option<f64>,
}

struct Writer<'a> {
    work: &'a Work<'a>,
    ids: HashMap<&'a str, usize>,
    tables: usize,
    /// The images shown so far.
    pictures: Vec<Picture<'a>>,
    xml: Xml,
}

impl Writer<'_> {
    fn opening(&mut self) {
        let (work, proof) = (self.work, self.work.proof);
        self.said("Council", &proof.council);
        self.said("Reference", &proof.reference);
        self.said("Title", &proof.title);
        for line in &proof.lead {
            self.said("Subtitle", line);
        }
        for notice in &proof.notices {
            self.said("Alert", notice);
        }
        if work.has_contents() {
            self.contents();
        }
        if !work.summary.is_empty() {
            self.title(1, &proof.words.brief);
            let summary = work.summary.clone();
            self.paragraph(&summary, Place { style: Some("Brief"), ..Place::default() }, None);
        }
    }

    fn contents(&mut self) {
        let work = self.work;
        self.xml.open("text:table-of-content", &[("text:name", "contents"), ("text:protected", "false")]);
        self.xml.raw("<text:table-of-content-source text:outline-level=\"2\"/>");
        self.xml.open("text:index-body", &[]);
        self.xml.open("text:index-title", &[("text:name", "contents-title")]);
        self.said("ContentsTitle", &work.proof.words.contents);
        self.xml.close();
        for heading in work.headings.iter().filter(|heading| heading.level <= 2) {
            let style = if heading.level == 1 { "Contents_1" } else { "Contents_2" };
            self.xml.open("text:p", &[("text:style-name", style)]);
            let href = format!("#t{}", self.ids.get(heading.id.as_str()).copied().unwrap_or_default());
            self.xml.said("text:a", &[("xlink:type", "simple"), ("xlink:href", &href)], &heading.text);
            self.xml.close();
        }
        self.xml.close();
        self.xml.close();
    }

    fn closing(&mut self) {
        let work = self.work;
        let left = work.tree.notes.get(work.tree.called..).unwrap_or_default();
        if !left.is_empty() {
            self.title(1, &work.proof.words.notes);
            for (i, note) in left.iter().enumerate() {
                self.said("Term", &format!("{}.", work.tree.called + i + 1));
                self.blocks(note, Place { note: true, ..Place::default() });
            }
        }
        self.title(1, &work.proof.words.about);
        for (name, value) in &work.proof.facts {
            self.said("Term", name);
            self.said("Meaning", value);
        }
    }

    fn blocks(&mut self, all: &[Block], place: Place) {
        all.iter().for_each(|block| self.block(block, place));
    }

    fn block(&mut self, block: &Block, place: Place) {
        match block {
            Block::Heading { level, id, content } if !place.note => {
                self.named_title(*level, id, content, place);
            }
            Block::Recommendation { level, id, title, blocks } => {
                self.named_title(*level, id, title, place);
                self.blocks(blocks, Place { style: Some("Recommendation"), ..place });
            }
            Block::Heading { content, .. } => {
                self.paragraph(&[Inline::Strong { content: content.clone() }], place, None);
            }
            Block::Paragraph { content } => {
                self.paragraph(content, place, None);
                if let Some((_, _, title)) =
                    self.work.figure(content).filter(|(_, _, title)| !title.is_empty())
                {
                    self.said("Caption", title);
                }
            }
            Block::Quote { blocks } => self.blocks(blocks, Place { style: Some("Quotations"), ..place }),
            Block::Alert { label, blocks } => {
                let place = Place { style: Some("Alert"), ..place };
                let label = [Inline::Strong { content: vec![Inline::text(label.clone())] }];
                self.paragraph(&label, place, None);
                self.blocks(blocks, place);
            }
            Block::List { start, items } => self.list(*start, items, place),
            Block::Definitions { items } => {
                for item in items {
                    self.paragraph(&item.term, Place { style: Some("Term"), ..place }, None);
                    for meaning in &item.meanings {
                        self.blocks(meaning, Place { style: Some("Meaning"), ..place });
                    }
                }
            }
            Block::Code { text } => {
                self.xml.open("text:p", &[("text:style-name", "Code")]);
                for (i, line) in text.lines().enumerate() {
                    if i > 0 {
                        self.xml.empty("text:line-break", &[]);
                    }
                    let words = line.trim_start_matches(' ');
                    if words.len() < line.len() {
                        let indent = (line.len() - words.len()).to_string();
                        self.xml.empty("text:s", &[("text:c", &indent)]);
                    }
                    self.kept(words);
                }
                self.xml.close();
            }
            Block::Table { columns, head, rows } => self.table(columns, head, rows, place),
            Block::Rule => self.said("Rule", ""),
        }
    }

    fn named_title(&mut self, level: u8, id: &str, content: &[Inline], place: Place) {
        let (level, style) = (level.to_string(), format!("Heading_{level}"));
        self.xml.open("text:h", &[("text:style-name", &style), ("text:outline-level", &level)]);
        let name = format!("t{}", self.ids.get(id).copied().unwrap_or_default());
        self.xml.empty("text:bookmark", &[("text:name", &name)]);
        self.inlines(content, place);
        self.xml.close();
    }

    fn list(&mut self, start: Option<u64>, items: &[Item], place: Place) {
        if items.is_empty() {
            return;
        }
        let place = Place { depth: place.depth + 1, ..place };
        self.xml.open("text:list", &[("text:style-name", if start.is_some() { "Numbers" } else { "Dots" })]);
        for (i, item) in items.iter().enumerate() {
            let first = start.filter(|_| i == 0).map(|start| start.min(32_767).to_string());
            match &first {
                Some(first) => self.xml.open("text:list-item", &[("text:start-value", first)]),
                None => self.xml.open("text:list-item", &[]),
            }
            let mark = item.done.map(task);
            match item.blocks.split_first() {
                Some((Block::Paragraph { content }, rest)) => {
                    self.paragraph(content, place, mark);
                    self.blocks_in_list(rest, place);
                }
                _ => {
                    self.paragraph(&[], place, mark);
                    self.blocks_in_list(&item.blocks, place);
                }
            }
            self.xml.close();
        }
        self.xml.close();
    }

    /// OpenDocument lets an item hold paragraphs, titles and lists; a table comes as its rows.
    fn blocks_in_list(&mut self, all: &[Block], place: Place) {
        for block in all {
            match block {
                Block::Table { head, rows, .. } => {
                    for row in std::iter::once(head).chain(rows) {
                        let mut line = Vec::new();
                        for (i, cell) in row.iter().enumerate() {
                            if i > 0 {
                                line.push(Inline::text(" | "));
                            }
                            line.extend(cell.iter().cloned());
                        }
                        self.paragraph(&line, place, None);
                    }
                }
                Block::Quote { blocks } | Block::Alert { blocks, .. } => {
                    if let Block::Alert { label, .. } = block {
                        let label = [Inline::Strong { content: vec![Inline::text(label.clone())] }];
                        self.paragraph(&label, Place { style: Some("Alert"), ..place }, None);
                    }
                    let style = if matches!(block, Block::Quote { .. }) { "Quotations" } else { "Alert" };
                    self.blocks_in_list(blocks, Place { style: Some(style), ..place });
                }
                other => self.block(other, place),
            }
        }
    }

    fn table(&mut self, columns: &[&str], head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>], place: Place) {
        self.tables += 1;
        let name = format!("table{}", self.tables);
        self.xml.open("table:table", &[("table:name", &name), ("table:style-name", "Table")]);
        let count = columns.len().to_string();
        self.xml.empty("table:table-column", &[("table:number-columns-repeated", &count)]);
        self.xml.open("table:table-header-rows", &[]);
        self.row(columns, head, true, place);
        self.xml.close();
        rows.iter().for_each(|row| self.row(columns, row, false, place));
        self.xml.close();
    }

    fn row(&mut self, columns: &[&str], row: &[Vec<Inline>], first: bool, place: Place) {
        self.xml.open("table:table-row", &[]);
        for (cell, side) in row.iter().zip(columns) {
            let look = if first { "CellHead" } else { "Cell" };
            self.xml.open("table:table-cell", &[("table:style-name", look), ("office:value-type", "string")]);
            let style = match (first, *side) {
                (true, "end") => "HeadEnd",
                (true, "center") => "HeadCenter",
                (true, _) => "HeadStart",
                (false, "end") => "CellEnd",
                (false, "center") => "CellCenter",
                (false, _) => "CellStart",
            };
            // Less what is around the words.
            let room = Some((COLUMN / columns.len().max(1) as f64 - 8.0).max(20.0));
            self.paragraph(cell, Place { style: Some(style), room, ..place }, None);
            self.xml.close();
        }
        self.xml.close();
    }

    fn paragraph(&mut self, content: &[Inline], place: Place, mark: Option<&str>) {
        let style = place.style.unwrap_or(if place.note { "Footnote" } else { "Text_body" });
        self.xml.open("text:p", &[("text:style-name", style)]);
        self.xml.text(mark.unwrap_or_default());
        self.inlines(content, place);
        self.xml.close();
    }
}
