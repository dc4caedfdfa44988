//! What people change of their own record, and the mandates an administrator gives them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::CouncilRole;
use crate::{
    Language,
    actor::Period,
    form::{self, Problems},
    refusal::{FieldProblem, Refusal},
};

/// One's own record as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProfileForm {
    /// Name, as shown.
    pub name: String,
    /// Whom they represent.
    pub organisation: String,
    /// Where they live or work.
    pub commune: String,
    /// Tag of the language they read.
    pub language: String,
}

/// One's own record, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Name, as shown.
    pub name: String,
    /// Or empty.
    pub organisation: String,
    /// Or empty.
    pub commune: String,
    /// The language they read.
    pub language: Language,
}

impl ProfileForm {
    /// Checks every field.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self) -> Result<Profile, Refusal> {
        let mut problems = Problems::new();
        let name = problems.check("name", form::line(&self.name, 2, 120));
        let organisation = problems.check("organisation", form::line(&self.organisation, 0, 160));
        let commune = problems.check("commune", form::line(&self.commune, 0, 120));
        let language =
            problems.check("language", Language::from_tag(&self.language).ok_or(FieldProblem::NotAChoice));
        problems.into_result()?;
        let complete = || {
            Some(Profile { name: name?, organisation: organisation?, commune: commune?, language: language? })
        };
        complete().ok_or(Refusal::Malformed)
    }
}

/// A mandate as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MandateForm {
    /// Code of a [`CouncilRole`].
    pub role: String,
    /// First day.
    pub mandate_start: String,
    /// Last day; may be unknown.
    pub mandate_end: String,
}

impl MandateForm {
    /// Checks every field. A missing start is `today`.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self, today: NaiveDate) -> Result<(CouncilRole, Period), Refusal> {
        let mut problems = Problems::new();
        let role = problems.check("role", CouncilRole::from_code(&self.role).ok_or(FieldProblem::NotAChoice));
        let period = problems.check_period(&self.mandate_start, &self.mandate_end, today);
        problems.into_result()?;
        role.zip(period).ok_or(Refusal::Malformed)
    }
}
