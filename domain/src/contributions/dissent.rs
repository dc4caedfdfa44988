//! Minority opinions: what some members want to say beside a text that others will adopt, each signing for themselves.

use serde::{Deserialize, Serialize};

use super::State;
use crate::{
    form::{self, Problems},
    refusal::{Refusal, Transition},
};

/// A minority opinion as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DissentForm {
    /// Its title; may be empty.
    pub title: String,
    /// What it says, in Markdown.
    pub body: String,
}

impl DissentForm {
    /// Checks the title and the words.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self) -> Result<(String, String), Refusal> {
        let mut problems = Problems::new();
        let title = problems.check("title", form::line(&self.title, 0, 200));
        let body = problems.check("body", form::text(&self.body, 1, 20_000));
        problems.into_result()?;
        title.zip(body).ok_or(Refusal::Malformed)
    }
}

/// Whether a text may be given a minority opinion: its words are read, and it is not adopted.
///
/// # Errors
/// `ContributionState`.
pub fn may_dissent(state: State) -> Result<(), Refusal> {
    only(matches!(state, State::InReview | State::ChangesRequested | State::ReadyForAdoption))
}

/// Whether the minority opinions of a text still change: they are frozen with it.
///
/// # Errors
/// `ContributionState`.
pub fn dissents_change(state: State) -> Result<(), Refusal> {
    only(!matches!(state, State::Adopted | State::Published))
}

/// Whether the words of a minority opinion may change: nobody's signature stands under words that they did not read.
///
/// # Errors
/// `SignedByOthers`; `NotFound` for those who did not sign it.
pub fn may_reword(signatures: usize, own: bool) -> Result<(), Refusal> {
    match (own, signatures) {
        (false, _) => Err(Refusal::NotFound),
        (true, 1) => Ok(()),
        (true, _) => Err(Refusal::Transition(Transition::SignedByOthers)),
    }
}

fn only(allowed: bool) -> Result<(), Refusal> {
    if allowed { Ok(()) } else { Err(Refusal::Transition(Transition::ContributionState)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_something_and_may_have_a_title() {
        let form = |title: &str, body: &str| DissentForm { title: title.into(), body: body.into() };
        assert_eq!(form("", " Non. ").check(), Ok((String::new(), " Non.".into())));
        let Err(Refusal::Invalid(problems)) = form(&"é".repeat(201), " ").check() else {
            panic!("two problems")
        };
        assert_eq!(problems.iter().map(|problem| &*problem.field).collect::<Vec<_>>(), ["title", "body"]);
    }

    #[test]
    fn it_is_opened_on_what_is_read_and_frozen_with_the_text() {
        let allowed = |check: fn(State) -> Result<(), Refusal>| -> Vec<State> {
            State::ALL.iter().filter(|state| check(**state).is_ok()).copied().collect()
        };
        assert_eq!(allowed(may_dissent), [State::InReview, State::ChangesRequested, State::ReadyForAdoption]);
        assert_eq!(allowed(dissents_change).len(), 4);
    }

    #[test]
    fn words_that_others_signed_do_not_change() {
        assert_eq!(may_reword(1, true), Ok(()));
        assert_eq!(may_reword(1, false), Err(Refusal::NotFound));
        assert_eq!(may_reword(2, true), Err(Refusal::Transition(Transition::SignedByOthers)));
    }
}
