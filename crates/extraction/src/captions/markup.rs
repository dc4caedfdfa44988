//! The words of a cue and how they are written: a few harmless marks are understood, the others go.

use super::{Run, Style};

/// Characters of the name of a voice.
const VOICE: usize = 80;
/// Characters of a mark, at most: beyond, a `<` is a letter. That of a voice may have each letter written as `&amp;`.
const MARK: usize = 5 * VOICE + 10;
/// Pieces with marks in one file: beyond, words are kept plain.
const MARKED: usize = 20_000;

/// Reads cues one after the other, and counts what they cost.
#[derive(Default)]
pub(super) struct Marks {
    marked: usize,
}

/// What is being read of a cue.
#[derive(Default)]
struct Cue {
    runs: Vec<Run>,
    voice: Option<String>,
    bold: u32,
    italic: u32,
    underline: u32,
}

impl Marks {
    /// The words of a cue, in pieces, without a blank at either end.
    pub fn runs(&mut self, text: &str) -> Vec<Run> {
        let mut cue = Cue::default();
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            if let Some((mark, after)) = mark(rest) {
                if self.marked + cue.runs.len() < MARKED {
                    cue.follow(mark);
                }
                rest = after;
            } else if let Some((letter, after)) = reference(rest) {
                cue.push(letter);
                rest = after;
            } else {
                cue.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
        let runs = cue.trimmed();
        self.marked += runs.len().saturating_sub(1);
        runs
    }
}

impl Cue {
    fn follow(&mut self, mark: &str) {
        let (open, mark) = mark.strip_prefix('/').map_or((true, mark), |mark| (false, mark));
        let name = mark.split([' ', '\t', '\n', '.']).next().unwrap_or_default();
        let count = match name.to_ascii_lowercase().as_str() {
            "b" => &mut self.bold,
            "i" => &mut self.italic,
            "u" => &mut self.underline,
            "v" => {
                let told = mark.split_once([' ', '\t', '\n']).map_or("", |(_, told)| told);
                self.voice = if open { voice(told) } else { None };
                return;
            }
            _ => return,
        };
        *count = if open { *count + 1 } else { count.saturating_sub(1) };
    }

    fn push(&mut self, letter: char) {
        let letter = match letter {
            '\n' | '\u{2028}' | '\u{2029}' => '\n',
            '\t' => ' ',
            other => other,
        };
        if letter != '\n' && is_unreadable(letter) {
            return;
        }
        let last = self.runs.last().and_then(|run| run.words.chars().next_back());
        // Neither empty lines nor blanks at the start.
        if letter.is_whitespace() && last.is_none_or(|last| last == '\n') {
            return;
        }
        let style = Style { bold: self.bold > 0, italic: self.italic > 0, underline: self.underline > 0 };
        match self.runs.last_mut() {
            Some(run) if run.style == style && run.voice == self.voice => run.words.push(letter),
            _ => self.runs.push(Run { words: letter.to_string(), voice: self.voice.clone(), style }),
        }
    }

    fn trimmed(mut self) -> Vec<Run> {
        while let Some(run) = self.runs.last_mut() {
            run.words.truncate(run.words.trim_end().len());
            if !run.words.is_empty() {
                break;
            }
            self.runs.pop();
        }
        self.runs
    }
}

/// What nobody can read, or could show a text that is not there.
fn is_unreadable(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{feff}' | '\u{fffd}' | '\u{200b}' | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' | '\u{e000}'..='\u{f8ff}')
}

fn voice(told: &str) -> Option<String> {
    let mut name = String::new();
    let mut rest = told;
    while let Some(c) = rest.chars().next() {
        let (letter, after) = reference(rest).unwrap_or((c, &rest[c.len_utf8()..]));
        name.push(if letter.is_whitespace() { ' ' } else { letter });
        rest = after;
    }
    let name: String = name.chars().filter(|letter| !is_unreadable(*letter)).take(VOICE).collect();
    Some(name.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|name| !name.is_empty())
}

/// A mark at the start of a text, and what comes after: `<i>`, `{\an8}`, `{i}`.
fn mark(text: &str) -> Option<(&str, &str)> {
    let (inner, end) = match text.as_bytes() {
        [b'<', next, ..] if next.is_ascii_alphanumeric() || *next == b'/' => (&text[1..], '>'),
        [b'{', b'\\', ..] => (&text[1..], '}'),
        [b'{', b'b' | b'i' | b'u', b'}', ..] | [b'{', b'/', b'b' | b'i' | b'u', b'}', ..] => {
            (&text[1..], '}')
        }
        _ => return None,
    };
    let (at, _) = inner.char_indices().take(MARK).find(|(_, c)| *c == end)?;
    Some((&inner[..at], &inner[at + 1..]))
}

/// A letter that is written as `&amp;` or `&#233;`, and what comes after.
fn reference(text: &str) -> Option<(char, &str)> {
    let inner = text.strip_prefix('&')?;
    let (at, _) = inner.char_indices().take(10).find(|(_, c)| *c == ';')?;
    let number = |digits: &str, base| u32::from_str_radix(digits, base).ok().and_then(char::from_u32);
    let letter = match &inner[..at] {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "lrm" => '\u{200e}',
        "rlm" => '\u{200f}',
        other => match other.strip_prefix('#')? {
            hex if hex.starts_with(['x', 'X']) => number(&hex[1..], 16)?,
            digits => number(digits, 10)?,
        },
    };
    Some((letter, &inner[at + 1..]))
}
