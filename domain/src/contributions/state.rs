//! The states of a contribution and the steps between them.

use crate::{
    columns::coded_enum,
    refusal::{Refusal, Transition},
};

coded_enum! {
    /// Where a contribution stands.
    pub enum State {
        /// Being written.
        Draft = "draft",
        /// Being read by reviewers.
        InReview = "in_review",
        /// Back with its authors.
        ChangesRequested = "changes_requested",
        /// Proposed to the chair.
        ReadyForAdoption = "ready_for_adoption",
        /// Adopted: its text is frozen and numbered.
        Adopted = "adopted",
        /// Adopted and public.
        Published = "published",
    }
}

/// A step in the life of a contribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// Send for review.
    Submit,
    /// Ask the authors for changes.
    RequestChanges,
    /// Propose for adoption.
    Propose,
    /// Send back to its authors a text that was proposed.
    SendBack,
    /// Adopt, freeze and number.
    Adopt,
    /// Make public.
    Publish,
}

impl Step {
    /// Every step, in the order of the way.
    pub const ALL: [Step; 6] =
        [Step::Submit, Step::RequestChanges, Step::Propose, Step::SendBack, Step::Adopt, Step::Publish];
}

impl State {
    /// The state that follows `step`.
    ///
    /// # Errors
    /// `Transition`, when the step cannot be taken from here.
    pub fn after(self, step: Step) -> Result<State, Refusal> {
        match (self, step) {
            (State::Draft | State::ChangesRequested, Step::Submit) => Ok(State::InReview),
            (State::InReview, Step::RequestChanges) | (State::ReadyForAdoption, Step::SendBack) => {
                Ok(State::ChangesRequested)
            }
            (State::InReview, Step::Propose) => Ok(State::ReadyForAdoption),
            (State::ReadyForAdoption, Step::Adopt) => Ok(State::Adopted),
            (State::Adopted, Step::Publish) => Ok(State::Published),
            _ => Err(Refusal::Transition(Transition::ContributionState)),
        }
    }

    /// Whether the text may still be written.
    pub fn is_writable(self) -> bool {
        matches!(self, State::Draft | State::InReview | State::ChangesRequested)
    }

    /// Whether the text is frozen, with a number.
    pub fn is_frozen(self) -> bool {
        matches!(self, State::Adopted | State::Published)
    }
}
