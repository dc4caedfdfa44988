//! What discussions ask: to answer the author of a hidden message, or to word one's own again.

use domain::{home::AskedKind, ids::GroupId};

use super::{Asked, Subject};
use crate::{Cx, Result, discussions};

/// Everywhere, or in one group. One query, and one more for those who look after discussions.
pub(super) async fn waiting(cx: &Cx, of: Option<GroupId>) -> Result<Vec<Asked>> {
    let judged = discussions::to_moderate(cx, of).await?.into_iter().map(|row| Asked {
        group: Some(row.group),
        since: row.since,
        count: usize::try_from(row.count).unwrap_or(usize::MAX),
        ..Asked::one(AskedKind::Moderate, Subject::Group(row.id))
    });
    let mine = discussions::hidden_of_mine(cx, of).await?.into_iter().map(|row| Asked {
        title: row.subject,
        group: Some(row.group),
        since: row.since,
        ..Asked::one(AskedKind::Reword, Subject::Message(row.thread, row.id))
    });
    Ok(judged.chain(mine).collect())
}
