//! What became of a list of invitations, kept in the session until it is read once.

use backend::accounts::ListOutcome;
use domain::{FieldProblem, people::list::LineProblem};
use serde::{Deserialize, Serialize};

/// What became of a list.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Report {
    /// How many were invited.
    pub invited: usize,
    /// The lines left aside.
    pub refused: Vec<Line>,
}

/// A line left aside.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Line {
    /// Its number, from 1.
    pub number: u32,
    /// What was typed.
    pub text: String,
    /// The field that is wrong, or blank if the line repeats another.
    pub field: String,
    /// What is wrong.
    pub problem: Option<FieldProblem>,
    /// The line it repeats.
    pub same_as: u32,
}

/// Its name in the session.
pub const REPORT: &str = "invitations";

impl From<ListOutcome> for Report {
    fn from(outcome: ListOutcome) -> Report {
        let refused = outcome.refused.into_iter().map(|line| {
            let (field, problem, same_as) = match line.problem {
                LineProblem::Field(error) => (error.field, Some(error.problem), 0),
                LineProblem::SameAsLine(first) => (String::new(), None, first),
            };
            Line { number: line.number, text: line.text, field, problem, same_as }
        });
        Report { invited: outcome.invited.len(), refused: refused.collect() }
    }
}
