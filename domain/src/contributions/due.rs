//! The day by which something is expected.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    form,
    refusal::{FieldProblem, Refusal},
};

/// A deadline is near from so many days before it.
pub const NEAR: u64 = 14;

/// A day by which something is expected, as seen from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// The day.
    pub on: NaiveDate,
    /// In how many days; below zero once it has passed.
    pub in_days: i64,
}

impl Due {
    /// That day, as seen from `today`.
    pub fn new(on: NaiveDate, today: NaiveDate) -> Due {
        Due { on, in_days: on.signed_duration_since(today).num_days() }
    }

    /// Whether the day is near, or has passed.
    pub fn is_near(self) -> bool {
        self.in_days <= NEAR as i64
    }

    /// Whether the day has passed.
    pub fn is_late(self) -> bool {
        self.in_days < 0
    }
}

/// Reads the day by which something will be due, which may be left out: today at the soonest.
///
/// # Errors
/// `Invalid` on `due_on`.
pub fn due_day(typed: &str, today: NaiveDate) -> Result<Option<NaiveDate>, Refusal> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    match form::date(typed) {
        Ok(day) if day < today => Err(Refusal::field("due_on", FieldProblem::InThePast)),
        Ok(day) => Ok(Some(day)),
        Err(problem) => Err(Refusal::field("due_on", problem)),
    }
}
