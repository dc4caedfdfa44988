//! Coming into a group that one does not join by oneself: a request, or an invitation, and its answer.

use serde::{Deserialize, Serialize};

use crate::{
    columns::coded_enum,
    form::{self, Problems},
    refusal::{FieldProblem, Refusal, Transition},
};

/// Characters of a message or of an answer.
pub const MESSAGE_MAX: u32 = 1_000;

coded_enum! {
    /// Who began.
    pub enum AdmissionKind {
        /// Somebody of the council asks to come in.
        Request = "request",
        /// The group invites somebody.
        Invitation = "invitation",
    }
}

coded_enum! {
    /// Where a request or an invitation stands.
    pub enum AdmissionState {
        /// It waits for an answer.
        Waiting = "waiting",
        /// The person belongs to the group.
        Accepted = "accepted",
        /// Refused, or declined.
        Refused = "refused",
        /// Taken back by who began.
        Withdrawn = "withdrawn",
    }
}

impl AdmissionState {
    /// Where an answer leads.
    ///
    /// # Errors
    /// `AdmissionOver`, when it no longer waits.
    pub fn answered(self, answer: Answer) -> Result<AdmissionState, Refusal> {
        self.still_waiting()?;
        Ok(if answer == Answer::Accept { AdmissionState::Accepted } else { AdmissionState::Refused })
    }

    /// Once taken back.
    ///
    /// # Errors
    /// `AdmissionOver`, when it no longer waits.
    pub fn withdrawn(self) -> Result<AdmissionState, Refusal> {
        self.still_waiting()?;
        Ok(AdmissionState::Withdrawn)
    }

    fn still_waiting(self) -> Result<(), Refusal> {
        if self == AdmissionState::Waiting {
            Ok(())
        } else {
            Err(Refusal::Transition(Transition::AdmissionOver))
        }
    }
}

coded_enum! {
    /// What is answered.
    pub enum Answer {
        /// Yes.
        Accept = "accept",
        /// No.
        Refuse = "refuse",
    }
}

/// An answer as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AnswerForm {
    /// Code of an [`Answer`].
    pub answer: String,
    /// A sentence for the person; may be empty.
    pub sentence: String,
}

impl AnswerForm {
    /// Checks every field.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self) -> Result<(Answer, String), Refusal> {
        let mut problems = Problems::new();
        let answer =
            problems.check("answer", Answer::from_code(&self.answer).ok_or(FieldProblem::NotAChoice));
        let sentence = problems.check("sentence", form::text(&self.sentence, 0, MESSAGE_MAX));
        problems.into_result()?;
        answer.zip(sentence).ok_or(Refusal::Malformed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_waits_is_answered_or_withdrawn() {
        let over = Err(Refusal::Transition(Transition::AdmissionOver));
        for state in AdmissionState::ALL {
            let waits = *state == AdmissionState::Waiting;
            let expected = |then| if waits { Ok(then) } else { over.clone() };
            assert_eq!(state.answered(Answer::Accept), expected(AdmissionState::Accepted));
            assert_eq!(state.answered(Answer::Refuse), expected(AdmissionState::Refused));
            assert_eq!(state.withdrawn(), expected(AdmissionState::Withdrawn));
        }
    }

    #[test]
    fn an_answer_is_yes_or_no() {
        let form = AnswerForm { answer: "maybe".into(), sentence: "x".repeat(1_001) };
        let Err(Refusal::Invalid(errors)) = form.check() else { panic!("refused") };
        assert_eq!(errors.iter().map(|e| e.field.as_str()).collect::<Vec<_>>(), ["answer", "sentence"]);
        let form = AnswerForm { answer: "accept".into(), sentence: " Bienvenue. ".into() };
        assert_eq!(form.check(), Ok((Answer::Accept, " Bienvenue.".to_owned())));
    }
}
