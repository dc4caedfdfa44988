//! What people change of their own record, and the mandates an administrator gives them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{CouncilRole, ShownTo};
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
    /// A few words about oneself.
    pub about: String,
    /// A telephone number.
    pub phone: String,
    /// To whom the address is shown: code of a [`ShownTo`].
    pub email_shown_to: String,
    /// To whom the telephone number is shown.
    pub phone_shown_to: String,
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
    /// A few words about oneself; may be empty.
    pub about: String,
    /// A telephone number, or empty.
    pub phone: String,
    /// To whom the address is shown.
    pub email_shown_to: ShownTo,
    /// To whom the telephone number is shown.
    pub phone_shown_to: ShownTo,
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
        let about = problems.check("about", form::text(&self.about, 0, 600));
        let phone = problems.check("phone", phone(&self.phone));
        let email_shown_to = problems.check("email_shown_to", shown_to(&self.email_shown_to));
        let phone_shown_to = problems.check("phone_shown_to", shown_to(&self.phone_shown_to));
        problems.into_result()?;
        let complete = || {
            Some(Profile {
                name: name?,
                organisation: organisation?,
                commune: commune?,
                language: language?,
                about: about?,
                phone: phone?,
                email_shown_to: email_shown_to?,
                phone_shown_to: phone_shown_to?,
            })
        };
        complete().ok_or(Refusal::Malformed)
    }
}

/// A choice not made shows nothing.
fn shown_to(code: &str) -> Result<ShownTo, FieldProblem> {
    match code.trim() {
        "" => Ok(ShownTo::Nobody),
        code => ShownTo::from_code(code).ok_or(FieldProblem::NotAChoice),
    }
}

/// A telephone number as people write it, or nothing: figures, with blanks, points, hyphens and brackets between.
fn phone(typed: &str) -> Result<String, FieldProblem> {
    let phone = form::line(typed, 0, 30)?;
    let figures = phone.chars().filter(char::is_ascii_digit).count();
    let others = phone.chars().all(|c| c.is_ascii_digit() || "+ .-()/".contains(c));
    if phone.is_empty() || (others && figures >= 6) { Ok(phone) } else { Err(FieldProblem::NotAPhone) }
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
