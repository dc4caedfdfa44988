//! Where text is gathered, up to the limits.

use std::time::Instant;

use crate::{Block, Cut, Limits, Place, Reading, Section, State};

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    Encrypted,
    Damaged,
    TooLarge,
    Unsupported,
}

/// How many pages a file has, where it has some.
pub(crate) type Pages = Option<u32>;

/// Text being gathered.
pub(crate) struct Gather<'a> {
    pub limits: &'a Limits,
    started: Instant,
    sections: Vec<Section>,
    text: usize,
    rows: usize,
    cut: Option<Cut>,
}

impl<'a> Gather<'a> {
    pub fn new(limits: &'a Limits) -> Gather<'a> {
        Gather { limits, started: Instant::now(), sections: Vec::new(), text: 0, rows: 0, cut: None }
    }

    /// Begins a section. Whether it may be read: not past the pages and the time that are given.
    pub fn begin(&mut self, place: Place) -> bool {
        if self.sections.len() >= self.limits.pages {
            self.cut(Cut::Pages);
        }
        if !self.goes_on() {
            return false;
        }
        self.sections.push(Section { place, blocks: Vec::new() });
        true
    }

    /// Whether more is taken.
    pub fn goes_on(&mut self) -> bool {
        if self.cut.is_none() && self.started.elapsed() > self.limits.time {
            self.cut(Cut::Time);
        }
        self.cut.is_none()
    }

    /// Tells that there was more.
    pub fn cut(&mut self, why: Cut) {
        self.cut.get_or_insert(why);
    }

    pub fn heading(&mut self, level: u8, words: &str) {
        let words = self.kept(words);
        self.add((!words.is_empty()).then(|| Block::Heading(level.clamp(1, 6), words)));
    }

    pub fn paragraph(&mut self, words: &str) {
        let words = self.kept(words);
        self.add((!words.is_empty()).then_some(Block::Paragraph(words)));
    }

    pub fn item(&mut self, words: &str) {
        let words = self.kept(words);
        self.add((!words.is_empty()).then_some(Block::Item(words)));
    }

    /// A table, without the empty ends of its rows, and without its empty rows.
    pub fn table(&mut self, rows: Vec<Vec<String>>) {
        let mut kept: Vec<Vec<String>> = Vec::new();
        for row in rows {
            if self.rows >= self.limits.rows {
                self.cut(Cut::Text);
                break;
            }
            let mut cells: Vec<String> = row.iter().map(|cell| self.kept(cell)).collect();
            let used = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
            cells.truncate(used);
            if used > 0 {
                self.rows += 1;
                kept.push(cells);
            }
        }
        self.add((!kept.is_empty()).then_some(Block::Table(kept)));
    }

    fn add(&mut self, block: Option<Block>) {
        let Some(block) = block else { return };
        if self.sections.is_empty() {
            self.sections.push(Section { place: Place::Whole, blocks: Vec::new() });
        }
        if let Some(section) = self.sections.last_mut() {
            section.blocks.push(block);
        }
    }

    /// What is kept of these words, counted.
    fn kept(&mut self, words: &str) -> String {
        let mut words = clean(words);
        let left = self.limits.text.saturating_sub(self.text);
        if words.len() > left {
            words.truncate((0..=left).rev().find(|at| words.is_char_boundary(*at)).unwrap_or(0));
            self.cut(Cut::Text);
        }
        self.text += words.len();
        words
    }

    /// Whether anything that was gathered says something.
    pub fn has_words(&self) -> bool {
        self.sections.iter().any(|section| section.text().chars().any(char::is_alphanumeric))
    }

    /// What was gathered.
    pub fn reading(self, pages: Pages) -> Reading {
        if !self.has_words() {
            return Reading {
                pages,
                cut: self.cut.filter(|cut| *cut == Cut::Time),
                ..Reading::nothing(State::Empty)
            };
        }
        Reading { state: State::Read, cut: self.cut, pages, recognised: false, sections: self.sections }
    }
}

/// Words without what nobody can read, and without blanks at the ends of their lines.
fn clean(words: &str) -> String {
    let mut clean = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}' => {
                clean.truncate(clean.trim_end_matches([' ', '\t']).len());
                // Three ends of lines in a row are as two.
                if !clean.ends_with("\n\n") && (c != '\r' || !clean.ends_with('\n')) {
                    clean.push('\n');
                }
            }
            '\t' => clean.push(' '),
            'ﬀ' => clean.push_str("ff"),
            'ﬁ' => clean.push_str("fi"),
            'ﬂ' => clean.push_str("fl"),
            'ﬃ' => clean.push_str("ffi"),
            'ﬄ' => clean.push_str("ffl"),
            'ﬅ' | 'ﬆ' => clean.push_str("st"),
            // Soft hyphens part words that are one; marks of direction could show a text that is not there.
            '\u{ad}'
            | '\u{feff}'
            | '\u{fffd}'
            | '\u{200b}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' => {}
            // Private characters are drawings of one font.
            '\u{e000}'..='\u{f8ff}' => {}
            c if c.is_control() => {}
            c => clean.push(c),
        }
    }
    clean.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn words_keep_what_can_be_read() {
        assert_eq!(clean("  a \r\n\r\n\r\n\r\nof\u{ad}ﬁce\u{202e} \u{0}b\t c "), "a\n\noffice b  c");
    }
}
