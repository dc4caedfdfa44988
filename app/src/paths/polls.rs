//! The addresses of polls, and of what was decided.

use domain::ids::{ContributionId, PollId};

/// What is put to the vote.
pub const POLLS: &str = "/votes";
/// Preparing a poll.
pub const NEW_POLL: &str = "/votes/nouveau";
/// The rules that polls usually have.
pub const POLL_RULES: &str = "/votes/reglages";
/// The register of what was decided.
pub const RESOLUTIONS: &str = "/decisions";

/// Preparing a poll about a text.
pub fn new_poll_about(id: ContributionId) -> String {
    format!("{NEW_POLL}?texte={id}")
}

/// A poll.
pub fn poll(id: PollId) -> String {
    format!("{POLLS}/{id}")
}

/// Changing a poll that has not begun.
pub fn poll_change(id: PollId) -> String {
    format!("{POLLS}/{id}/modifier")
}

/// The ballots of a poll.
pub fn poll_ballots(id: PollId) -> String {
    format!("{POLLS}/{id}/bulletins")
}
