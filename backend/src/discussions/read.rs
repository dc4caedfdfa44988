//! How far somebody read a discussion: one number, which only grows.

use domain::ids::{ThreadId, UserId};
use sea_orm::{
    ActiveValue::Set,
    ConnectionTrait, EntityTrait,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use crate::{Cx, Result, entities::thread_read};

/// The number of the last message that the person asking read; 0 before the first.
pub(super) async fn so_far(cx: &Cx, thread: ThreadId) -> Result<i32> {
    let Some(me) = cx.actor.user_id() else { return Ok(0) };
    let row = thread_read::Entity::find_by_id((me, thread)).one(cx.reader()).await?;
    Ok(row.map_or(0, |row| row.position))
}

/// Notes that somebody read up to this message.
pub(super) async fn up_to(
    cx: &Cx,
    db: &impl ConnectionTrait,
    user: UserId,
    thread: ThreadId,
    position: i32,
) -> Result<()> {
    let row = thread_read::ActiveModel {
        user_id: Set(user),
        thread_id: Set(thread),
        position: Set(position),
        at: Set(cx.now),
    };
    // Two pages opened at once: the farther one stays.
    let farther = Expr::col((thread_read::Entity, thread_read::Column::Position)).lt(position);
    let again = OnConflict::columns([thread_read::Column::UserId, thread_read::Column::ThreadId])
        .update_columns([thread_read::Column::Position, thread_read::Column::At])
        .action_and_where(farther)
        .to_owned();
    thread_read::Entity::insert(row).on_conflict(again).exec_without_returning(db).await?;
    Ok(())
}
