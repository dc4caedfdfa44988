//! The elements of a document, one after the other, as paragraphs and tables.

use std::collections::HashMap;

use super::{
    gathered::{self, Placed},
    styles::{Shape, Styles, level_of, on},
};
use crate::{
    draft::{
        build,
        losses::Loss,
        tree::{Block, Look, Read, Run, Side, Table, What, tidy},
    },
    xml::{Attributes, Node},
};

/// Elements that are read past with all they hold.
const SKIPPED: [&[u8]; 8] =
    [b"del", b"moveFrom", b"Fallback", b"txbxContent", b"fld", b"sectPr", b"rPrChange", b"pPrChange"];

/// How many items each list has had, and how many cells there were.
#[derive(Default)]
pub(super) struct Counters {
    pub items: HashMap<(String, usize), u64>,
    pub cells: usize,
}

/// What a paragraph says of itself.
#[derive(Default)]
pub(super) struct Own {
    pub style: String,
    pub shape: Shape,
    pub list: Option<(String, usize)>,
    pub left: usize,
    pub border: bool,
    pub side: Side,
    pub looks: bool,
    pub anchors: Vec<String>,
}

/// A table that is open, and where its cells stand.
pub(super) struct Grid {
    pub table: Table,
    pub cell: Vec<Placed>,
    pub side: Side,
    pub span: usize,
    pub merged: bool,
}

/// A field: `HYPERLINK`, or something that Word computes.
#[derive(Default)]
struct Field {
    says: String,
    shown: bool,
}

pub(super) struct Flow<'a> {
    pub(super) styles: &'a Styles,
    pub(super) targets: &'a HashMap<String, String>,
    pub(super) notes: &'a HashMap<(char, String), usize>,
    pub(super) read: &'a mut Read,
    pub(super) counters: &'a mut Counters,
    /// The images that were met, by what refers to them.
    pub images: Vec<String>,
    /// Whether these are notes, whose images are not kept.
    pub noted: bool,
    pub(super) placed: Vec<Placed>,
    pub(super) grids: Vec<Grid>,
    /// Tables inside the one that is read.
    pub(super) deeper: usize,
    pub(super) skipped: usize,
    pub(super) in_properties: bool,
    pub(super) in_text: bool,
    pub(super) in_instruction: bool,
    pub(super) own: Own,
    pub(super) runs: Vec<Run>,
    pub(super) look: Look,
    pub(super) code: bool,
    pub(super) link: Option<String>,
    fields: Vec<Field>,
    pub(super) alt: String,
    pub(super) contents: bool,
}

impl<'a> Flow<'a> {
    pub fn new(
        styles: &'a Styles,
        targets: &'a HashMap<String, String>,
        notes: &'a HashMap<(char, String), usize>,
        read: &'a mut Read,
        counters: &'a mut Counters,
    ) -> Flow<'a> {
        Flow {
            styles,
            targets,
            notes,
            read,
            counters,
            images: Vec::new(),
            noted: false,
            placed: Vec::new(),
            grids: Vec::new(),
            deeper: 0,
            skipped: 0,
            in_properties: false,
            in_text: false,
            in_instruction: false,
            own: Own::default(),
            runs: Vec::new(),
            look: Look::default(),
            code: false,
            link: None,
            fields: Vec::new(),
            alt: String::new(),
            contents: false,
        }
    }

    /// What was read so far, put together.
    pub fn taken(&mut self) -> Vec<Block> {
        gathered::blocks(std::mem::take(&mut self.placed))
    }

    /// Everything that was read.
    pub fn ended(self) -> Vec<Placed> {
        self.placed
    }

    pub fn visit(&mut self, node: &Node<'_>) {
        match node {
            Node::Open(name, attributes) => {
                if SKIPPED.contains(name) {
                    self.skipping(name);
                    self.skipped += 1;
                    return;
                }
                if *name == b"headerReference" || *name == b"footerReference" {
                    self.read.lost.one(Loss::HeadersFooters);
                }
                if self.skipped == 0 {
                    self.open(name, attributes);
                }
            }
            Node::Close(name) if SKIPPED.contains(name) => self.skipped = self.skipped.saturating_sub(1),
            Node::Close(name) if self.skipped == 0 => self.close(name),
            Node::Words(words) if self.skipped == 0 => {
                if self.in_instruction {
                    if let Some(field) = self.fields.last_mut() {
                        field.says.push_str(words);
                    }
                } else if self.in_text {
                    self.text(words);
                }
            }
            _ => {}
        }
    }

    fn skipping(&mut self, name: &[u8]) {
        match name {
            // The one in « Fallback » is the same box.
            b"txbxContent" if self.skipped == 0 => self.read.lost.one(Loss::TextBoxes),
            b"del" | b"moveFrom" | b"rPrChange" | b"pPrChange" if self.skipped == 0 => {
                self.read.lost.one(Loss::Changes);
            }
            _ => {}
        }
    }

    fn text(&mut self, words: &str) {
        let words = tidy(words);
        let mut look = self.look.clone();
        look.link = self.leads();
        let is_code = self.code && !self.own.shape.code;
        let what = if is_code { What::Code(words) } else { What::Text(words) };
        match (self.runs.last_mut(), what) {
            (Some(Run { what: What::Text(last), look: same }), What::Text(words)) if *same == look => {
                last.push_str(&words)
            }
            (Some(Run { what: What::Code(last), look: same }), What::Code(words)) if *same == look => {
                last.push_str(&words)
            }
            (_, what) => self.runs.push(Run { what, look }),
        }
    }

    fn push(&mut self, what: What) {
        let look = Look { link: self.leads(), ..self.look.clone() };
        self.runs.push(Run { what, look });
    }

    /// Where the words that are met lead.
    fn leads(&self) -> Option<std::rc::Rc<str>> {
        if let Some(link) = &self.link {
            return Some(link.as_str().into());
        }
        let says = &self
            .fields
            .iter()
            .rev()
            .find(|field| field.shown && field.says.trim_start().starts_with("HYPERLINK"))?
            .says;
        let mut quoted = says.split('"');
        let address = quoted.nth(1)?;
        let local = says.contains("\\l");
        Some(if local && !address.contains(':') { format!("#{address}").into() } else { address.into() })
    }

    fn open(&mut self, name: &[u8], attributes: &Attributes<'_>) {
        match name {
            b"p" => {
                self.own = Own::default();
                self.runs.clear();
            }
            b"pPr" => self.in_properties = true,
            b"r" => (self.look, self.code) = (Look::default(), false),
            b"t" => self.in_text = true,
            b"instrText" => self.in_instruction = true,
            b"fldChar" => self.field(&attributes.get("fldCharType").unwrap_or_default()),
            b"fldSimple" => {
                let says = attributes.get("instr").unwrap_or_default();
                self.fields.push(Field { says, shown: true });
            }
            b"tab" | b"ptab" if !self.in_properties => self.push(What::Text(" ".to_owned())),
            b"br" => {
                let page = attributes.get("type").is_some_and(|kind| kind == "page" || kind == "column");
                self.push(if page { What::Text(" ".to_owned()) } else { What::Break });
            }
            b"cr" => self.push(What::Break),
            b"noBreakHyphen" => self.text("-"),
            b"hyperlink" => {
                let anchor = attributes.whole("w:anchor").map(|anchor| format!("#{anchor}"));
                let far = attributes.whole("r:id").and_then(|id| self.targets.get(&id).cloned());
                self.link = Some(far.or(anchor).unwrap_or_default());
            }
            b"bookmarkStart" => self.own.anchors.extend(attributes.get("name")),
            b"footnoteReference" | b"endnoteReference" => {
                let of = if name == b"footnoteReference" { 'f' } else { 'e' };
                let note = attributes.get("id").and_then(|id| self.notes.get(&(of, id)).copied());
                if let Some(note) = note {
                    self.runs.push(Run { what: What::Note(note), look: Look::default() });
                }
            }
            b"oMath" => self.read.lost.one(Loss::Equations),
            b"ins" | b"moveTo" if !self.in_properties => self.read.lost.one(Loss::Changes),
            b"docPr" => {
                let alt = attributes.get("descr").filter(|alt| !alt.trim().is_empty());
                self.alt = tidy(&alt.unwrap_or_default());
            }
            b"blip" => {
                if let Some(id) = attributes.whole("r:embed") {
                    self.image(id);
                } else {
                    self.read.lost.one(Loss::Images);
                }
            }
            b"imagedata" => {
                if let Some(id) = attributes.whole("r:id") {
                    self.alt.clear();
                    self.image(id);
                }
            }
            b"OLEObject" | b"chart" | b"relIds" | b"contentPart" => self.read.lost.one(Loss::Objects),
            b"checkBox" | b"ddList" | b"textInput" | b"dropDownList" | b"comboBox" => {
                self.read.lost.one(Loss::Fields);
            }
            b"tbl" => self.open_table(),
            b"tr" if self.deeper == 0 => {
                if let Some(grid) = self.grids.last_mut() {
                    grid.table.rows.push(Vec::new());
                }
            }
            b"tc" if self.deeper == 0 => {
                if let Some(grid) = self.grids.last_mut() {
                    (grid.cell, grid.side, grid.span, grid.merged) = (Vec::new(), Side::Start, 1, false);
                }
            }
            b"gridSpan" | b"vMerge" if self.deeper == 0 => self.spanned(name, attributes),
            _ if self.in_properties => self.of_paragraph(name, attributes),
            _ => self.of_words(name, attributes),
        }
    }

    fn image(&mut self, id: String) {
        if self.noted {
            return self.read.lost.one(Loss::Images);
        }
        let number = self.images.len();
        self.images.push(id);
        let alt = std::mem::take(&mut self.alt);
        self.push(What::Image { number, alt });
    }

    fn field(&mut self, kind: &str) {
        match kind {
            "begin" => self.fields.push(Field::default()),
            "separate" => {
                if let Some(field) = self.fields.last_mut() {
                    field.shown = true;
                }
            }
            _ => {
                self.fields.pop();
            }
        }
    }

    fn of_paragraph(&mut self, name: &[u8], attributes: &Attributes<'_>) {
        let own = &mut self.own;
        match name {
            b"pStyle" => {
                own.style = attributes.get("val").unwrap_or_default();
                own.shape = self.styles.shape(&own.style);
            }
            b"outlineLvl" => own.shape.heading = level_of(attributes.number("val")).or(own.shape.heading),
            b"ilvl" => {
                let id = own.list.take().map(|(id, _)| id).unwrap_or_default();
                own.list = Some((id, attributes.number("val").unwrap_or_default()));
            }
            b"numId" => {
                let level = own.list.take().map(|(_, level)| level);
                let level = level.or(own.shape.list.as_ref().map(|(_, level)| *level)).unwrap_or_default();
                own.list = attributes.get("val").map(|id| (id, level));
            }
            b"ind" => own.left = attributes.number("left").or(attributes.number("start")).unwrap_or_default(),
            b"jc" => {
                own.side = match attributes.get("val").as_deref() {
                    Some("center") => Side::Center,
                    Some("right" | "end") => Side::End,
                    _ => Side::Start,
                };
            }
            b"pBdr" => own.border = true,
            _ => {}
        }
    }

    fn of_words(&mut self, name: &[u8], attributes: &Attributes<'_>) {
        let value = attributes.get("val");
        match name {
            b"b" => self.look.bold = on(value),
            b"i" => self.look.italic = on(value),
            b"strike" | b"dstrike" => self.look.struck = on(value),
            b"rStyle" => {
                let shape = self.styles.shape(&value.unwrap_or_default());
                self.look.bold |= shape.bold;
                self.look.italic |= shape.italic;
                self.look.struck |= shape.struck;
                self.code |= shape.code;
            }
            b"highlight" | b"shd" => {
                self.own.looks |= value.is_some_and(|value| !["none", "clear"].contains(&value.as_str()))
            }
            b"u" => self.own.looks |= self.link.is_none() && on(value),
            b"color" => {
                self.own.looks |= value.is_some_and(|value| !["auto", "000000"].contains(&value.as_str()))
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &[u8]) {
        match name {
            b"p" => self.end_paragraph(),
            b"pPr" => self.in_properties = false,
            b"t" => self.in_text = false,
            b"instrText" => self.in_instruction = false,
            b"hyperlink" => self.link = None,
            b"fldSimple" => {
                self.fields.pop();
            }
            b"tc" if self.deeper == 0 => self.end_cell(),
            b"tbl" if self.deeper > 0 => self.deeper -= 1,
            b"tbl" => {
                if let Some(block) = self.grids.pop().and_then(|grid| build::settled(grid.table)) {
                    self.place(Placed {
                        block,
                        style: String::new(),
                        is_title: false,
                        quote: false,
                        item: None,
                        goes_on: None,
                    });
                }
            }
            _ => {}
        }
    }
}
