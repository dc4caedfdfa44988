//! Handing over a task: running a group, or presiding.

use serde::{Deserialize, Serialize};

use super::MESSAGE_MAX;
use crate::{
    columns::coded_enum,
    form::{self, Problems},
    ids::UserId,
    refusal::{FieldProblem, Refusal, Transition},
};

coded_enum! {
    /// Where a handover stands.
    pub enum HandoverState {
        /// The successor has not answered.
        Waiting = "waiting",
        /// The task changed hands.
        Accepted = "accepted",
        /// The successor declined.
        Declined = "declined",
        /// Taken back by who handed over.
        Withdrawn = "withdrawn",
    }
}

impl HandoverState {
    /// Where an answer, or taking it back, leads.
    ///
    /// # Errors
    /// `HandoverOver`, when it no longer waits.
    pub fn becomes(self, next: HandoverState) -> Result<HandoverState, Refusal> {
        if self == HandoverState::Waiting && next != HandoverState::Waiting {
            Ok(next)
        } else {
            Err(Refusal::Transition(Transition::HandoverOver))
        }
    }
}

/// A handover as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HandoverForm {
    /// Who takes over.
    pub successor: String,
    /// What they should know; may be empty.
    pub note: String,
}

impl HandoverForm {
    /// Checks every field.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self) -> Result<(UserId, String), Refusal> {
        let mut problems = Problems::new();
        let successor = match self.successor.trim() {
            "" => Err(FieldProblem::Missing),
            id => id.parse().map_err(|_| FieldProblem::NotAChoice),
        };
        let successor = problems.check("successor", successor);
        let note = problems.check("note", form::text(&self.note, 0, MESSAGE_MAX * 4));
        problems.into_result()?;
        successor.zip(note).ok_or(Refusal::Malformed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_over_stays_so() {
        for state in HandoverState::ALL {
            for next in HandoverState::ALL {
                let allowed = *state == HandoverState::Waiting && *next != HandoverState::Waiting;
                assert_eq!(state.becomes(*next).is_ok(), allowed, "{state:?} {next:?}");
            }
        }
    }

    #[test]
    fn a_successor_is_named() {
        let form = HandoverForm::default();
        assert_eq!(form.check(), Err(Refusal::field("successor", FieldProblem::Missing)));
        let form = HandoverForm { successor: "7".into(), note: String::new() };
        assert_eq!(form.check(), Ok((UserId(7), String::new())));
    }
}
