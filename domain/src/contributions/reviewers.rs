//! Named reviewers: what each has said of the version that is read now, and whether they still count.

use super::Verdict;
use crate::Version;

/// What a named reviewer has said of the current version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewerState {
    /// Nothing yet.
    Waiting,
    /// Fit to be adopted as it stands.
    Approved,
    /// Something must change first.
    AskedForChanges,
    /// They took a position on an earlier version only.
    ReviewedEarlier {
        /// The version they read.
        version: Version,
    },
    /// They no longer count.
    Gone(Absence),
}

/// Why a named reviewer no longer counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Absence {
    /// They have signed the text since.
    Author,
    /// Their mandate is over, or they are suspended.
    NotInCouncil,
    /// They no longer belong to the group.
    NotInGroup,
}

/// What is known of a person who is, or could be, a named reviewer of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReviewerFacts {
    /// Whether they sign the text.
    pub author: bool,
    /// Whether a mandate of theirs is in force, and they are not suspended.
    pub in_council: bool,
    /// Whether that mandate makes them a member of the council, for a text of an open group.
    pub council_member_of_open_group: bool,
    /// Whether they write in the group.
    pub writes_in_group: bool,
}

impl ReviewerFacts {
    /// Why they do not count, if they do not.
    pub fn absence(&self) -> Option<Absence> {
        if self.author {
            Some(Absence::Author)
        } else if !self.in_council {
            Some(Absence::NotInCouncil)
        } else if !(self.writes_in_group || self.council_member_of_open_group) {
            Some(Absence::NotInGroup)
        } else {
            None
        }
    }
}

impl ReviewerState {
    /// From the last position they took, if any, and the version that is read now.
    pub fn of(facts: &ReviewerFacts, last: Option<(Verdict, Version)>, current: Version) -> ReviewerState {
        if let Some(absence) = facts.absence() {
            return ReviewerState::Gone(absence);
        }
        match last {
            Some((Verdict::Approve, version)) if version == current => ReviewerState::Approved,
            Some((Verdict::RequestChanges, version)) if version == current => ReviewerState::AskedForChanges,
            Some((Verdict::Approve | Verdict::RequestChanges, version)) => {
                ReviewerState::ReviewedEarlier { version }
            }
            Some((Verdict::Comment, _)) | None => ReviewerState::Waiting,
        }
    }

    /// Whether something is still expected of them.
    pub fn is_awaited(self) -> bool {
        matches!(self, ReviewerState::Waiting | ReviewerState::ReviewedEarlier { .. })
    }
}
