//! Taking back what one wrote.

use domain::{discussions::Step, ids::MessageId, policy::MessageAction};

use super::{
    change::{keep_former, tell, write},
    load,
    unsent::{self, Spot},
};
use crate::{Cx, Result, events::EventKind};

/// Takes back one's message: its place remains, its words leave the pages. Always possible to those who still read the
/// discussion, even when nothing is written there any more.
///
/// # Errors
/// `Transition` if it was taken back already; `Conflict` if something was decided about it meanwhile; `NotFound`,
/// `Forbidden`.
pub async fn withdraw(cx: &Cx, id: MessageId) -> Result<()> {
    let found = load::message(cx, id, MessageAction::Withdraw).await?;
    let next = found.standing().after(Step::Withdraw)?;
    let tx = cx.begin().await?;
    keep_former(&tx, &found).await?;
    write(&tx, &found, &next, Vec::new()).await?;
    // Nor is a correction that was begun given back.
    let spot = Spot { group: found.thread.group_id, thread: Some(found.thread.id), message: Some(id) };
    unsent::forget(&tx, found.row.author_id, spot).await?;
    tell(cx, &tx, EventKind::MessageWithdrawn, &found).await?;
    cx.commit(tx).await
}
