//! Notes: a named call in the text, a list at the end, and a way back to each call.
//!
//! The notes are numbered in the order of their calls. Those nobody calls come last.

use std::collections::HashMap;

use super::Writer;
use crate::{
    escape,
    parse::{Document, fold_label},
};

/// Which notes have been called so far.
#[derive(Default)]
pub struct Book {
    /// From a label to the place of its definition; the first definition counts.
    places: HashMap<String, usize>,
    /// The places in the order of the first calls: the number of a note is its rank here.
    order: Vec<usize>,
    /// For each place, its number once called, and how many calls there were.
    calls: Vec<(usize, usize)>,
}

impl Book {
    /// A book in which nothing is called yet.
    pub fn of(document: &Document<'_>) -> Self {
        let mut places = HashMap::new();
        for (place, note) in document.notes.iter().enumerate() {
            places.entry(note.label.clone()).or_insert(place);
        }
        Self { places, order: Vec::new(), calls: vec![(0, 0); document.notes.len()] }
    }

    /// The number of a note.
    fn number(&mut self, place: usize) -> usize {
        if self.calls[place].0 == 0 {
            self.order.push(place);
            self.calls[place].0 = self.order.len();
        }
        self.calls[place].0
    }
}

impl Writer<'_> {
    /// Writes a call; one inside a link waits for the end of the link.
    pub(super) fn call(&mut self, label: &str) {
        let Some(place) = self.notes.places.get(&fold_label(label)).copied() else {
            let typed = format!("[^{label}]");
            return self.text(&typed);
        };
        let number = self.notes.number(place);
        self.notes.calls[place].1 += 1;
        let call = self.id(&format!("call_{number}_{}", self.notes.calls[place].1));
        let note = self.id(&format!("note_{number}"));
        let name = format!("{} {number}", self.labels.note);
        let mut html = String::from("<sup class=\"note-call\"><a");
        escape::attribute(&mut html, "id", &call);
        escape::attribute(&mut html, "href", &format!("#{note}"));
        escape::attribute(&mut html, "aria-label", &name);
        html.push_str(&format!(">{number}</a></sup>"));
        if self.in_link {
            self.waiting.push_str(&html);
        } else {
            self.out.push_str(&html);
        }
    }

    /// Writes the list of notes. Writing one can call others, which then come after it.
    pub(super) fn write_notes(&mut self, document: &Document<'_>) {
        if document.notes.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.out);
        let mut contents = Vec::new();
        let mut uncalled = 0..document.notes.len();
        loop {
            let place = match self.notes.order.get(contents.len()) {
                Some(place) => *place,
                None => match uncalled.find(|place| self.notes.calls[*place].0 == 0) {
                    Some(place) => {
                        self.notes.number(place);
                        place
                    }
                    None => break,
                },
            };
            self.events(&document.notes[place].events);
            contents.push((place, std::mem::take(&mut self.out)));
        }
        self.out = text;
        self.fresh_line();
        self.out.push_str("<section class=\"notes\"");
        escape::attribute(&mut self.out, "aria-label", self.labels.notes);
        self.out.push_str(">\n<ol>\n");
        for (rank, (place, content)) in contents.iter().enumerate() {
            self.out.push_str("<li");
            let id = self.id(&format!("note_{}", rank + 1));
            escape::attribute(&mut self.out, "id", &id);
            self.out.push('>');
            // The way back stands at the end of the last sentence.
            let (content, end) = match content.strip_suffix("</p>\n") {
                Some(content) => (content, "</p>\n"),
                None => (content.as_str(), ""),
            };
            self.out.push_str(content);
            self.ways_back(rank + 1, self.notes.calls[*place].1);
            self.out.push_str(end);
            self.out.push_str("</li>\n");
        }
        self.out.push_str("</ol>\n</section>\n");
    }

    fn ways_back(&mut self, number: usize, calls: usize) {
        for call in 1..=calls {
            let name = if calls == 1 {
                self.labels.back.to_owned()
            } else {
                format!("{} ({} {call})", self.labels.back, self.labels.call)
            };
            let href = format!("#{}", self.id(&format!("call_{number}_{call}")));
            self.out.push_str(" <a class=\"note-return\"");
            escape::attribute(&mut self.out, "href", &href);
            escape::attribute(&mut self.out, "aria-label", &name);
            self.out.push_str(">↩</a>");
        }
    }
}
