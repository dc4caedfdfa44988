//! A text put in consultation: all the members of the council read it and comment on it until a date.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::State;
use crate::{
    form::{self, Problems},
    refusal::{FieldProblem, Refusal},
};

/// A consultation as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ConsultationForm {
    /// The last day.
    pub until: String,
    /// What is asked of the members.
    pub question: String,
}

/// A consultation, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consultation {
    /// The last day, included.
    pub until: NaiveDate,
    /// What is asked of the members.
    pub question: String,
}

impl ConsultationForm {
    /// Checks every field; the last day has not passed.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self, today: NaiveDate) -> Result<Consultation, Refusal> {
        let mut problems = Problems::new();
        let until = problems.check(
            "until",
            form::date(&self.until)
                .and_then(|day| if day < today { Err(FieldProblem::InThePast) } else { Ok(day) }),
        );
        let question = problems.check("question", form::text(&self.question, 1, 1_000));
        problems.into_result()?;
        let (until, question) = until.zip(question).ok_or(Refusal::Malformed)?;
        Ok(Consultation { until, question })
    }
}

/// The states in which a consultation goes on: while the text is reviewed, and while its authors answer.
pub const CONSULTED: [State; 2] = [State::InReview, State::ChangesRequested];

/// Whether a text in this state, consulted until that day, is in consultation today.
pub fn is_consulted(state: State, until: Option<NaiveDate>, today: NaiveDate) -> bool {
    CONSULTED.contains(&state) && until.is_some_and(|until| today <= until)
}
