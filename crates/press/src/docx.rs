//! A document for Word: the styles that Word itself names, real footnotes, real lists, a table of contents with links.

mod drawing;
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

/// The document.
pub fn write(work: &Work<'_>) -> Result<Vec<u8>, Failure> {
    let ids = work.headings.iter().enumerate().map(|(i, heading)| (heading.id.as_str(), i + 1)).collect();
    let mut writer = Writer {
        work,
        ids,
        links: Vec::new(),
        pictures: Vec::new(),
        drawn: 0,
        lists: Vec::new(),
        xml: Xml::document(),
    };
    writer.xml.open("w:document", frame::NAMES);
    writer.xml.open("w:body", &[]);
    writer.opening();
    let text = Place::default();
    writer.blocks(&work.tree.blocks, &text);
    writer.closing();
    frame::section(&mut writer.xml);
    let document = std::mem::take(&mut writer.xml).finish();
    // Word keeps the links and the images of each part apart.
    let links = std::mem::take(&mut writer.links);
    let pictures = std::mem::take(&mut writer.pictures);
    let notes = writer.notes();
    let relations = frame::relations(frame::OWN_PARTS, &links, &pictures);
    let note_relations = frame::relations(&[], &writer.links, &writer.pictures);
    let mut package = Package::new();
    package.add("[Content_Types].xml", frame::CONTENT_TYPES)?;
    package.add("_rels/.rels", frame::PARTS)?;
    package.add("docProps/core.xml", &frame::core(work.proof))?;
    package.add("word/document.xml", &document)?;
    package.add("word/_rels/document.xml.rels", &relations)?;
    package.add("word/footnotes.xml", &notes)?;
    package.add("word/_rels/footnotes.xml.rels", &note_relations)?;
    package.add("word/styles.xml", &frame::styles(&work.proof.language))?;
    package.add("word/numbering.xml", &frame::numbering(&writer.lists))?;
    package.add("word/settings.xml", &frame::settings(&work.proof.language))?;
    package.add("word/footer1.xml", &frame::footer(work.proof))?;
    package.add_pictures("word/media", &each(pictures.iter().chain(&writer.pictures)))?;
    package.finish()
}

/// Where a paragraph stands.
#[derive(Clone, Copy, Default)]
struct Place {
    /// How many lists it is in.
    depth: u32,
    /// The list whose next item it begins.
    begins: Option<usize>,
    /// In a quotation, or in a box.
    style: Option<&'static str>,
    /// In a note.
    note: bool,
    /// Points of width, in a cell.
    room: Option<f64>,
}

/// How words look.
#[derive(Clone, Copy, Default)]
struct Look {
    bold: bool,
    italic: bool,
    struck: bool,
    link: bool,
    raised: bool,
}

struct Writer<'a> {
    work: &'a Work<'a>,
    ids: HashMap<&'a str, usize>,
    links: Vec<String>,
    pictures: Vec<Picture<'a>>,
    /// How many images there are, in all.
    drawn: usize,
    /// The first number of each list; none for one without numbers.
    lists: Vec<Option<u64>>,
    xml: Xml,
}

impl<'a> Writer<'a> {
    fn opening(&mut self) {
        let proof = self.work.proof;
        self.said("Council", &proof.council);
        self.said("Reference", &proof.reference);
        self.said("Title", &proof.title);
        for line in &proof.lead {
            self.said("Subtitle", line);
        }
        for notice in &proof.notices {
            self.said("Alert", notice);
        }
        if self.work.has_contents() {
            self.said("TOCHeading", &proof.words.contents);
            self.contents();
        }
        if !self.work.summary.is_empty() {
            self.said("Heading1", &proof.words.brief);
            let summary = self.work.summary.clone();
            self.paragraph(&summary, &Place { style: Some("Brief"), ..Place::default() }, None, None);
        }
    }

    fn contents(&mut self) {
        let work = self.work;
        let titles: Vec<_> = work.headings.iter().filter(|heading| heading.level <= 2).collect();
        for (i, heading) in titles.iter().enumerate() {
            self.begin(if heading.level == 1 { "TOC1" } else { "TOC2" });
            if i == 0 {
                self.field("begin");
                self.xml.open("w:r", &[]);
                self.xml.said("w:instrText", &[("xml:space", "preserve")], " TOC \\o \"1-2\" \\n \\h ");
                self.xml.close();
                self.field("separate");
            }
            let anchor = format!("t{}", self.ids.get(heading.id.as_str()).copied().unwrap_or_default());
            self.xml.open("w:hyperlink", &[("w:anchor", &anchor)]);
            self.run(&heading.text, Look::default());
            self.xml.close();
            if i + 1 == titles.len() {
                self.field("end");
            }
            self.xml.close();
        }
    }

    fn closing(&mut self) {
        let work = self.work;
        let left = work.tree.notes.get(work.tree.called..).unwrap_or_default();
        if !left.is_empty() {
            self.said("Heading1", &work.proof.words.notes);
            for (i, note) in left.iter().enumerate() {
                let number = format!("{}.", work.tree.called + i + 1);
                self.said("Term", &number);
                self.blocks(note, &Place { note: true, ..Place::default() });
            }
        }
        self.said("Heading1", &work.proof.words.about);
        for (name, value) in &work.proof.facts {
            self.said("Term", name);
            self.said("Meaning", value);
        }
    }

    /// The notes that the text calls.
    fn notes(&mut self) -> String {
        self.xml = Xml::document();
        self.xml.open("w:footnotes", frame::NAMES);
        for (id, kind, mark) in
            [("-1", "separator", "w:separator"), ("0", "continuationSeparator", "w:continuationSeparator")]
        {
            self.xml.open("w:footnote", &[("w:type", kind), ("w:id", id)]);
            self.xml.open("w:p", &[]);
            self.xml.open("w:r", &[]);
            self.xml.empty(mark, &[]);
            (0..3).for_each(|_| self.xml.close());
        }
        let work = self.work;
        for (i, note) in work.tree.notes.iter().take(work.tree.called).enumerate() {
            self.xml.open("w:footnote", &[("w:id", &(i + 1).to_string())]);
            self.begin("FootnoteText");
            self.xml.open("w:r", &[]);
            self.xml.raw("<w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/>");
            self.xml.close();
            self.run(" ", Look::default());
            let place = Place { note: true, style: Some("FootnoteText"), ..Place::default() };
            match note.split_first() {
                Some((Block::Paragraph { content }, rest)) => {
                    self.inlines(content, Look::default(), &place);
                    self.xml.close();
                    self.blocks(rest, &place);
                }
                _ => {
                    self.xml.close();
                    self.blocks(note, &place);
                }
            }
            self.xml.close();
        }
        std::mem::take(&mut self.xml).finish()
    }

    fn blocks(&mut self, all: &[Block], place: &Place) {
        let mut place = *place;
        for block in all {
            self.block(block, &place);
            place.begins = None;
        }
    }

    fn block(&mut self, block: &Block, place: &Place) {
        match block {
            Block::Heading { level, id, content } if !place.note => {
                self.title(*level, id, content, place);
            }
            Block::Recommendation { level, id, title, blocks } => {
                self.title(*level, id, title, place);
                self.blocks(blocks, &Place { style: Some("Recommendation"), ..*place });
            }
            Block::Heading { content, .. } => {
                let content = [Inline::Strong { content: content.clone() }];
                self.paragraph(&content, place, None, None);
            }
            Block::Paragraph { content } => {
                self.paragraph(content, place, None, None);
                if let Some((_, _, title)) =
                    self.work.figure(content).filter(|(_, _, title)| !title.is_empty())
                {
                    self.said("Caption", title);
                }
            }
            Block::Quote { blocks } => self.blocks(blocks, &Place { style: Some("Quote"), ..*place }),
            Block::Alert { label, blocks } => {
                let place = Place { style: Some("Alert"), ..*place };
                let label = [Inline::Strong { content: vec![Inline::text(label.clone())] }];
                self.paragraph(&label, &place, None, None);
                self.blocks(blocks, &Place { begins: None, ..place });
            }
            Block::List { start, items } => self.list(*start, items, place),
            Block::Definitions { items } => {
                for item in items {
                    self.paragraph(&item.term, &Place { style: Some("Term"), ..*place }, None, None);
                    for meaning in &item.meanings {
                        self.blocks(meaning, &Place { style: Some("Meaning"), begins: None, ..*place });
                    }
                }
            }
            Block::Code { text } => {
                self.begin("Code");
                for (i, line) in text.lines().enumerate() {
                    if i > 0 {
                        self.xml.raw("<w:r><w:br/></w:r>");
                    }
                    self.run(line, Look::default());
                }
                self.xml.close();
            }
            Block::Table { columns, head, rows } => self.table(columns, head, rows, place),
            Block::Rule => {
                self.begin("Rule");
                self.xml.close();
            }
        }
    }

    fn title(&mut self, level: u8, id: &str, content: &[Inline], place: &Place) {
        let style = ["Heading1", "Heading2", "Heading3", "Heading4", "Heading5", "Heading6"]
            [usize::from(level.saturating_sub(1)).min(5)];
        let number = self.ids.get(id).copied().unwrap_or_default().to_string();
        self.begin(style);
        self.xml.empty("w:bookmarkStart", &[("w:id", &number), ("w:name", &format!("t{number}"))]);
        self.inlines(content, Look::default(), place);
        self.xml.empty("w:bookmarkEnd", &[("w:id", &number)]);
        self.xml.close();
    }

    fn list(&mut self, start: Option<u64>, items: &[Item], place: &Place) {
        self.lists.push(start);
        let number = self.lists.len();
        let inside = Place { depth: place.depth + 1, begins: Some(number), ..*place };
        for item in items {
            let mark = item.done.map(task);
            match item.blocks.split_first() {
                Some((Block::Paragraph { content }, rest)) => {
                    self.paragraph(content, &inside, mark, None);
                    self.blocks(rest, &Place { begins: None, ..inside });
                }
                // Something else comes first: the item has a line of its own.
                _ => {
                    self.paragraph(&[], &inside, mark, None);
                    self.blocks(&item.blocks, &Place { begins: None, ..inside });
                }
            }
        }
    }

    fn table(&mut self, columns: &[&str], head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>], place: &Place) {
        self.xml.open("w:tbl", &[]);
        self.xml.raw(
            "<w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>\
             <w:tblLook w:firstRow=\"1\"/></w:tblPr>",
        );
        self.xml.open("w:tblGrid", &[]);
        let width = 9_000 / columns.len().max(1);
        // Twentieths of a point, less what is around the words.
        let room = Some((width as f64 / 20.0 - 11.0).max(20.0));
        let width = width.to_string();
        columns.iter().for_each(|_| self.xml.empty("w:gridCol", &[("w:w", &width)]));
        self.xml.close();
        for (i, row) in std::iter::once(head).chain(rows.iter().map(Vec::as_slice)).enumerate() {
            self.xml.open("w:tr", &[]);
            let first = if i == 0 { "<w:tblHeader/>" } else { "" };
            self.xml.raw(&format!("<w:trPr><w:cantSplit/>{first}</w:trPr>"));
            for (cell, side) in row.iter().zip(columns) {
                self.xml.open("w:tc", &[]);
                self.xml.raw(&format!("<w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"));
                let strong = [Inline::Strong { content: cell.clone() }];
                let content = if i == 0 { &strong[..] } else { &cell[..] };
                let place = Place { style: Some("Cell"), depth: 0, begins: None, note: place.note, room };
                self.paragraph(content, &place, None, Some(side));
                self.xml.close();
            }
            self.xml.close();
        }
        self.xml.close();
        // Two tables that follow each other are not one.
        self.begin("Cell");
        self.xml.close();
    }

    fn paragraph(&mut self, content: &[Inline], place: &Place, mark: Option<&str>, side: Option<&str>) {
        self.xml.open("w:p", &[]);
        self.xml.open("w:pPr", &[]);
        let style = place.style.or((place.depth > 0).then_some("ListParagraph"));
        if let Some(style) = style {
            self.xml.empty("w:pStyle", &[("w:val", style)]);
        }
        if let Some(list) = place.begins {
            let level = (place.depth.min(9) - 1).to_string();
            self.xml
                .raw(&format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"));
        } else if place.depth > 0 {
            self.xml.empty("w:ind", &[("w:left", &(place.depth.min(9) * 360 + 60).to_string())]);
        }
        if let Some(side) = side.filter(|side| *side != "start") {
            self.xml.empty("w:jc", &[("w:val", if side == "end" { "right" } else { "center" })]);
        }
        self.xml.close();
        if let Some(mark) = mark {
            self.run(mark, Look::default());
        }
        self.inlines(content, Look::default(), place);
        self.xml.close();
    }
}
