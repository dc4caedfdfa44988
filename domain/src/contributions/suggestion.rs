//! Suggestions: another wording for a passage of a text, and what becomes of it.

use serde::{Deserialize, Serialize};

use super::BODY_MAX;
use crate::{
    columns::coded_enum,
    form::{self, Problems},
    refusal::{FieldProblem, Forbidden, Refusal, Transition},
};

/// Suggestions that may wait on one text.
pub const SUGGESTIONS_MAX: u32 = 200;
/// Characters of a reason.
const REASON_MAX: u32 = 2_000;

coded_enum! {
    /// Where a suggestion stands.
    pub enum SuggestionState {
        /// It waits for an answer.
        Open = "open",
        /// Its words are in the text.
        Accepted = "accepted",
        /// It was refused, with a reason.
        Refused = "refused",
        /// Whoever made it took it back.
        Withdrawn = "withdrawn",
        /// Another one was accepted on the same words.
        Fallen = "fallen",
        /// The text came to say it by itself.
        Met = "met",
    }
}

coded_enum! {
    /// What is answered to a suggestion.
    pub enum Answer {
        /// Its words go into the text.
        Accept = "accept",
        /// They do not.
        Refuse = "refuse",
    }
}

/// What is known of a suggestion that somebody would change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SuggestionFacts {
    /// Whether the person asking made it.
    pub own: bool,
    /// Where it stands.
    pub state: SuggestionState,
}

impl SuggestionFacts {
    /// Whether it may be answered.
    ///
    /// # Errors
    /// `SuggestionOver`, once it was answered or withdrawn.
    pub fn must_be_open(self) -> Result<(), Refusal> {
        if self.state == SuggestionState::Open {
            Ok(())
        } else {
            Err(Refusal::Transition(Transition::SuggestionOver))
        }
    }

    /// Whether the person asking may word it again or take it back.
    ///
    /// # Errors
    /// `OthersSuggestion`, `SuggestionOver`.
    pub fn may_be_changed(self) -> Result<(), Refusal> {
        if self.own { self.must_be_open() } else { Err(Refusal::Forbidden(Forbidden::OthersSuggestion)) }
    }
}

/// Another wording, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SuggestionForm {
    /// The paragraph, or the whole text, as it would read.
    pub words: String,
    /// Why.
    pub reason: String,
}

impl SuggestionForm {
    /// Checks every field: the words may be empty, which proposes to take the passage away.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self) -> Result<(String, String), Refusal> {
        let mut problems = Problems::new();
        let words = problems.check("words", form::text(&self.words, 0, BODY_MAX));
        let reason = problems.check("reason", form::text(&self.reason, 0, REASON_MAX));
        problems.into_result()?;
        words.zip(reason).ok_or(Refusal::Malformed)
    }
}

/// What is answered, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AnswerForm {
    /// Code of an [`Answer`].
    pub answer: String,
    /// Why; needed to refuse.
    pub reason: String,
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
        let least = u32::from(answer == Some(Answer::Refuse));
        let reason = problems.check("reason", form::text(&self.reason, least, REASON_MAX));
        problems.into_result()?;
        answer.zip(reason).ok_or(Refusal::Malformed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_says_why_and_an_acceptance_needs_not() {
        let form = |answer: &str, reason: &str| AnswerForm { answer: answer.into(), reason: reason.into() };
        let missing = Refusal::field("reason", FieldProblem::Missing);
        assert_eq!(form("refuse", " ").check(), Err(missing));
        assert_eq!(form("refuse", "Trop long.").check(), Ok((Answer::Refuse, "Trop long.".into())));
        assert_eq!(form("accept", "").check(), Ok((Answer::Accept, String::new())));
        assert_eq!(form("perhaps", "").check(), Err(Refusal::field("answer", FieldProblem::NotAChoice)));
    }

    #[test]
    fn taking_a_passage_away_is_a_wording_too() {
        let form = SuggestionForm { words: "\r\n".into(), reason: " Répétition. ".into() };
        assert_eq!(form.check(), Ok((String::new(), " Répétition.".into())));
        let form = SuggestionForm { words: "a\u{202e}b".into(), reason: "x".repeat(2_001) };
        let Err(Refusal::Invalid(errors)) = form.check() else { panic!("both are wrong") };
        assert_eq!(errors.len(), 2);
    }

    #[test]
    fn one_changes_one_s_own_suggestion_while_it_waits() {
        let facts = |own, state| SuggestionFacts { own, state };
        let others = Refusal::Forbidden(Forbidden::OthersSuggestion);
        let over = Refusal::Transition(Transition::SuggestionOver);
        assert_eq!(facts(true, SuggestionState::Open).may_be_changed(), Ok(()));
        assert_eq!(facts(false, SuggestionState::Open).may_be_changed(), Err(others.clone()));
        assert_eq!(facts(false, SuggestionState::Refused).may_be_changed(), Err(others));
        for state in SuggestionState::ALL.iter().filter(|state| **state != SuggestionState::Open) {
            assert_eq!(facts(true, *state).may_be_changed(), Err(over.clone()), "{state:?}");
            assert_eq!(facts(false, *state).must_be_open(), Err(over.clone()), "{state:?}");
        }
    }
}
