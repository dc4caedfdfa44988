//! Suggestions: other wordings proposed for passages of a text that is written, and what is answered to them.
//!
//! Their passages are followed with all that is attached to a text (`anchors`).

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
    Fate, Passage, SettledView, SuggestionView, SuggestionsView, Workshop, chosen, suggestion, suggestions,
    workshop,
};
pub use suggest::{Target, amend, suggest};

pub(super) use accept::Accepting;
pub(super) use carry::carry;
pub(super) use load::{waiting, wording};
#[cfg(test)]
pub(super) use wording::{Carried, Wording};

#[cfg(test)]
mod tests;
