//! French and English typography on plain characters.
//!
//! The rules look at a whole run of text, such as a paragraph, even when emphasis or a link cuts
//! it into pieces: [`rewrite`] answers with one edit per character, so that the caller can give
//! each piece its own characters back. What is not text (code, an address) stands in the run as
//! [`OPAQUE`]. Every decision depends on what has been written so far rather than on what was
//! read, which is what makes a second pass change nothing.

mod frozen;
mod rules;
#[cfg(test)]
mod tests;

use crate::Typography;

pub use rules::rewrite;

/// Stands in a run for something which is not text but has width.
pub const OPAQUE: char = '\u{fffc}';

/// No-break space, before a colon and inside guillemets.
const WIDE: char = '\u{a0}';
/// Narrow no-break space, before a semicolon, an exclamation or a question mark.
const NARROW: char = '\u{202f}';

/// What becomes of one character.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Edit {
    /// It stays.
    Keep,
    /// It goes.
    Drop,
    /// This is written instead.
    Put(&'static str),
}

/// Applies edits to the characters they were made for.
pub fn apply(chars: &[char], edits: &[Edit]) -> String {
    let mut out = String::with_capacity(chars.len() + 8);
    for (c, edit) in chars.iter().zip(edits) {
        match edit {
            Edit::Keep => out.push(*c),
            Edit::Drop => {}
            Edit::Put(text) => out.push_str(text),
        }
    }
    out
}

/// Sets one text on its own.
pub fn typeset(text: &str, language: Typography) -> String {
    let chars: Vec<char> = text.chars().collect();
    match rewrite(&chars, language) {
        Some(edits) => apply(&chars, &edits),
        None => text.to_owned(),
    }
}
