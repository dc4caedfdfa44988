//! Delegations: somebody who is away gives their role to somebody of the council, for a time.
//!
//! It takes effect on its day once accepted, and ends on its last day, with either mandate, or when either of the two ends
//! it. What one does by delegation is not one's own to give again.

mod stand_in;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    actor::Period,
    columns::coded_enum,
    form::{self, Problems},
    ids::{GroupId, UserId},
    people::CouncilRole,
    refusal::{FieldProblem, Refusal, Transition},
};

pub use stand_in::{Delegated, needed};

/// Days at most: who is away for longer hands over.
pub const DAYS_MAX: u32 = 92;
/// Days from now at which it may begin, at most.
pub const AHEAD_MAX: u32 = 366;
/// Characters of a reason.
const REASON_MAX: u32 = 200;

coded_enum! {
    /// Where a delegation stands; its days are looked at besides.
    pub enum DelegationState {
        /// The other has not answered.
        Waiting = "waiting",
        /// It runs on its days.
        Accepted = "accepted",
        /// The other declined.
        Declined = "declined",
        /// Taken back before it was answered.
        Withdrawn = "withdrawn",
        /// Ended before its last day was over.
        Ended = "ended",
    }
}

impl DelegationState {
    /// Where an answer, or its end, leads.
    ///
    /// # Errors
    /// `DelegationOver`.
    pub fn becomes(self, next: DelegationState) -> Result<DelegationState, Refusal> {
        use DelegationState::{Accepted, Declined, Ended, Waiting, Withdrawn};
        match (self, next) {
            (Waiting, Accepted | Declined | Withdrawn) | (Accepted, Ended) => Ok(next),
            _ => Err(Refusal::Transition(Transition::DelegationOver)),
        }
    }
}

/// What is given for a time: a role in the council, or running a group. In addresses and forms: `chair`, `group-12`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Office {
    /// A role in the council: presiding, in the chair or beside it, or working for it.
    Role(CouncilRole),
    /// Running a group.
    Group(GroupId),
}

impl Office {
    /// From what is stored.
    pub fn of(role: Option<CouncilRole>, group: Option<GroupId>) -> Option<Office> {
        match (role, group) {
            (Some(role), None) => Some(Office::Role(role)),
            (None, Some(group)) => Some(Office::Group(group)),
            _ => None,
        }
    }

    /// The role in the council, if it is one.
    pub fn role(self) -> Option<CouncilRole> {
        if let Office::Role(role) = self { Some(role) } else { None }
    }

    /// The group, if it is one.
    pub fn group(self) -> Option<GroupId> {
        if let Office::Group(group) = self { Some(group) } else { None }
    }
}

/// The roles of the council that can be given for a time: the others are one's own alone.
pub const DELEGABLE: [CouncilRole; 3] = [CouncilRole::Chair, CouncilRole::ViceChair, CouncilRole::Staff];

impl std::fmt::Display for Office {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Office::Role(role) => f.write_str(role.code()),
            Office::Group(group) => write!(f, "group-{group}"),
        }
    }
}

impl std::str::FromStr for Office {
    type Err = FieldProblem;

    fn from_str(text: &str) -> Result<Office, FieldProblem> {
        let text = text.trim();
        let read = match text.strip_prefix("group-") {
            Some(id) => id.parse().ok().map(Office::Group),
            None => CouncilRole::from_code(text).filter(|role| DELEGABLE.contains(role)).map(Office::Role),
        };
        read.ok_or(FieldProblem::NotAChoice)
    }
}

/// A delegation as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DelegationForm {
    /// What is given: an [`Office`].
    pub office: String,
    /// To whom.
    pub delegate: String,
    /// From which day.
    pub from: String,
    /// Until which day, included.
    pub to: String,
    /// Why.
    pub reason: String,
}

/// A delegation, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDelegation {
    /// What is given.
    pub office: Office,
    /// To whom.
    pub delegate: UserId,
    /// On which days.
    pub days: (NaiveDate, NaiveDate),
    /// Why.
    pub reason: String,
}

impl NewDelegation {
    /// Its days, as a period.
    pub fn period(&self) -> Period {
        Period { from: self.days.0, to: Some(self.days.1) }
    }
}

impl DelegationForm {
    /// Checks every field. It does not begin in the past, nor last longer than [`DAYS_MAX`].
    ///
    /// # Errors
    /// `Invalid`, with every problem found; `Malformed` when what is given cannot be told.
    pub fn check(&self, today: NaiveDate) -> Result<NewDelegation, Refusal> {
        let office = self.office.parse().map_err(|_| Refusal::Malformed)?;
        let mut problems = Problems::new();
        let delegate = match self.delegate.trim() {
            "" => Err(FieldProblem::Missing),
            id => id.parse().map_err(|_| FieldProblem::NotAChoice),
        };
        let delegate = problems.check("delegate", delegate);
        let from = problems.check("from", first_day(&self.from, today));
        let to = problems.check("to", last_day(&self.to, from.unwrap_or(today)));
        let reason = problems.check("reason", form::line(&self.reason, 3, REASON_MAX));
        problems.into_result()?;
        let complete =
            || Some(NewDelegation { office, delegate: delegate?, days: (from?, to?), reason: reason? });
        complete().ok_or(Refusal::Malformed)
    }
}

fn first_day(typed: &str, today: NaiveDate) -> Result<NaiveDate, FieldProblem> {
    let day = form::date(typed)?;
    let latest = today.checked_add_days(Days::new(AHEAD_MAX.into())).unwrap_or(today);
    match day {
        day if day < today => Err(FieldProblem::InThePast),
        day if day > latest => Err(FieldProblem::TooFar { days: AHEAD_MAX }),
        day => Ok(day),
    }
}

fn last_day(typed: &str, from: NaiveDate) -> Result<NaiveDate, FieldProblem> {
    let day = form::date(typed)?;
    let latest = from.checked_add_days(Days::new(u64::from(DAYS_MAX) - 1)).unwrap_or(from);
    match day {
        day if day < from => Err(FieldProblem::EndsBeforeStart),
        day if day > latest => Err(FieldProblem::LongerThan { days: DAYS_MAX }),
        day => Ok(day),
    }
}

#[cfg(test)]
mod tests;
