//! What people tell of a method once they have used it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    form::{self, Problems},
    refusal::{FieldProblem, Refusal},
};

/// What is told, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UsedForm {
    /// The day of the meeting.
    pub held_on: String,
    /// The address of the group that met; nothing for a meeting of no group.
    pub group: String,
    /// What worked.
    pub worked: String,
    /// What one would do otherwise.
    pub otherwise: String,
}

/// What is told, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Used {
    /// The day of the meeting.
    pub held_on: NaiveDate,
    /// What worked.
    pub worked: String,
    /// May be empty.
    pub otherwise: String,
}

impl UsedForm {
    /// Checks every field but the group, which is looked up.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self, today: NaiveDate) -> Result<Used, Refusal> {
        let mut problems = Problems::new();
        let held_on = problems.check("held_on", form::date(&self.held_on));
        if held_on.is_some_and(|day| day > today) {
            problems.add("held_on", FieldProblem::InTheFuture);
        }
        let worked = problems.check("worked", form::text(&self.worked, 1, 2_000));
        let otherwise = problems.check("otherwise", form::text(&self.otherwise, 0, 2_000));
        problems.into_result()?;
        Ok(Used {
            held_on: held_on.unwrap_or(today),
            worked: worked.unwrap_or_default(),
            otherwise: otherwise.unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_tells_of_a_meeting_that_was_held() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let form = |day: &str| UsedForm {
            held_on: day.into(),
            worked: "Tous ont parlé.".into(),
            ..Default::default()
        };
        assert_eq!(form("22/11/2026").check(today).map(|used| used.held_on), Ok(today));
        assert_eq!(
            form("23/11/2026").check(today),
            Err(Refusal::field("held_on", FieldProblem::InTheFuture))
        );
        assert!(UsedForm::default().check(today).is_err());
    }
}
