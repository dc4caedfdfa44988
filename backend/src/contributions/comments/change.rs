//! Correcting one's message while nobody answered, or taking it back.

use domain::{
    Refusal, Version,
    discussions::{MessageForm, Rank, Step},
    ids::{CommentId, CommentMessageId, ContributionId},
};
use markdown::PIPELINE_VERSION;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{
    load::{
        find, find_message, hold, hold_comment, message_facts, require_discussed, standing, text_read,
        text_to_comment,
    },
    mentions::{self, named},
    messages::{render, tell},
};
use crate::{
    Cx, Found, Result,
    entities::{comment, comment_message},
    events::EventKind,
};

/// Corrects one's message, as it was at version `read`.
///
/// # Errors
/// `Invalid`; `Conflict` if it was corrected elsewhere since; `Transition` if somebody answered, if it is hidden, if the
/// comment is resolved or the text frozen; `Forbidden` for that of somebody else; `NotFound`.
pub async fn edit(
    cx: &Cx,
    id: ContributionId,
    which: CommentId,
    message: CommentMessageId,
    read: Version,
    form: &MessageForm,
) -> Result<()> {
    let text = text_to_comment(cx, id).await?;
    let row = find(cx.reader(), id, which).await?;
    let said = find_message(cx.reader(), which, message).await?;
    message_facts(cx, &row, &said).may_be_changed()?;
    let body = form.check(Rank::Answer)?.body;
    let mentions = named(cx, &text, &body).await?;
    let tx = cx.begin().await?;
    let row = hold_comment(&tx, &text, which).await?;
    let said = find_message(&tx, which, message).await?;
    message_facts(cx, &row, &said).may_be_changed()?;
    if said.version != read {
        return Err(Refusal::Conflict.into());
    }
    let next = standing(&said).after(Step::Edit { body })?;
    let (html, excerpt) = render(which, said.position, &next.body);
    comment_message::Entity::update_many()
        .col_expr(comment_message::Column::Body, Expr::value(next.body))
        .col_expr(comment_message::Column::Html, Expr::value(html))
        .col_expr(comment_message::Column::Excerpt, Expr::value(excerpt))
        .col_expr(comment_message::Column::Pipeline, Expr::value(PIPELINE_VERSION))
        .col_expr(comment_message::Column::EditedAt, Expr::value(Some(cx.now)))
        .col_expr(comment_message::Column::Version, Expr::value(next.version))
        .filter(comment_message::Column::Id.eq(message))
        .exec(&tx)
        .await?;
    mentions::keep(&tx, message, &mentions).await?;
    tell(cx, &tx, EventKind::CommentEdited, &text, which, None).await?;
    cx.commit(tx).await
}

/// Takes back one's message, to which nobody answered: nothing of it remains, nor of a comment that said nothing else.
/// Gives whether the comment remains.
///
/// # Errors
/// `Transition` if somebody answered, if the comment is resolved or the text frozen; `Forbidden` for that of somebody
/// else; `NotFound`.
pub async fn withdraw(
    cx: &Cx,
    id: ContributionId,
    which: CommentId,
    message: CommentMessageId,
) -> Result<bool> {
    let text = text_read(cx, id).await?;
    let row = find(cx.reader(), id, which).await?;
    let said = find_message(cx.reader(), which, message).await?;
    message_facts(cx, &row, &said).may_be_withdrawn()?;
    require_discussed(&text)?;
    let tx = cx.begin().await?;
    let row = hold_comment(&tx, &text, which).await?;
    message_facts(cx, &row, &said).may_be_withdrawn()?;
    comment_message::Entity::delete_by_id(message).exec(&tx).await?;
    let remains = row.messages > 1;
    if remains {
        let before = comment_message::Entity::find()
            .filter(comment_message::Column::CommentId.eq(which))
            .filter(comment_message::Column::Position.eq(row.messages - 1))
            .one(&tx)
            .await?
            .found()?;
        comment::Entity::update_many()
            .col_expr(comment::Column::Messages, Expr::value(before.position))
            .col_expr(comment::Column::LastAt, Expr::value(before.at))
            .col_expr(comment::Column::LastBy, Expr::value(before.author_id))
            .filter(comment::Column::Id.eq(which))
            .exec(&tx)
            .await?;
    } else {
        hold(&tx, &text, -1, None).await?;
        comment::Entity::delete_by_id(which).exec(&tx).await?;
    }
    tell(cx, &tx, EventKind::CommentWithdrawn, &text, which, None).await?;
    cx.commit(tx).await?;
    Ok(remains)
}
