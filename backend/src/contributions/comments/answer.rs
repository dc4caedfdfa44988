//! Answering a comment.

use domain::{
    FieldProblem, Refusal,
    contributions::ANSWERS_MAX,
    discussions::{MessageForm, Rank},
    ids::{CommentId, CommentMessageId, ContributionId},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{
    load::{facts, find, hold_comment, text_to_comment},
    make::TWICE,
    mentions::named,
    messages::{Said, insert, tell},
};
use crate::{
    Cx, Result,
    entities::{comment, comment_message},
    events::EventKind,
};

/// Answers, and gives the new message.
///
/// # Errors
/// `Invalid`; `Transition` if the comment is resolved or the text frozen; `NotFound`, `Forbidden`.
pub async fn answer(
    cx: &Cx,
    id: ContributionId,
    which: CommentId,
    form: &MessageForm,
) -> Result<CommentMessageId> {
    let text = text_to_comment(cx, id).await?;
    let row = find(cx.reader(), id, which).await?;
    facts(cx, &text, &row).must_be_open()?;
    let body = form.check(Rank::Answer)?.body;
    let me = cx.person()?.id;
    let mentions = named(cx, &text, &body).await?;
    let tx = cx.begin().await?;
    let row = hold_comment(&tx, &text, which).await?;
    // Resolved between the page and now.
    facts(cx, &text, &row).must_be_open()?;
    if row.messages.unsigned_abs() >= ANSWERS_MAX {
        return Err(Refusal::field("body", FieldProblem::TooMuch { max: ANSWERS_MAX }).into());
    }
    let last = comment_message::Entity::find()
        .filter(comment_message::Column::CommentId.eq(which))
        .filter(comment_message::Column::Position.eq(row.messages))
        .one(&tx)
        .await?;
    if let Some(same) =
        last.filter(|last| last.author_id == me && last.body == body && cx.now - last.at < TWICE)
    {
        tx.rollback().await?;
        return Ok(same.id);
    }
    let position = row.messages + 1;
    let made = insert(cx, &tx, &Said { comment: which, position, by: me, body: &body }, &mentions).await?;
    comment::Entity::update_many()
        .col_expr(comment::Column::Messages, Expr::value(position))
        .col_expr(comment::Column::LastAt, Expr::value(cx.now))
        .col_expr(comment::Column::LastBy, Expr::value(me))
        .filter(comment::Column::Id.eq(which))
        .exec(&tx)
        .await?;
    tell(cx, &tx, EventKind::CommentAnswered, &text, which, None).await?;
    cx.commit(tx).await?;
    Ok(made)
}
