//! The rules themselves, in one pass from left to right.

use super::{Edit, NARROW, OPAQUE, WIDE, frozen::frozen};
use crate::Typography;

/// One edit per character, or `None` when there is nothing to do.
pub fn rewrite(chars: &[char], language: Typography) -> Option<Vec<Edit>> {
    if language == Typography::None || !chars.iter().any(|c| ";!?:«»\"'.".contains(*c)) {
        return None;
    }
    let mut pass = Pass {
        chars,
        frozen: frozen(chars),
        edits: vec![Edit::Keep; chars.len()],
        french: language == Typography::French,
        last: None,
        open: Vec::new(),
        guillemets: 0,
        last_quote: chars.iter().rposition(|c| *c == '"').unwrap_or(0),
        single: false,
    };
    pass.run();
    Some(pass.edits)
}

struct Pass<'a> {
    chars: &'a [char],
    frozen: Vec<bool>,
    edits: Vec<Edit>,
    french: bool,
    /// The last character written.
    last: Option<char>,
    /// The quotation marks still open: `«` or `“`.
    open: Vec<char>,
    /// How many of them are guillemets.
    guillemets: usize,
    /// Where the last straight quotation mark is.
    last_quote: usize,
    /// Whether a straight single quotation mark is open.
    single: bool,
}

impl Pass<'_> {
    fn run(&mut self) {
        let mut i = 0;
        while i < self.chars.len() {
            let c = self.chars[i];
            if self.frozen[i] {
                self.last = Some(c);
                i += 1;
                continue;
            }
            match c {
                ' ' | WIDE | NARROW if self.french => {
                    i = self.spaces(i);
                    continue;
                }
                '.' => {
                    i = self.dots(i);
                    continue;
                }
                ';' | '!' | '?' | ':' if self.french => self.mark(i),
                '«' => self.opened(i),
                '»' => self.closed(i),
                '"' => self.quote(i),
                '\'' => self.apostrophe(i),
                '“' => {
                    self.open.push('“');
                    self.last = Some(c);
                }
                '”' => {
                    if self.open.last() == Some(&'“') {
                        self.open.pop();
                    }
                    self.last = Some(c);
                }
                _ => self.last = Some(c),
            }
            i += 1;
        }
    }

    /// A run of spaces becomes one no-break space where the next sign or the last one asks for
    /// it. At the beginning of a line there is nothing to hold on to.
    fn spaces(&mut self, start: usize) -> usize {
        let is_space = |c: &char| matches!(*c, ' ' | WIDE | NARROW);
        let length = self.chars[start..].iter().take_while(|c| is_space(c)).count();
        let end = start + length;
        let wanted = match (self.last, self.at(end)) {
            (None | Some('\n'), _) | (_, None) => None,
            (Some('«'), Some('\n')) => None,
            (Some('«'), _) => Some(WIDE),
            _ if self.frozen[end] => None,
            (_, Some(':')) if self.stands_alone(end) => Some(WIDE),
            (_, Some(';' | '!' | '?')) if self.stands_alone(end) => Some(NARROW),
            (_, Some('»')) => Some(WIDE),
            (_, Some('"')) if self.open.last() == Some(&'«') && closes(self.at(end + 1)) => Some(WIDE),
            _ => None,
        };
        match wanted {
            Some(space) => {
                self.edits[start..end].fill(Edit::Drop);
                self.edits[end - 1] = Edit::Put(if space == WIDE { "\u{a0}" } else { "\u{202f}" });
                self.last = Some(space);
            }
            None => self.last = Some(self.chars[end - 1]),
        }
        end
    }

    /// A high mark glued to a word gets its space.
    fn mark(&mut self, i: usize) {
        let c = self.chars[i];
        let after_word = self
            .last
            .is_some_and(|last| last.is_alphanumeric() || last == OPAQUE || ")]%°€»”\"'’.…".contains(last));
        let glued = i > 0 && !self.frozen[i - 1];
        if after_word && glued && self.stands_alone(i) {
            self.edits[i] = Edit::Put(match c {
                ';' => "\u{202f};",
                '!' => "\u{202f}!",
                '?' => "\u{202f}?",
                _ => "\u{a0}:",
            });
        }
        self.last = Some(c);
    }

    /// Whether a high mark is punctuation: nothing that looks like a time, a ratio, a path, an
    /// emoticon or a piece of code follows.
    fn stands_alone(&self, i: usize) -> bool {
        if matches!(self.chars[i], ':' | ';') {
            return match self.at(i + 1) {
                None => true,
                Some(next) => next.is_whitespace() || "»”\"\u{fffc}".contains(next),
            };
        }
        let length = self.chars[i..].iter().take_while(|c| matches!(c, '!' | '?')).count();
        match self.at(i + length) {
            None => true,
            // A dot is the end of a sentence, or the beginning of something technical.
            Some('.') => !self.at(i + length + 1).is_some_and(char::is_alphanumeric),
            Some(next) => next.is_whitespace() || ")]}»”\"'’…—–,*\u{fffc}".contains(next),
        }
    }

    fn opened(&mut self, i: usize) {
        self.push_guillemet();
        self.last = Some('«');
        if !self.french {
            return;
        }
        if let Some(next) = self.at(i + 1)
            && next != '\n'
            && !matches!(next, ' ' | WIDE | NARROW)
        {
            self.edits[i] = Edit::Put("«\u{a0}");
            self.last = Some(WIDE);
        }
    }

    fn closed(&mut self, i: usize) {
        // Whatever was opened inside is closed with it.
        if self.guillemets > 0 {
            while let Some(mark) = self.open.pop() {
                if mark == '«' {
                    self.guillemets -= 1;
                    break;
                }
            }
        }
        if self.french && self.last.is_some_and(|last| !last.is_whitespace()) {
            self.edits[i] = Edit::Put("\u{a0}»");
        }
        self.last = Some('»');
    }

    /// A straight quotation mark opens or closes; one which does neither, as in 5" or in a lone
    /// one, stays straight.
    fn quote(&mut self, i: usize) {
        let next = self.at(i + 1);
        let may_open = self.last.is_none_or(|last| last.is_whitespace() || "([{«“’'—–-/".contains(last))
            && !closes(next);
        if may_open && self.last_quote > i {
            if self.french && self.guillemets == 0 {
                self.push_guillemet();
                self.edits[i] = Edit::Put("«\u{a0}");
                self.last = Some(WIDE);
            } else {
                self.open.push('“');
                self.edits[i] = Edit::Put("“");
                self.last = Some('“');
            }
            return;
        }
        let after_text = self.last.is_some_and(|last| !last.is_whitespace());
        match self.open.last() {
            Some(&mark) if !may_open && (after_text || closes(next)) => {
                self.open.pop();
                if mark == '«' {
                    self.guillemets -= 1;
                    self.edits[i] = Edit::Put(if after_text { "\u{a0}»" } else { "»" });
                    self.last = Some('»');
                } else {
                    self.edits[i] = Edit::Put("”");
                    self.last = Some('”');
                }
            }
            _ => self.last = Some('"'),
        }
    }

    /// Elision, possession, a year without its century. Straight single quotation marks stay
    /// straight, both of them; so do minutes and feet.
    fn apostrophe(&mut self, i: usize) {
        let next = self.at(i + 1);
        let next_letter = next.is_some_and(char::is_alphabetic);
        let after_letter = self.last.is_some_and(|last| last.is_alphabetic() || last == OPAQUE);
        let curly = if after_letter {
            let closing = self.single && !next_letter;
            self.single &= !closing;
            !closing
        } else if self.last.is_some_and(char::is_numeric) {
            // The ’s of the 1980’s, but not the seconds of 5'30.
            !self.french && next_letter
        } else if next.is_some_and(|next| next.is_ascii_digit()) {
            self.last.is_none_or(char::is_whitespace)
        } else {
            self.single |= next_letter;
            false
        };
        if curly {
            self.edits[i] = Edit::Put("’");
        }
        self.last = Some(if curly { '’' } else { '\'' });
    }

    /// Three dots, no more and no less, and not in a path.
    fn dots(&mut self, start: usize) -> usize {
        let length = self.chars[start..]
            .iter()
            .zip(&self.frozen[start..])
            .take_while(|(c, frozen)| **c == '.' && !**frozen)
            .count();
        let end = start + length;
        let path = |c: char| matches!(c, '.' | '/' | '\\');
        if length == 3 && !self.last.is_some_and(path) && !self.at(end).is_some_and(path) {
            self.edits[start] = Edit::Put("…");
            self.edits[start + 1..end].fill(Edit::Drop);
            self.last = Some('…');
        } else {
            self.last = Some('.');
        }
        end
    }

    fn push_guillemet(&mut self) {
        self.open.push('«');
        self.guillemets += 1;
    }

    fn at(&self, i: usize) -> Option<char> {
        self.chars.get(i).copied()
    }
}

/// What can follow a closing quotation mark.
fn closes(next: Option<char>) -> bool {
    next.is_none_or(|next| next.is_whitespace() || ".,;:!?)]}»”…".contains(next))
}
