//! Words, links and notes in the paragraphs of a document for LibreOffice.

use markdown::Inline;

use crate::pictures::Picture;

use super::{COLUMN, Place, Writer};

/// Points that a list takes on the left.
const STEP: f64 = 17.0;

impl<'a> Writer<'a> {
    pub(super) fn inlines(&mut self, all: &[Inline], place: Place) {
        for inline in all {
            let (style, content) = match inline {
                Inline::Text { text } => {
                    self.kept(text);
                    continue;
                }
                Inline::Code { text } => {
                    self.xml.open("text:span", &[("text:style-name", "CodeWords")]);
                    self.kept(text);
                    self.xml.close();
                    continue;
                }
                Inline::Break => {
                    self.xml.empty("text:line-break", &[]);
                    continue;
                }
                Inline::Image { href, alt, .. } => {
                    match (self.work.picture(href.as_deref()), href) {
                        (Some(picture), _) => self.picture(picture, alt, place),
                        (None, Some(href)) if !place.link => {
                            self.link(href, &[Inline::text(self.work.image(alt))], place);
                        }
                        _ => self.kept(&self.work.image(alt)),
                    }
                    continue;
                }
                Inline::Note { number, again } => {
                    self.note(*number, place.note || *again);
                    continue;
                }
                Inline::Link { content, .. } if place.link => {
                    self.inlines(content, place);
                    continue;
                }
                Inline::Link { href, content } => {
                    let href = match href.strip_prefix('#') {
                        Some(id) => format!("#t{}", self.ids.get(id).copied().unwrap_or_default()),
                        None => href.clone(),
                    };
                    self.link(&href, content, place);
                    continue;
                }
                Inline::Emphasis { content } => ("Emphasis", content),
                Inline::Strong { content } => ("Strong_Emphasis", content),
                Inline::Struck { content } => ("Struck", content),
            };
            self.xml.open("text:span", &[("text:style-name", style)]);
            self.inlines(content, place);
            self.xml.close();
        }
    }

    fn picture(&mut self, picture: Picture<'a>, alt: &str, place: Place) {
        let room = place.room.unwrap_or(COLUMN - STEP * f64::from(place.depth.min(10)));
        let (width, height) = picture.size(room);
        self.pictures.push(picture);
        let (width, height) = (format!("{width:.2}pt"), format!("{height:.2}pt"));
        let name = format!("Image {}", self.pictures.len());
        let frame = [
            ("draw:style-name", "Picture"),
            ("draw:name", &name),
            ("text:anchor-type", "as-char"),
            ("svg:width", &width),
            ("svg:height", &height),
        ];
        self.xml.open("draw:frame", &frame);
        let image = [
            ("xlink:href", &*format!("Pictures/{}", picture.file())),
            ("xlink:type", "simple"),
            ("xlink:show", "embed"),
            ("xlink:actuate", "onLoad"),
        ];
        self.xml.empty("draw:image", &image);
        if !alt.is_empty() {
            self.xml.said("svg:desc", &[], alt);
        }
        self.xml.close();
    }

    pub(super) fn link(&mut self, href: &str, content: &[Inline], place: Place) {
        let attributes = [
            ("xlink:type", "simple"),
            ("xlink:href", href),
            ("text:style-name", "Internet_link"),
            ("text:visited-style-name", "Internet_link"),
        ];
        self.xml.open("text:a", &attributes);
        self.inlines(content, Place { link: true, ..place });
        self.xml.close();
    }

    pub(super) fn note(&mut self, number: usize, only_number: bool) {
        let said = number.to_string();
        if only_number {
            return self.xml.said("text:span", &[("text:style-name", "Raised")], &said);
        }
        let work = self.work;
        let id = format!("note{number}");
        self.xml.open("text:note", &[("text:id", &id), ("text:note-class", "footnote")]);
        self.xml.said("text:note-citation", &[], &said);
        self.xml.open("text:note-body", &[]);
        let place = Place { note: true, ..Place::default() };
        if let Some(note) = work.tree.notes.get(number - 1) {
            self.blocks_in_list(note, place);
        }
        self.xml.close();
        self.xml.close();
    }

    pub(super) fn title(&mut self, level: u8, words: &str) {
        let (level, style) = (level.to_string(), format!("Heading_{level}"));
        self.xml.said("text:h", &[("text:style-name", &style), ("text:outline-level", &level)], words);
    }

    pub(super) fn said(&mut self, style: &str, words: &str) {
        self.xml.said("text:p", &[("text:style-name", style)], words);
    }

    /// Words with all their spaces, which OpenDocument would take together.
    pub(super) fn kept(&mut self, words: &str) {
        let mut spaces = 0_usize;
        for part in words.split_inclusive([' ', '\t']) {
            let word = part.trim_end_matches([' ', '\t']);
            if !word.is_empty() {
                spaces = 0;
                self.xml.text(word);
            }
            if part.len() > word.len() {
                spaces += 1;
                match part.ends_with('\t') {
                    true => self.xml.empty("text:tab", &[]),
                    false if spaces == 1 => self.xml.text(" "),
                    false => self.xml.empty("text:s", &[]),
                }
            }
        }
    }
}
