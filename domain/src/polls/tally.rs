//! Counting: who took part, whether they were enough, and whether the motion is carried.

use serde::{Deserialize, Serialize};

use super::Choice;
use crate::columns::coded_enum;

coded_enum! {
    /// How many of those who may vote must take part.
    pub enum Quorum {
        /// Any number.
        None = "none",
        /// A quarter of them at least.
        Quarter = "quarter",
        /// A third of them at least.
        Third = "third",
        /// Half of them at least.
        Half = "half",
        /// Two thirds of them at least.
        TwoThirds = "two-thirds",
    }
}

coded_enum! {
    /// What carries a motion.
    pub enum Majority {
        /// More votes for than against.
        Simple = "simple",
        /// More than half of those who took part, abstentions included.
        Absolute = "absolute",
        /// Two thirds at least of those who took part, abstentions included.
        TwoThirdsPresent = "two-thirds-present",
        /// Two thirds at least of all who may vote, whether they took part or not.
        TwoThirdsMandates = "two-thirds-mandates",
    }
}

/// The rules of a poll.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// How many must take part.
    pub quorum: Quorum,
    /// What carries the motion.
    pub majority: Majority,
    /// How many people one person may represent.
    pub proxies: u32,
}

/// Ballots, counted. Those who are represented count as those who come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// For.
    pub votes_for: u32,
    /// Against.
    pub votes_against: u32,
    /// Abstentions.
    pub votes_abstaining: u32,
}

impl Count {
    /// How many ballots there are.
    pub fn total(self) -> u32 {
        self.votes_for + self.votes_against + self.votes_abstaining
    }

    /// Both counts together.
    #[must_use]
    pub fn and(self, other: Count) -> Count {
        Count {
            votes_for: self.votes_for + other.votes_for,
            votes_against: self.votes_against + other.votes_against,
            votes_abstaining: self.votes_abstaining + other.votes_abstaining,
        }
    }

    /// With so many more of a choice.
    #[must_use]
    pub fn with(mut self, choice: Choice, more: u32) -> Count {
        match choice {
            Choice::For => self.votes_for += more,
            Choice::Against => self.votes_against += more,
            Choice::Abstain => self.votes_abstaining += more,
        }
        self
    }
}

/// The result of a poll.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// How many may vote.
    pub entitled: u32,
    /// Their ballots.
    pub count: Count,
    /// How many had to take part.
    pub quorum: u32,
    /// How many votes for it took.
    pub needed: u32,
}

impl Tally {
    /// Whether enough people took part. Nobody is never enough.
    pub fn is_quorate(&self) -> bool {
        self.count.total() >= self.quorum.max(1)
    }

    /// Whether the motion is carried. A tie carries nothing.
    pub fn is_carried(&self) -> bool {
        self.is_quorate() && self.count.votes_for >= self.needed
    }
}

/// Applies the rules to a count, `entitled` being how many may vote.
pub fn tally(rules: &Rules, entitled: u32, count: Count) -> Tally {
    let part = |of: u32, share: u32, out_of: u32| (of * share).div_ceil(out_of);
    let quorum = match rules.quorum {
        Quorum::None => 0,
        Quorum::Quarter => part(entitled, 1, 4),
        Quorum::Third => part(entitled, 1, 3),
        Quorum::Half => part(entitled, 1, 2),
        Quorum::TwoThirds => part(entitled, 2, 3),
    };
    let needed = match rules.majority {
        Majority::Simple => count.votes_against + 1,
        Majority::Absolute => count.total() / 2 + 1,
        // Two thirds of nobody would be nobody.
        Majority::TwoThirdsPresent => part(count.total(), 2, 3).max(1),
        Majority::TwoThirdsMandates => part(entitled, 2, 3).max(1),
    };
    Tally { entitled, count, quorum, needed }
}
