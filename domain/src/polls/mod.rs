//! Polls: a question put to the members of the council, their ballots, and how these are counted.
//!
//! A poll is open or secret. Its rules (quorum, majority, proxies) are its own from the day it is prepared, so that what
//! the council decides later changes no result.

mod form;
mod tally;
#[cfg(test)]
mod tests;

use std::{fmt, str::FromStr};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

pub use form::{CountForm, PollForm, Question, Schedule, Usual, UsualForm};
pub use tally::{Count, Majority, Quorum, Rules, Tally, tally};

use crate::{
    columns::coded_enum,
    refusal::{Refusal, Transition},
};

/// How many people one person may represent, at most.
pub const PROXIES_MAX: u32 = 5;

coded_enum! {
    /// Whether it is known who voted what.
    pub enum Secrecy {
        /// Each ballot under the name of who cast it, once the poll is over.
        Open = "open",
        /// Nobody learns who cast a ballot.
        Secret = "secret",
    }
}

coded_enum! {
    /// What a ballot says.
    pub enum Choice {
        /// For.
        For = "for",
        /// Against.
        Against = "against",
        /// Neither.
        Abstain = "abstain",
    }
}

coded_enum! {
    /// How a ballot came.
    pub enum Manner {
        /// Cast here by who votes, or by who represents them.
        Online = "online",
        /// Given in the room, and typed in.
        Present = "present",
        /// Received by post, and typed in.
        Post = "post",
    }
}

coded_enum! {
    /// Where a poll stands.
    pub enum Phase {
        /// It has not begun.
        ToCome = "to-come",
        /// Ballots are cast.
        Open = "open",
        /// It is over; the ballots on paper are being counted, and nothing is proclaimed.
        ToCount = "to-count",
        /// The result is proclaimed, and frozen.
        Proclaimed = "proclaimed",
        /// It was called off.
        Cancelled = "cancelled",
    }
}

/// When a poll began, ends and ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    /// From when ballots are cast.
    pub opens_at: DateTime<Utc>,
    /// Until when; that instant is no longer in it.
    pub closes_at: DateTime<Utc>,
    /// When the result was proclaimed.
    pub proclaimed_at: Option<DateTime<Utc>>,
    /// When it was called off.
    pub cancelled_at: Option<DateTime<Utc>>,
}

impl Times {
    /// Where the poll stands at an instant.
    pub fn phase(&self, now: DateTime<Utc>) -> Phase {
        if self.cancelled_at.is_some() {
            Phase::Cancelled
        } else if self.proclaimed_at.is_some() {
            Phase::Proclaimed
        } else if now < self.opens_at {
            Phase::ToCome
        } else if now < self.closes_at {
            Phase::Open
        } else {
            Phase::ToCount
        }
    }
}

impl Phase {
    /// Refuses a ballot, unless they are cast now.
    ///
    /// # Errors
    /// `PollNotOpen`, `PollOver` or `PollCancelled`.
    pub fn must_take_ballots(self) -> Result<(), Refusal> {
        self.must_be(Phase::Open)
    }

    /// Refuses what is done in another phase.
    ///
    /// # Errors
    /// `PollNotOpen`, `PollOver`, `PollRunning` or `PollCancelled`.
    pub fn must_be(self, wanted: Phase) -> Result<(), Refusal> {
        let why = match self {
            phase if phase == wanted => return Ok(()),
            Phase::Cancelled => Transition::PollCancelled,
            Phase::ToCome => Transition::PollNotOpen,
            Phase::Open => Transition::PollRunning,
            Phase::ToCount | Phase::Proclaimed => Transition::PollOver,
        };
        Err(Refusal::Transition(why))
    }
}

/// What decides whether somebody gives a proxy to somebody else, or takes it back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProxyFacts {
    /// Whether who gives it has voted.
    pub giver_voted: bool,
    /// How many people who gives it represents.
    pub giver_represents: u32,
    /// Whether who receives it has given theirs.
    pub receiver_gave: bool,
    /// How many people who receives it represents already.
    pub receiver_represents: u32,
    /// How many one person may represent in this poll.
    pub most: u32,
}

impl ProxyFacts {
    /// Refuses what would make a chain of proxies, too many of them, or a second ballot.
    ///
    /// # Errors
    /// `AlreadyVoted`, `ProxyChain`, `TooManyProxies` or `NoProxies`.
    pub fn may_give(&self) -> Result<(), Refusal> {
        let why = if self.most == 0 {
            Transition::NoProxies
        } else if self.giver_voted {
            Transition::AlreadyVoted
        } else if self.giver_represents > 0 || self.receiver_gave {
            Transition::ProxyChain
        } else if self.receiver_represents >= self.most {
            Transition::TooManyProxies
        } else {
            return Ok(());
        };
        Err(Refusal::Transition(why))
    }
}

/// The council's number for something it decided, such as `D2026-04`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct ResolutionNumber {
    /// The year of the decision.
    pub year: i32,
    /// Its place among the decisions of that year, from 1.
    pub sequence: u32,
}

impl fmt::Display for ResolutionNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "D{:04}-{:02}", self.year, self.sequence)
    }
}

/// Not a number such as `D2026-04`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the number of a resolution")]
pub struct NotAResolution;

impl FromStr for ResolutionNumber {
    type Err = NotAResolution;
    fn from_str(text: &str) -> Result<Self, NotAResolution> {
        let (year, sequence) =
            text.trim().strip_prefix('D').and_then(|n| n.split_once('-')).ok_or(NotAResolution)?;
        let number = ResolutionNumber {
            year: year.parse().map_err(|_| NotAResolution)?,
            sequence: sequence.parse().map_err(|_| NotAResolution)?,
        };
        // `D2026-004` would be a second address for the same decision.
        if number.sequence == 0 || number.to_string() != text.trim() {
            Err(NotAResolution)
        } else {
            Ok(number)
        }
    }
}

impl From<ResolutionNumber> for String {
    fn from(number: ResolutionNumber) -> String {
        number.to_string()
    }
}

impl TryFrom<String> for ResolutionNumber {
    type Error = NotAResolution;
    fn try_from(text: String) -> Result<Self, NotAResolution> {
        text.parse()
    }
}

/// How many letters a receipt has, without its dashes: eighty bits.
const RECEIPT_LETTERS: usize = 16;
/// Without the letters and figures that are taken for one another: 32 signs.
const RECEIPT_SIGNS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/// What a secret ballot is kept under: shown to who casts it and to nobody else, it finds the ballot in the list that
/// is published when the poll is over.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Receipt(String);

impl Receipt {
    /// A receipt made of random bytes, ten of which are used.
    pub fn from_random(bytes: [u8; RECEIPT_LETTERS]) -> Receipt {
        let signs = bytes.iter().map(|byte| char::from(RECEIPT_SIGNS[usize::from(byte % 32)]));
        Receipt(signs.collect())
    }

    /// Reads a receipt as people copy it.
    ///
    /// # Errors
    /// `Malformed`: the forms of the site always send a good one.
    pub fn read(text: &str) -> Result<Receipt, Refusal> {
        let letters: String =
            text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect::<String>().to_uppercase();
        let good =
            letters.len() == RECEIPT_LETTERS && letters.bytes().all(|sign| RECEIPT_SIGNS.contains(&sign));
        if good { Ok(Receipt(letters)) } else { Err(Refusal::Malformed) }
    }

    /// As it is stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Receipt {
    /// By groups of four, as people copy it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, sign) in self.0.chars().enumerate() {
            if index > 0 && index % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{sign}")?;
        }
        Ok(())
    }
}
