//! Ending or prolonging several mandates at once, when a council is renewed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    form::{self, Problems},
    ids::MandateId,
    refusal::{FieldProblem, Refusal},
};

/// Several mandates, and the day that becomes their last, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MandatesForm {
    /// The mandates.
    pub mandates: Vec<String>,
    /// Their last day.
    pub last_day: String,
}

impl MandatesForm {
    /// Checks every field; a mandate named twice is one.
    ///
    /// # Errors
    /// `Invalid`, with every problem found.
    pub fn check(&self) -> Result<(Vec<MandateId>, NaiveDate), Refusal> {
        let mut problems = Problems::new();
        let read: Result<Vec<MandateId>, _> = self.mandates.iter().map(|id| id.trim().parse()).collect();
        let mandates = problems.check(
            "mandates",
            match read {
                Ok(ids) if ids.is_empty() => Err(FieldProblem::Missing),
                Ok(mut ids) => {
                    ids.sort_unstable();
                    ids.dedup();
                    Ok(ids)
                }
                Err(_) => Err(FieldProblem::NotAChoice),
            },
        );
        let last_day = problems.check("last_day", form::date(&self.last_day));
        problems.into_result()?;
        mandates.zip(last_day).ok_or(Refusal::Malformed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refusal::FieldError;

    #[test]
    fn mandates_end_on_a_day_and_each_once() {
        let form = |mandates: &[&str], day: &str| MandatesForm {
            mandates: mandates.iter().map(|id| (*id).to_owned()).collect(),
            last_day: day.to_owned(),
        };
        let (mandates, day) = form(&["4", "2", "4"], "30/11/2026").check().expect("accepted");
        assert_eq!((mandates, day), (vec![MandateId(2), MandateId(4)], "2026-11-30".parse().expect("a day")));
        let both = vec![
            FieldError::new("mandates", FieldProblem::Missing),
            FieldError::new("last_day", FieldProblem::NotADate),
        ];
        assert_eq!(form(&[], "bientôt").check(), Err(Refusal::Invalid(both)));
        let unknown = Refusal::field("mandates", FieldProblem::NotAChoice);
        assert_eq!(form(&["x"], "30/11/2026").check(), Err(unknown));
    }
}
