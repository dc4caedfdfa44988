//! What discussions ask: to answer the author of a hidden message, or to word one's own again.

use domain::{home::AskedKind, ids::GroupId};

use super::{Asked, Subject, signs::Signs};
use crate::{Cx, Result, discussions};

/// Everywhere, or in one group: one query for each of these that there may be.
pub(super) async fn waiting(cx: &Cx, signs: &Signs, of: Option<GroupId>) -> Result<Vec<Asked>> {
    let to_moderate = if signs.to_moderate { discussions::to_moderate(cx, of).await? } else { Vec::new() };
    let hidden = if signs.hidden { discussions::hidden_of_mine(cx, of).await? } else { Vec::new() };
    let judged = to_moderate.into_iter().map(|row| Asked {
        group: Some(row.group),
        since: row.since,
        count: usize::try_from(row.count).unwrap_or(usize::MAX),
        ..Asked::one(AskedKind::Moderate, Subject::Group(row.id))
    });
    let mine = hidden.into_iter().map(|row| Asked {
        title: row.subject,
        group: Some(row.group),
        since: row.since,
        ..Asked::one(AskedKind::Reword, Subject::Message(row.thread, row.id))
    });
    Ok(judged.chain(mine).collect())
}
