//! Personal data: what is kept about people, why and how long, and what becomes of it when somebody is erased.
//!
//! `register.rs` names every table and column that holds something personal, with what it holds: the register that the
//! law asks for, the erasure and its test all read it. `keeping.rs` is how long things are kept. Not here: how rows are
//! removed, exports, sentences.

mod keeping;
pub mod register;
mod settings;

use crate::columns::coded_enum;

pub use keeping::{Keeping, Kept};
pub use settings::{DataForm, Responsible};

/// The name of whoever was erased: it stands where names stand, and is kept as one, the same for readers of all languages.
pub const FORMER_MEMBER: &str = "Ancien membre";

/// Exports of one's own data within a day.
pub const EXPORTS_A_DAY: u64 = 3;
/// Minutes during which an export that was asked for can be taken.
pub const EXPORT_MINUTES: i64 = 60;
/// Characters of what somebody says when they ask to be erased.
pub const WORDS_MAX: u32 = 1_000;

coded_enum! {
    /// What the council does with data about people: a line of the register.
    pub enum Processing {
        /// Knowing who sits, and in which groups.
        People = "people",
        /// Letting each in, and nobody else.
        Accounts = "accounts",
        /// Writing, reviewing and adopting texts.
        Texts = "texts",
        /// Talking about them.
        Discussions = "discussions",
        /// Keeping documents.
        Library = "library",
        /// Voting.
        Polls = "polls",
        /// Having framing texts signed.
        Charter = "charter",
        /// Learning how the site works, and how to work together.
        Learning = "learning",
        /// Knowing who did what.
        Journal = "journal",
        /// Finding things again.
        Search = "search",
        /// Answering those who use their rights.
        Rights = "rights",
    }
}

coded_enum! {
    /// What allows a processing, by the words of article 6 of the regulation.
    pub enum LegalBasis {
        /// A task carried out in the public interest (6.1.e).
        PublicTask = "public-task",
        /// An obligation of the law (6.1.c).
        LegalObligation = "legal-obligation",
    }
}

impl Processing {
    /// What allows it.
    pub fn basis(self) -> LegalBasis {
        match self {
            Processing::Journal | Processing::Rights => LegalBasis::LegalObligation,
            _ => LegalBasis::PublicTask,
        }
    }

    /// The kinds of things that it keeps for a time of their own.
    pub fn kept(self) -> impl Iterator<Item = Kept> {
        Kept::ALL.iter().copied().filter(move |kept| kept.processing() == self)
    }
}

#[cfg(test)]
mod tests;
