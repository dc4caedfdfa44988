//! Acting on behalf of somebody who takes part on paper: who asked for it, how, for how long one acts, and what is never
//! done so.
//!
//! Who acts has the rights that the other has as a member, and none of their own. An office is not lent this way: a
//! [delegation](crate::delegations) gives it to somebody of the council.

mod lent;

use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

use crate::{
    columns::coded_enum,
    form::{self, Problems},
    refusal::{FieldProblem, Refusal},
};

pub use lent::{is_never_lent, may_be_acted_for};

/// How long one acts for somebody before it must be begun again.
pub const LASTS: TimeDelta = TimeDelta::hours(1);
/// Characters of a note.
const NOTE_MAX: u32 = 500;

coded_enum! {
    /// How somebody asked to take part on paper.
    pub enum AskedBy {
        /// They wrote.
        Letter = "letter",
        /// They telephoned.
        Phone = "phone",
        /// They came.
        InPerson = "in-person",
    }
}

coded_enum! {
    /// Why acting for somebody ended.
    pub enum ActingEnd {
        /// Whoever acted said that they were done.
        Stopped = "stopped",
        /// Its hour was over.
        Expired = "expired",
        /// The session in which it was begun ended.
        SignedOut = "signed-out",
        /// The other does not take part on paper any more.
        Withdrawn = "withdrawn",
        /// One of the two lost what it takes: a mandate, an account that is open.
        RightsLost = "rights-lost",
    }
}

coded_enum! {
    /// What somebody may have written by the hand of somebody else, and is shown as such where it is read.
    pub enum Entered {
        /// A message of a discussion.
        Message = "message",
        /// A message of a comment.
        Comment = "comment",
        /// A suggestion.
        Suggestion = "suggestion",
        /// An amendment to a framing text.
        Amendment = "amendment",
        /// A review of a text.
        Review = "review",
        /// A version of a text.
        Revision = "revision",
        /// A report, which no line of the journal signs.
        Report = "report",
    }
}

/// That somebody asked to take part on paper, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PaperForm {
    /// On which day they asked.
    pub asked_on: String,
    /// How: an [`AskedBy`].
    pub asked_by: String,
    /// A note, such as where the letter is kept; may be blank.
    pub note: String,
}

/// The same, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperConsent {
    /// On which day they asked.
    pub asked_on: NaiveDate,
    /// How.
    pub asked_by: AskedBy,
    /// A note, or nothing.
    pub note: String,
}

impl PaperForm {
    /// Checks every field: nobody asked tomorrow.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self, today: NaiveDate) -> Result<PaperConsent, Refusal> {
        let mut problems = Problems::new();
        let day = form::date(&self.asked_on);
        let day = day.and_then(|day| if day > today { Err(FieldProblem::InTheFuture) } else { Ok(day) });
        let asked_on = problems.check("asked_on", day);
        let asked_by = match self.asked_by.trim() {
            "" => Err(FieldProblem::Missing),
            code => AskedBy::from_code(code).ok_or(FieldProblem::NotAChoice),
        };
        let asked_by = problems.check("asked_by", asked_by);
        let note = problems.check("note", form::text(&self.note, 0, NOTE_MAX));
        problems.into_result()?;
        let complete = || Some(PaperConsent { asked_on: asked_on?, asked_by: asked_by?, note: note? });
        complete().ok_or(Refusal::Malformed)
    }
}

#[cfg(test)]
mod tests;
