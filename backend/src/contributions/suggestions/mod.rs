//! Suggestions: other wordings proposed for passages of a text that is written, and what is answered to them.
//!
//! The passage of a suggestion that waits is always one of the current version: whoever writes a version carries it on,
//! in the same transaction. How many wait is counted on the text, so that nothing looks for them where there are none;
//! that count is changed first, which makes two changes wait for each other.

mod accept;
mod carry;
mod change;
mod load;
mod names;
mod show;
mod suggest;
mod wording;

pub use accept::{Accepted, accept};
pub use change::{answer, refuse, reword, withdraw};
pub use show::{
    Fate, Paragraph, Passage, SettledView, SuggestionView, SuggestionsView, Workshop, suggestion,
    suggestions, workshop,
};
pub use suggest::{Target, amend, suggest};

pub(super) use accept::Accepting;
pub(super) use carry::{Carrying, Onto};
pub(super) use load::by_heading;

#[cfg(test)]
mod tests;
