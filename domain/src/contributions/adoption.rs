//! Adoption: the body, the date, the votes, the number, the frozen text.

use std::{fmt, str::FromStr};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    form::{self, Problems},
    refusal::{FieldProblem, Refusal},
};

/// The council's number for an adopted text, such as `2026-04`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct PublicationNumber {
    /// The year of adoption.
    pub year: i32,
    /// Its place among the texts adopted that year, from 1.
    pub sequence: u32,
}

impl fmt::Display for PublicationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.sequence)
    }
}

/// Not a number such as `2026-04`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a publication number")]
pub struct NotANumber;

impl FromStr for PublicationNumber {
    type Err = NotANumber;
    fn from_str(text: &str) -> Result<Self, NotANumber> {
        let (year, sequence) = text.trim().split_once('-').ok_or(NotANumber)?;
        let digits = |s: &str| !s.is_empty() && s.chars().all(|c| c.is_ascii_digit());
        if year.len() != 4 || !digits(year) || !digits(sequence) || sequence.len() < 2 || sequence.len() > 6 {
            return Err(NotANumber);
        }
        let number = PublicationNumber {
            year: year.parse().map_err(|_| NotANumber)?,
            sequence: sequence.parse().map_err(|_| NotANumber)?,
        };
        // `2026-004` would be a second address for the same text.
        if number.sequence == 0 || number.to_string() != text.trim() { Err(NotANumber) } else { Ok(number) }
    }
}

impl From<PublicationNumber> for String {
    fn from(number: PublicationNumber) -> String {
        number.to_string()
    }
}

impl TryFrom<String> for PublicationNumber {
    type Error = NotANumber;
    fn try_from(text: String) -> Result<Self, NotANumber> {
        text.parse()
    }
}

/// An adoption as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AdoptionForm {
    /// Who adopted it, such as « Assemblée plénière ».
    pub body: String,
    /// The day it was adopted.
    pub adopted_on: String,
    /// Votes for.
    pub votes_for: String,
    /// Votes against.
    pub votes_against: String,
    /// Abstentions.
    pub votes_abstaining: String,
}

/// An adoption, checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adoption {
    /// Who adopted it.
    pub body: String,
    /// The day it was adopted.
    pub adopted_on: NaiveDate,
    /// Votes for.
    pub votes_for: u32,
    /// Votes against.
    pub votes_against: u32,
    /// Abstentions.
    pub votes_abstaining: u32,
}

impl AdoptionForm {
    /// Checks every field; nothing is adopted in the future.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self, today: NaiveDate) -> Result<Adoption, Refusal> {
        const VOTES_MAX: u32 = 100_000;
        let mut problems = Problems::new();
        let body = problems.check("body", form::line(&self.body, 2, 160));
        let adopted_on = problems.check(
            "adopted_on",
            form::date(&self.adopted_on)
                .and_then(|d| if d > today { Err(FieldProblem::InTheFuture) } else { Ok(d) }),
        );
        let votes_for = problems.check("votes_for", form::count(&self.votes_for, VOTES_MAX));
        let votes_against = problems.check("votes_against", form::count(&self.votes_against, VOTES_MAX));
        let votes_abstaining =
            problems.check("votes_abstaining", form::count(&self.votes_abstaining, VOTES_MAX));
        problems.into_result()?;
        let complete = || {
            Some(Adoption {
                body: body?,
                adopted_on: adopted_on?,
                votes_for: votes_for?,
                votes_against: votes_against?,
                votes_abstaining: votes_abstaining?,
            })
        };
        complete().ok_or(Refusal::Malformed)
    }
}

/// What is mended in the record of an adoption, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MendingForm {
    /// The whole record, as it should have been.
    #[serde(flatten)]
    pub record: AdoptionForm,
    /// What was wrong; readers of the text see it.
    pub reason: String,
}

impl MendingForm {
    /// Checks every field, for a record that is `former`: the number stays, so the year does.
    ///
    /// # Errors
    /// `Invalid`, with every problem found; `OtherYear` on the day; `Unchanged` on the body when nothing is mended.
    pub fn check(&self, today: NaiveDate, former: &Adoption) -> Result<(Adoption, String), Refusal> {
        let mut problems = Problems::new();
        let record = problems.part(self.record.check(today))?;
        let reason = problems.check("reason", form::line(&self.reason, 1, 300));
        if let Some(record) = &record {
            let same_year =
                if record.year() == former.year() { Ok(()) } else { Err(FieldProblem::OtherYear) };
            problems.check("adopted_on", same_year);
            let differs = if record == former { Err(FieldProblem::Unchanged) } else { Ok(()) };
            problems.check("body", differs);
        }
        problems.into_result()?;
        record.zip(reason).ok_or(Refusal::Malformed)
    }
}

impl Adoption {
    /// The year in which the text is numbered.
    pub fn year(&self) -> i32 {
        self.adopted_on.year()
    }
}

/// The exact text that is frozen at adoption: title, summary, body, in Markdown.
///
/// Its SHA-256 is the fingerprint that the public page shows.
pub fn frozen_text(title: &str, summary: &str, body: &str) -> String {
    let mut text = format!("# {title}\n");
    for part in [summary.trim(), body.trim()].into_iter().filter(|p| !p.is_empty()) {
        text.push('\n');
        text.push_str(part);
        text.push('\n');
    }
    text
}
