//! The states of a version, the steps between them, and which version is in force on a day.

use chrono::NaiveDate;

use crate::{
    columns::coded_enum,
    refusal::{Refusal, Transition},
};

coded_enum! {
    /// Where a version stands, as it is stored.
    pub enum VersionState {
        /// Being written.
        Preparing = "preparing",
        /// Members propose amendments to it: its words stay as they are.
        Amending = "amending",
        /// What was proposed is examined, and its words are settled.
        Examined = "examined",
        /// The council votes on it.
        Voting = "voting",
        /// Adopted, with the day from which it is in force.
        Adopted = "adopted",
        /// Given up.
        Abandoned = "abandoned",
    }
}

/// A step in the life of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// Let members propose amendments.
    OpenAmendments,
    /// Settle the words.
    Examine,
    /// Go back to writing.
    Resume,
    /// Put it to the vote.
    PutToVote,
    /// Call the vote off.
    CallOff,
    /// The vote carried it.
    Adopt,
    /// The vote rejected it.
    Reject,
    /// Give it up.
    Abandon,
}

impl Step {
    /// Every step, in the order of the way.
    pub const ALL: [Step; 8] = [
        Step::OpenAmendments,
        Step::Examine,
        Step::Resume,
        Step::PutToVote,
        Step::CallOff,
        Step::Adopt,
        Step::Reject,
        Step::Abandon,
    ];
}

impl VersionState {
    /// The state that follows `step`.
    ///
    /// # Errors
    /// `FramingState`, when the step cannot be taken from here.
    pub fn after(self, step: Step) -> Result<VersionState, Refusal> {
        use VersionState::{Abandoned, Adopted, Amending, Examined, Preparing, Voting};
        match (self, step) {
            (Preparing, Step::OpenAmendments) => Ok(Amending),
            (Preparing | Amending, Step::Examine) | (Voting, Step::CallOff) => Ok(Examined),
            (Amending | Examined, Step::Resume) | (Voting, Step::Reject) => Ok(Preparing),
            (Examined, Step::PutToVote) => Ok(Voting),
            (Voting, Step::Adopt) => Ok(Adopted),
            (Preparing | Amending | Examined, Step::Abandon) => Ok(Abandoned),
            _ => Err(Refusal::Transition(Transition::FramingState)),
        }
    }

    /// Whether its words may be changed.
    pub fn is_writable(self) -> bool {
        matches!(self, VersionState::Preparing | VersionState::Examined)
    }

    /// Whether it is on its way to a vote.
    pub fn is_prepared(self) -> bool {
        !matches!(self, VersionState::Adopted | VersionState::Abandoned)
    }
}

/// A version that was adopted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Adopted {
    /// Its number among the versions of its text.
    pub number: i32,
    /// From when it is in force.
    pub from: NaiveDate,
}

/// The number of the version in force on a day: the last to come into force by then.
pub fn in_force(versions: &[Adopted], on: NaiveDate) -> Option<i32> {
    let begun = versions.iter().filter(|version| version.from <= on);
    begun.max_by_key(|version| (version.from, version.number)).map(|version| version.number)
}

coded_enum! {
    /// Where a version stands on a day.
    pub enum Standing {
        /// Being written.
        Preparing = "preparing",
        /// Open to amendments, or about to be, or just closed.
        Amending = "amending",
        /// Its words are being settled.
        Examined = "examined",
        /// Put to the vote.
        Voting = "voting",
        /// Adopted, and in force from a day to come.
        ToCome = "to-come",
        /// In force.
        InForce = "in-force",
        /// Another came into force after it.
        Replaced = "replaced",
        /// Given up.
        Abandoned = "abandoned",
    }
}

impl Standing {
    /// Where a version stands on a day, among the adopted versions of its text.
    pub fn of(state: VersionState, number: i32, adopted: &[Adopted], on: NaiveDate) -> Standing {
        match state {
            VersionState::Preparing => Standing::Preparing,
            VersionState::Amending => Standing::Amending,
            VersionState::Examined => Standing::Examined,
            VersionState::Voting => Standing::Voting,
            VersionState::Abandoned => Standing::Abandoned,
            VersionState::Adopted if in_force(adopted, on) == Some(number) => Standing::InForce,
            VersionState::Adopted => {
                let begun = adopted.iter().any(|one| one.number == number && one.from <= on);
                if begun { Standing::Replaced } else { Standing::ToCome }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, day).expect("a day")
    }

    #[test]
    fn a_version_goes_from_writing_to_force_by_one_way() {
        let mut state = VersionState::Preparing;
        for step in [Step::OpenAmendments, Step::Examine, Step::PutToVote, Step::Adopt] {
            state = state.after(step).expect("the way");
        }
        assert_eq!(state, VersionState::Adopted);
        for step in Step::ALL {
            assert_eq!(state.after(step), Err(Refusal::Transition(Transition::FramingState)), "{step:?}");
        }
    }

    #[test]
    fn a_vote_that_fails_leads_back_to_writing_and_one_called_off_does_not() {
        assert_eq!(VersionState::Voting.after(Step::Reject), Ok(VersionState::Preparing));
        assert_eq!(VersionState::Voting.after(Step::CallOff), Ok(VersionState::Examined));
    }

    #[test]
    fn only_an_examined_version_is_put_to_the_vote() {
        for state in VersionState::ALL {
            let may = state.after(Step::PutToVote).is_ok();
            assert_eq!(may, *state == VersionState::Examined, "{state:?}");
        }
    }

    #[test]
    fn words_rest_while_they_are_amended_voted_or_adopted() {
        let writable: Vec<_> = VersionState::ALL.iter().filter(|state| state.is_writable()).collect();
        assert_eq!(writable, [&VersionState::Preparing, &VersionState::Examined]);
    }

    #[test]
    fn the_last_to_come_into_force_is_in_force_and_nothing_before_the_first() {
        let versions = [
            Adopted { number: 1, from: day(2) },
            Adopted { number: 3, from: day(20) },
            Adopted { number: 2, from: day(10) },
        ];
        let on = |of: u32| in_force(&versions, day(of));
        assert_eq!([on(1), on(2), on(9), on(10), on(31)], [None, Some(1), Some(1), Some(2), Some(3)]);
        let standing = |number| Standing::of(VersionState::Adopted, number, &versions, day(12));
        assert_eq!(
            [standing(1), standing(2), standing(3)],
            [Standing::Replaced, Standing::InForce, Standing::ToCome]
        );
    }

    #[test]
    fn of_two_versions_from_the_same_day_the_later_one_is_in_force() {
        let versions = [Adopted { number: 2, from: day(5) }, Adopted { number: 1, from: day(5) }];
        assert_eq!(in_force(&versions, day(5)), Some(2));
        assert_eq!(Standing::of(VersionState::Adopted, 1, &versions, day(5)), Standing::Replaced);
    }
}
