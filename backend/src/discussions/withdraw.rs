//! Taking back what one wrote.

use domain::{discussions::Step, ids::MessageId, policy::MessageAction};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait},
};

use super::{
    change::{keep_former, tell, write},
    load,
    unsent::{self, Spot},
};
use crate::{Cx, Result, entities::thread, events::EventKind};

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
    if found.row.author_id != found.thread.author_id {
        thread::Entity::update_many()
            .col_expr(thread::Column::Answers, Expr::col(thread::Column::Answers).sub(1))
            .filter(thread::Column::Id.eq(found.thread.id))
            .exec(&tx)
            .await?;
    }
    // Nor is a correction that was begun given back.
    let spot = Spot { group: found.thread.group_id, thread: Some(found.thread.id), message: Some(id) };
    unsent::forget(&tx, found.row.author_id, spot).await?;
    tell(cx, &tx, EventKind::MessageWithdrawn, &found).await?;
    cx.commit(tx).await
}
