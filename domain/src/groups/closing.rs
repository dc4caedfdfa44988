//! The life of a group: being set up, at work, closed with its deliverable, and perhaps at work again.

use serde::{Deserialize, Serialize};

use super::GroupState;
use crate::{
    form::{self, Problems},
    ids::ContributionId,
    refusal::{FieldProblem, Refusal, Transition},
};

/// What moves a group from one state to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupStep {
    /// Its work begins.
    Begin,
    /// It closes with its deliverable.
    Close,
    /// It goes back to work.
    Reopen,
}

impl GroupState {
    /// Where a step leads.
    ///
    /// # Errors
    /// `GroupStep`, when the group is not where this step starts from.
    pub fn after(self, step: GroupStep) -> Result<GroupState, Refusal> {
        match (self, step) {
            (GroupState::SettingUp, GroupStep::Begin) | (GroupState::Closed, GroupStep::Reopen) => {
                Ok(GroupState::Active)
            }
            (GroupState::SettingUp | GroupState::Active, GroupStep::Close) => Ok(GroupState::Closed),
            _ => Err(Refusal::Transition(Transition::GroupStep)),
        }
    }
}

/// What a group hands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deliverable {
    /// One of its published texts.
    Text(ContributionId),
    /// Something else, in a sentence.
    Sentence(String),
}

/// The closing of a group, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// What it hands in.
    pub deliverable: Deliverable,
    /// What to remember of its work; may be empty.
    pub note: String,
    /// Whether unfinished texts may stay as they are.
    pub confirmed: bool,
}

/// The closing of a group as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CloseForm {
    /// The number of a published text of the group; empty for a sentence.
    pub text: String,
    /// What it hands in, when that is no text.
    pub sentence: String,
    /// What to remember of its work.
    pub note: String,
    /// `yes` once what is unfinished was read.
    pub confirmed: String,
}

impl CloseForm {
    /// Checks every field. A text or a sentence is needed.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self) -> Result<Closing, Refusal> {
        let mut problems = Problems::new();
        let deliverable = match self.text.trim() {
            "" => problems.check("sentence", form::line(&self.sentence, 3, 300)).map(Deliverable::Sentence),
            id => problems
                .check("text", id.parse().map_err(|_| FieldProblem::NotAChoice))
                .map(Deliverable::Text),
        };
        let note = problems.check("note", form::text(&self.note, 0, 4_000));
        problems.into_result()?;
        let confirmed = self.confirmed == "yes";
        let complete = || Some(Closing { deliverable: deliverable?, note: note?, confirmed });
        complete().ok_or(Refusal::Malformed)
    }
}

/// Putting a group back to work, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReopenForm {
    /// Why.
    pub reason: String,
}

impl ReopenForm {
    /// The reason, which must be given.
    ///
    /// # Errors
    /// `Invalid`.
    pub fn check(&self) -> Result<String, Refusal> {
        form::line(&self.reason, 3, 300).map_err(|problem| Refusal::field("reason", problem))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEPS: [GroupStep; 3] = [GroupStep::Begin, GroupStep::Close, GroupStep::Reopen];

    /// Every sequence of five steps, allowed or not.
    #[test]
    fn no_sequence_of_steps_goes_back_to_being_set_up_nor_closes_twice() {
        for sequence in 0..STEPS.len().pow(5) {
            let mut state = GroupState::SettingUp;
            let mut code = sequence;
            for _ in 0..5 {
                let step = STEPS[code % STEPS.len()];
                code /= STEPS.len();
                let Ok(next) = state.after(step) else { continue };
                assert_ne!(next, GroupState::SettingUp, "{state:?} {step:?}");
                assert_ne!(next, state, "{state:?} {step:?}");
                assert_eq!(step == GroupStep::Close, next == GroupState::Closed);
                assert!(step != GroupStep::Reopen || state == GroupState::Closed);
                state = next;
            }
        }
    }

    #[test]
    fn closing_needs_a_text_or_a_sentence() {
        let blank = CloseForm::default();
        let Err(Refusal::Invalid(errors)) = blank.check() else { panic!("refused") };
        assert_eq!(errors[0].field, "sentence");
        let text = CloseForm { text: "7".into(), ..Default::default() };
        assert_eq!(text.check().expect("valid").deliverable, Deliverable::Text(ContributionId(7)));
        let wrong = CloseForm { text: "sept".into(), ..Default::default() };
        assert_eq!(wrong.check(), Err(Refusal::field("text", FieldProblem::NotAChoice)));
        assert!(ReopenForm::default().check().is_err());
    }
}
