//! The first page of an empty installation: the council and its first administrator, in one form.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    council::{CouncilForm, CouncilSettings},
    people::{NewPerson, PersonForm},
    refusal::{FieldError, FieldProblem, Refusal},
};

/// What is typed on the first page.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct InstallationForm {
    /// The council's full name.
    pub council_name: String,
    /// Its territory.
    pub territory: String,
    /// The administrator's name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Their role in the council: code of a `CouncilRole`.
    pub role: String,
    /// The password they choose.
    pub password: String,
    /// The same again.
    pub password_again: String,
}

/// Passwords are never shown, not even to whoever debugs.
impl std::fmt::Debug for InstallationForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("InstallationForm").field("council_name", &self.council_name).finish_non_exhaustive()
    }
}

impl InstallationForm {
    /// Checks every field; whether the password is among the most used is asked above, where the list is.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self, today: NaiveDate) -> Result<(CouncilSettings, NewPerson), Refusal> {
        let mut problems = Vec::new();
        let council = CouncilForm {
            name: self.council_name.clone(),
            territory: self.territory.clone(),
            ..Default::default()
        };
        // Both forms have a `name`: on this page, the council's is `council_name`.
        let council = gather(&mut problems, council.check(), |field| {
            if field == "name" { "council_name".to_owned() } else { field }
        });
        let person = PersonForm {
            email: self.email.clone(),
            name: self.name.clone(),
            role: self.role.clone(),
            ..Default::default()
        };
        let person = gather(&mut problems, person.check(today), |field| field);
        let password = chosen_password(&self.password, &self.password_again, &[&self.email, &self.name]);
        gather(&mut problems, password, |field| field);
        if !problems.is_empty() {
            return Err(Refusal::Invalid(problems));
        }
        council.zip(person).ok_or(Refusal::Malformed)
    }
}

fn gather<T>(
    problems: &mut Vec<FieldError>,
    checked: Result<T, Refusal>,
    rename: impl Fn(String) -> String,
) -> Option<T> {
    match checked {
        Ok(value) => Some(value),
        Err(Refusal::Invalid(errors)) => {
            problems.extend(errors.into_iter().map(|e| FieldError { field: rename(e.field), ..e }));
            None
        }
        Err(_) => None,
    }
}

/// Checks a password typed twice, in the fields `password` and `password_again`.
///
/// # Errors
/// `Invalid` beside one of them.
pub fn chosen_password(password: &str, again: &str, own_words: &[&str]) -> Result<(), Refusal> {
    super::password(password, own_words).map_err(|problem| Refusal::field("password", problem))?;
    if again.is_empty() {
        Err(Refusal::field("password_again", FieldProblem::Missing))
    } else if again != password {
        Err(Refusal::field("password_again", FieldProblem::DoesNotMatch))
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_of_the_first_page_is_told_at_once() {
        let today = crate::form::date("2026-11-22").expect("a date");
        let form = InstallationForm { password: "trois petits chats".into(), ..Default::default() };
        let Err(Refusal::Invalid(errors)) = form.check(today) else { panic!("refused") };
        let fields: Vec<_> = errors.iter().map(|e| e.field.as_str()).collect();
        assert_eq!(fields, ["council_name", "territory", "email", "name", "password_again"]);
    }
}
