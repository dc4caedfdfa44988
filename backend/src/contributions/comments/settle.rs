//! Resolving a comment, and opening it again.

use domain::{
    contributions::CommentState,
    ids::{CommentId, ContributionId},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{
    load::{facts, find, hold_comment, require_discussed, text_read},
    messages::tell,
};
use crate::{Cx, Result, entities::comment, events::EventKind};

/// Resolves a comment, for who began it, the authors of the text and the facilitators. Once is enough.
///
/// # Errors
/// `Transition` once the text is frozen; `Forbidden`, `NotFound`.
pub async fn resolve(cx: &Cx, id: ContributionId, which: CommentId) -> Result<()> {
    settle(cx, id, which, CommentState::Resolved).await
}

/// Opens a resolved comment again, for the same people.
///
/// # Errors
/// As [`resolve`].
pub async fn reopen(cx: &Cx, id: ContributionId, which: CommentId) -> Result<()> {
    settle(cx, id, which, CommentState::Open).await
}

async fn settle(cx: &Cx, id: ContributionId, which: CommentId, state: CommentState) -> Result<()> {
    let text = text_read(cx, id).await?;
    let row = find(cx.reader(), id, which).await?;
    facts(cx, &text, &row).may_be_settled()?;
    require_discussed(&text)?;
    let me = cx.person()?.id;
    let tx = cx.begin().await?;
    let row = hold_comment(&tx, &text, which).await?;
    if row.state == state {
        tx.rollback().await?;
        return Ok(());
    }
    let (kind, by, at) = match state {
        CommentState::Resolved => (EventKind::CommentResolved, Some(me), Some(cx.now)),
        CommentState::Open => (EventKind::CommentReopened, None, None),
    };
    comment::Entity::update_many()
        .col_expr(comment::Column::State, Expr::value(state))
        .col_expr(comment::Column::SettledBy, Expr::value(by))
        .col_expr(comment::Column::SettledAt, Expr::value(at))
        .filter(comment::Column::Id.eq(which))
        .exec(&tx)
        .await?;
    tell(cx, &tx, kind, &text, which, None).await?;
    cx.commit(tx).await
}
