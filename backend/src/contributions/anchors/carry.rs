//! Carrying all that is attached to a text when a version is written.

use domain::{
    Version,
    contributions::Edit,
    ids::{ContributionId, GroupId, UserId},
};
use sea_orm::{ConnectionTrait, Statement};

use super::super::{
    comments,
    merge::changes,
    render::apart,
    suggestions::{self, Accepting},
};
use crate::{Cx, Result};

/// How much is attached to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Attached {
    /// Suggestions that wait.
    pub suggestions: i32,
    /// Comments.
    pub comments: i32,
}

impl Attached {
    /// Whatever there is, for those who did not count it before they made the text theirs.
    pub const UNKNOWN: Attached = Attached { suggestions: 1, comments: 1 };

    /// Whether there is anything to carry.
    pub fn is_any(self) -> bool {
        self.suggestions > 0 || self.comments > 0
    }
}

/// The version that is being written.
#[derive(Clone, Copy)]
pub(in super::super) struct Onto {
    /// The text.
    pub text: ContributionId,
    /// Its group.
    pub group: GroupId,
    /// The number of the version.
    pub version: Version,
    /// Who writes it.
    pub by: UserId,
    /// What is attached to it.
    pub attached: Attached,
}

/// From what a text said to what it says.
pub(in super::super) struct Passing {
    /// What it said.
    pub before: String,
    /// What it says.
    pub after: String,
    /// The edits that lead from the one to the other.
    pub edits: Vec<Edit>,
}

/// What carries all that is attached from one version to the next.
pub(in super::super) struct Carrying<'a> {
    passing: Passing,
    accepting: Option<&'a Accepting>,
}

impl<'a> Carrying<'a> {
    /// From what a text said to what it says.
    pub async fn new(before: &str, after: &str, accepting: Option<&'a Accepting>) -> Result<Carrying<'a>> {
        let (before, after) = (before.to_owned(), after.to_owned());
        let known = accepting.and_then(|accepting| accepting.edits_to(&after));
        let passing = match known {
            Some(edits) => Passing { before, after, edits },
            None => {
                apart(before.len() + after.len(), move || {
                    let edits = changes(&before, &after);
                    Passing { before, after, edits }
                })
                .await?
            }
        };
        Ok(Carrying { passing, accepting })
    }

    /// What to write, in the transaction that has made the text ours; `None` if what is accepted changed meanwhile.
    pub async fn carry(
        self,
        cx: &Cx,
        tx: &impl ConnectionTrait,
        onto: Onto,
    ) -> Result<Option<Vec<Statement>>> {
        let mut all = Vec::new();
        if onto.attached.suggestions > 0 {
            let Some(carried) = suggestions::carry(cx, tx, onto, &self.passing, self.accepting).await? else {
                return Ok(None);
            };
            all.extend(carried);
        }
        if onto.attached.comments > 0 {
            all.extend(comments::carry(tx, onto, &self.passing).await?);
        }
        Ok(Some(all))
    }
}
