//! People and their mandates: a person has one record, from which all rights derive.

pub mod list;
mod profile;
mod renewal;
pub mod words;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    actor::Period,
    columns::coded_enum,
    form::{self, Problems},
    refusal::{FieldProblem, Refusal},
};

pub use profile::{MandateForm, Profile, ProfileForm};
pub use renewal::MandatesForm;

/// A mandate ends soon within so many days: time to find who takes the seat.
pub const MANDATE_ENDS_SOON: u64 = 90;

coded_enum! {
    /// A role in the council, held by mandate.
    pub enum CouncilRole {
        /// Member of the council.
        Member = "member",
        /// Presides: adopts, numbers, publishes.
        Chair = "chair",
        /// Presides when the chair cannot.
        ViceChair = "vice_chair",
        /// Works for the council, without being a member of it.
        Staff = "staff",
        /// Invited to some groups only.
        Guest = "guest",
    }
}

impl CouncilRole {
    /// Whether this mandate makes its holder a member of the council. Staff and guests are not.
    pub fn is_of_a_member(self) -> bool {
        matches!(self, CouncilRole::Member | CouncilRole::Chair | CouncilRole::ViceChair)
    }
}

coded_enum! {
    /// Where a person's account stands.
    pub enum PersonState {
        /// They have a password and may sign in.
        Active = "active",
        /// They have not chosen a password yet.
        Invited = "invited",
        /// They may not sign in.
        Suspended = "suspended",
    }
}

coded_enum! {
    /// To whom somebody shows how to reach them.
    pub enum ShownTo {
        /// To nobody but those who manage people.
        Nobody = "nobody",
        /// To the people of their groups.
        Groups = "groups",
        /// To the whole council.
        Council = "council",
    }
}

impl ShownTo {
    /// Whether somebody of the council sees it, given whether they share a group with the person.
    pub fn reaches(self, shares_a_group: bool) -> bool {
        match self {
            ShownTo::Nobody => false,
            ShownTo::Groups => shares_a_group,
            ShownTo::Council => true,
        }
    }
}

/// A person's record as typed: all fields raw, so that a refused form can be filled in again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonForm {
    /// Their address, unique in the installation.
    pub email: String,
    /// Their name, as shown.
    pub name: String,
    /// The college they sit in.
    pub college: String,
    /// Whom they represent.
    pub organisation: String,
    /// Where they live or work.
    pub commune: String,
    /// Code of a [`CouncilRole`].
    pub role: String,
    /// First day of the mandate.
    pub mandate_start: String,
    /// Last day of the mandate.
    pub mandate_end: String,
}

/// A person's record, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPerson {
    /// Lower-cased address.
    pub email: String,
    /// Name.
    pub name: String,
    /// College, or empty.
    pub college: String,
    /// Organisation, or empty.
    pub organisation: String,
    /// Commune, or empty.
    pub commune: String,
    /// Role in the council.
    pub role: CouncilRole,
    /// When the mandate runs.
    pub period: Period,
}

impl PersonForm {
    /// Checks every field. A missing role is a member's; a missing start is `today`.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self, today: NaiveDate) -> Result<NewPerson, Refusal> {
        let mut problems = Problems::new();
        let email = problems.check("email", crate::accounts::email(&self.email));
        let name = problems.check("name", form::line(&self.name, 2, 120));
        let college = problems.check("college", form::line(&self.college, 0, 120));
        let organisation = problems.check("organisation", form::line(&self.organisation, 0, 160));
        let commune = problems.check("commune", form::line(&self.commune, 0, 120));
        let role = match self.role.trim() {
            "" => Some(CouncilRole::Member),
            code => problems.check("role", CouncilRole::from_code(code).ok_or(FieldProblem::NotAChoice)),
        };
        let period = problems.check_period(&self.mandate_start, &self.mandate_end, today);
        problems.into_result()?;
        let complete = || {
            Some(NewPerson {
                email: email?,
                name: name?,
                college: college?,
                organisation: organisation?,
                commune: commune?,
                role: role?,
                period: period?,
            })
        };
        complete().ok_or(Refusal::Malformed)
    }
}

impl Problems {
    fn check_period(&mut self, start: &str, end: &str, today: NaiveDate) -> Option<Period> {
        let from = if start.trim().is_empty() {
            Some(today)
        } else {
            self.check("mandate_start", form::date(start))
        };
        let to = if end.trim().is_empty() { None } else { Some(self.check("mandate_end", form::date(end))?) };
        let from = from?;
        if to.is_some_and(|to| to < from) {
            self.add("mandate_end", FieldProblem::EndsBeforeStart);
            return None;
        }
        Some(Period { from, to })
    }
}

#[cfg(test)]
mod tests;
