//! What became of a list of invitations, kept in the session until it is read once.

use backend::accounts::ListOutcome;
use domain::people::list::LineProblem;
use serde::{Deserialize, Serialize};

/// What became of a list.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Report {
    /// How many were invited.
    pub invited: usize,
    /// The lines left aside.
    pub refused: Vec<Line>,
    /// Columns that were not read.
    pub unknown: Vec<String>,
}

/// A line left aside.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Line {
    /// Its number, from 1.
    pub number: u32,
    /// What was typed.
    pub text: String,
    /// All that is wrong.
    pub problems: Vec<LineProblem>,
}

/// Its name in the session.
pub const REPORT: &str = "invitations";

impl From<ListOutcome> for Report {
    fn from(outcome: ListOutcome) -> Report {
        let refused = outcome.refused.into_iter().map(|line| Line {
            number: line.number,
            text: line.text,
            problems: line.problems,
        });
        Report { invited: outcome.invited.len(), refused: refused.collect(), unknown: outcome.unknown }
    }
}
