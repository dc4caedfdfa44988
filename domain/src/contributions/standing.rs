//! What becomes of a text once it is public: corrected, replaced, withdrawn. It stays readable.

use serde::{Deserialize, Serialize};

use super::{ContributionForm, ContributionText, PublicationNumber, State, may_be_reviewed};
use crate::{
    columns::coded_enum,
    form::{self, Problems},
    refusal::{FieldProblem, Refusal, Transition},
};

coded_enum! {
    /// Whether a published text still speaks for the council.
    pub enum Standing {
        /// It does.
        InForce = "in_force",
        /// Another publication replaces it.
        Superseded = "superseded",
        /// The council takes it back.
        Withdrawn = "withdrawn",
    }
}

/// What becomes of a published text, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StandingForm {
    /// Code of a [`Standing`].
    pub standing: String,
    /// Why; the public page says it.
    pub reason: String,
    /// The number of the publication that replaces it.
    pub replaced_by: String,
}

/// What becomes of a published text, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandingChange {
    /// What it becomes.
    pub standing: Standing,
    /// Why; empty only for a text in force.
    pub reason: String,
    /// The publication that replaces it: for a superseded text, and for no other.
    pub replaced_by: Option<PublicationNumber>,
}

impl StandingForm {
    /// Checks every field, for the text of this number.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self, own: PublicationNumber) -> Result<StandingChange, Refusal> {
        let mut problems = Problems::new();
        let standing =
            problems.check("standing", Standing::from_code(&self.standing).ok_or(FieldProblem::NotAChoice));
        let least = if standing == Some(Standing::InForce) { 0 } else { 1 };
        let reason = problems.check("reason", form::text(&self.reason, least, 2_000));
        let replaced_by = match standing {
            Some(Standing::Superseded) => problems.check("replaced_by", other_number(&self.replaced_by, own)),
            _ => None,
        };
        problems.into_result()?;
        let (standing, reason) = standing.zip(reason).ok_or(Refusal::Malformed)?;
        let reason = if standing == Standing::InForce { String::new() } else { reason };
        Ok(StandingChange { standing, reason, replaced_by })
    }
}

fn other_number(typed: &str, own: PublicationNumber) -> Result<PublicationNumber, FieldProblem> {
    match typed.trim() {
        "" => Err(FieldProblem::Missing),
        typed => typed.parse().ok().filter(|number| *number != own).ok_or(FieldProblem::NotAPublication),
    }
}

/// Refuses what is done to publications for a text that is not one.
///
/// # Errors
/// `ContributionState`.
pub fn must_be_published(state: State) -> Result<(), Refusal> {
    if state == State::Published { Ok(()) } else { Err(Refusal::Transition(Transition::ContributionState)) }
}

/// Checks a correction: a whole text, which keeps its kind, and the reason that the public page gives.
///
/// # Errors
/// `Invalid`, with every problem found; `EmptyText`.
pub fn check_correction(form: &ContributionForm) -> Result<ContributionText, Refusal> {
    let mut problems = Problems::new();
    let reason = problems.check("reason", form::line(&form.reason, 1, 300));
    let missing = match (reason.is_some(), problems.into_result()) {
        (false, Err(Refusal::Invalid(errors))) => errors,
        _ => Vec::new(),
    };
    let text = match form.check() {
        Err(Refusal::Invalid(mut errors)) => {
            errors.retain(|error| error.field != "reason");
            errors.extend(missing);
            return Err(Refusal::Invalid(errors));
        }
        checked => checked?,
    };
    if !missing.is_empty() {
        return Err(Refusal::Invalid(missing));
    }
    may_be_reviewed(&text.body)?;
    Ok(text)
}
