//! Closing a discussion with a word, and opening it again.

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    discussions::word,
    ids::ThreadId,
    policy::{self, GroupAction, Permission},
    refusal::Transition,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::load;
use crate::{
    Cx, Result,
    entities::thread,
    events::{Event, EventKind},
};

/// Closes a discussion: it is read, nobody answers any more.
///
/// # Errors
/// `Invalid` without a word; `Transition` if it is closed already, or if the group has ended its work; `NotFound`,
/// `Forbidden`.
pub async fn close(cx: &Cx, id: ThreadId, said: &str) -> Result<()> {
    turn(cx, id, said, EventKind::ThreadClosed).await
}

/// Opens a closed discussion again.
///
/// # Errors
/// `Invalid` without a word; `Transition` if it is not closed, or if the group has ended its work; `NotFound`,
/// `Forbidden`.
pub async fn reopen(cx: &Cx, id: ThreadId, said: &str) -> Result<()> {
    turn(cx, id, said, EventKind::ThreadReopened).await
}

async fn turn(cx: &Cx, id: ThreadId, said: &str, kind: EventKind) -> Result<()> {
    let found = load::thread(cx, id).await?;
    cx.require(Permission::Group(GroupAction::Moderate, &found.group()))?;
    let said = word("word", said)?;
    policy::group_is_at_work(&found.group())?;
    let closes = kind == EventKind::ThreadClosed;
    let closed_at: Option<DateTime<Utc>> = closes.then_some(cx.now);
    let by = cx.actor.user_id().filter(|_| closes);
    let was =
        if closes { thread::Column::ClosedAt.is_null() } else { thread::Column::ClosedAt.is_not_null() };
    let tx = cx.begin().await?;
    let turned = thread::Entity::update_many()
        .col_expr(thread::Column::ClosedAt, Expr::value(closed_at))
        .col_expr(thread::Column::ClosedBy, Expr::value(by))
        .col_expr(thread::Column::ClosingWord, Expr::value(said))
        .filter(thread::Column::Id.eq(id))
        .filter(was)
        .exec(&tx)
        .await?;
    if turned.rows_affected == 0 {
        let why = if closes { Transition::ThreadClosed } else { Transition::ThreadOpen };
        return Err(Refusal::Transition(why).into());
    }
    Event::new(kind)
        .group(found.group_id)
        .data(&serde_json::json!({ "thread": id }))?
        .record(cx, &tx)
        .await?;
    cx.commit(tx).await
}
