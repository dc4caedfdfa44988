//! Words, links and notes in the paragraphs of a document for Word.

use markdown::Inline;

use super::{Look, Place, Writer};

impl Writer<'_> {
    pub(super) fn inlines(&mut self, all: &[Inline], look: Look, place: &Place) {
        for inline in all {
            match inline {
                Inline::Text { text } => self.run(text, look),
                Inline::Code { text } => {
                    self.xml.raw("<w:r><w:rPr><w:rStyle w:val=\"CodeChar\"/></w:rPr>");
                    self.xml.said("w:t", &[("xml:space", "preserve")], text);
                    self.xml.raw("</w:r>");
                }
                Inline::Emphasis { content } => self.inlines(content, Look { italic: true, ..look }, place),
                Inline::Strong { content } => self.inlines(content, Look { bold: true, ..look }, place),
                Inline::Struck { content } => self.inlines(content, Look { struck: true, ..look }, place),
                Inline::Link { href, content } => self.link(href, content, look, place),
                Inline::Image { href, alt, .. } => match (self.work.picture(href.as_deref()), href) {
                    (Some(picture), _) => self.picture(picture, alt, place),
                    (None, Some(href)) => {
                        let told = [Inline::text(self.work.image(alt))];
                        self.link(href, &told, look, place);
                    }
                    (None, None) => self.run(&self.work.image(alt), look),
                },
                Inline::Note { number, again } if place.note || *again => {
                    self.run(&number.to_string(), Look { raised: true, ..look });
                }
                Inline::Note { number, .. } => {
                    self.xml.raw(&format!(
                        "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>\
                         <w:footnoteReference w:id=\"{number}\"/></w:r>"
                    ));
                }
                Inline::Break => self.xml.raw("<w:r><w:br/></w:r>"),
            }
        }
    }

    pub(super) fn link(&mut self, href: &str, content: &[Inline], look: Look, place: &Place) {
        // A link in a link is its words.
        if look.link {
            return self.inlines(content, look, place);
        }
        match href.strip_prefix('#') {
            Some(id) => {
                let anchor = format!("t{}", self.ids.get(id).copied().unwrap_or_default());
                self.xml.open("w:hyperlink", &[("w:anchor", &anchor)]);
            }
            None => {
                self.links.push(href.to_owned());
                self.xml.open("w:hyperlink", &[("r:id", &format!("link{}", self.links.len()))]);
            }
        }
        self.inlines(content, Look { link: true, ..look }, place);
        self.xml.close();
    }

    pub(super) fn said(&mut self, style: &'static str, words: &str) {
        self.begin(style);
        self.run(words, Look::default());
        self.xml.close();
    }

    pub(super) fn begin(&mut self, style: &str) {
        self.xml.open("w:p", &[]);
        self.xml.raw(&format!("<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>"));
    }

    pub(super) fn field(&mut self, kind: &str) {
        self.xml.raw(&format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>"));
    }

    pub(super) fn run(&mut self, words: &str, look: Look) {
        self.xml.open("w:r", &[]);
        let parts = [
            (look.link, "<w:rStyle w:val=\"Hyperlink\"/>"),
            (look.bold, "<w:b/>"),
            (look.italic, "<w:i/>"),
            (look.struck, "<w:strike/>"),
            (look.raised, "<w:vertAlign w:val=\"superscript\"/>"),
        ];
        let look: String = parts.into_iter().filter(|(on, _)| *on).map(|(_, xml)| xml).collect();
        if !look.is_empty() {
            self.xml.raw(&format!("<w:rPr>{look}</w:rPr>"));
        }
        self.xml.said("w:t", &[("xml:space", "preserve")], words);
        self.xml.close();
    }
}
