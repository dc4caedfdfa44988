//! The words of a French text as a search compares them.
//!
//! One analyser for what is written and for what is looked for, so that both engines of the database find the same
//! texts: lower case, ligatures, accents, elisions, words too common to count, then the plural and the feminine
//! (`stem`). Compounds, acronyms, numbers and dates are read as people write them, in their several ways.
//!
//! What this crate does not do: know verbs, know English, store, rank.
//!
//! Reading order: `fold` (letters), `stem` (one word), `scan` (a text), `query` (what somebody
//! types), `passage` (the lines of a text that answer).

mod fold;
mod passage;
mod query;
mod scan;
mod stem;
mod words;

pub use fold::fold;
pub use passage::{Passage, Piece, passage, surface};
pub use query::{Query, Term, Wording};
pub use stem::stem;

/// Changes whenever the analysis of the same text changes, so that what was indexed before is indexed again.
pub const VERSION: i32 = 1;

/// What an index keeps of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Analysed {
    /// The words in their order: two words that follow each other here are a phrase.
    pub running: Vec<String>,
    /// What stands for several of them: dates, compounds written in one word.
    pub beside: Vec<String>,
}

/// Analyses a text; what comes after `limit` words is not read.
pub fn analyse(text: &str, limit: usize) -> Analysed {
    let mut analysed = Analysed::default();
    scan::scan(
        text,
        |_| true,
        |token| {
            match token.place {
                scan::Place::Running => analysed.running.push(token.stem),
                scan::Place::Beside => analysed.beside.push(token.stem),
            }
            analysed.running.len() < limit
        },
    );
    analysed
}
