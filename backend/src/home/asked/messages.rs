//! What discussions ask: to answer the author of a hidden message, or to word one's own again.

use domain::home::AskedKind;

use super::{Asked, Subject};
use crate::{Cx, Result, discussions};

/// Two queries.
pub(super) async fn waiting(cx: &Cx) -> Result<Vec<Asked>> {
    let judged = discussions::to_moderate(cx).await?.into_iter().map(|row| Asked {
        kind: AskedKind::Moderate,
        subject: Subject::Group(row.id),
        title: String::new(),
        group: Some(row.group),
        since: row.since,
        due: None,
        count: usize::try_from(row.count).unwrap_or(usize::MAX),
    });
    let mine = discussions::hidden_of_mine(cx).await?.into_iter().map(|row| Asked {
        kind: AskedKind::Reword,
        subject: Subject::Message(row.thread, row.id),
        title: row.subject,
        group: Some(row.group),
        since: row.since,
        due: None,
        count: 1,
    });
    Ok(judged.chain(mine).collect())
}
