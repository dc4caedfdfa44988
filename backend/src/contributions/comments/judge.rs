//! Hiding a message of a comment with a reason, and showing it again, as in discussions. Possible as long as the group
//! is read, even once the text is frozen.

use domain::{
    Refusal, Version,
    discussions::{Step, word},
    ids::{CommentId, CommentMessageId, ContributionId},
    moderation::{Reported, ReportedKind},
    policy::{MessageAction, Permission},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{
    load::{find, find_message, judged, role_of, standing, text_read},
    messages::tell,
};
use crate::{
    Cx, Result,
    entities::comment_message,
    events::EventKind,
    moderation::{Settled, settle},
};

/// Hides a message, as it was at version `read`; its author reads the reason.
///
/// # Errors
/// `Invalid` without a reason; `Conflict` if it was corrected since; `Transition` if it is hidden already; `NotFound`,
/// `Forbidden`.
pub async fn hide(
    cx: &Cx,
    id: ContributionId,
    which: CommentId,
    message: CommentMessageId,
    read: Version,
    reason: &str,
) -> Result<()> {
    let step = || Ok(Step::Hide { reason: word("reason", reason)? });
    decide(cx, id, (which, message, read), EventKind::CommentHidden, None, step).await
}

/// Shows again a hidden message, as it is at version `read`.
///
/// # Errors
/// `Conflict`, `Transition` if it is not hidden; `NotFound`, `Forbidden`.
pub async fn show_again(
    cx: &Cx,
    id: ContributionId,
    which: CommentId,
    message: CommentMessageId,
    read: Version,
) -> Result<()> {
    let settled = Settled::Shown { ruling: None };
    decide(cx, id, (which, message, read), EventKind::CommentShownAgain, Some(settled), || Ok(Step::Show))
        .await
}

/// Decides about a message, and settles what was reported of it.
pub(super) async fn decide(
    cx: &Cx,
    id: ContributionId,
    (which, message, read): (CommentId, CommentMessageId, Version),
    kind: EventKind,
    settled: Option<Settled>,
    step: impl FnOnce() -> Result<Step, Refusal>,
) -> Result<()> {
    let text = text_read(cx, id).await?;
    find(cx.reader(), id, which).await?;
    let said = find_message(cx.reader(), which, message).await?;
    let role = role_of(cx, &text, said.author_id).await?;
    cx.require(Permission::Message(MessageAction::Judge, &judged(cx, &text, said.author_id, role)))?;
    let step = step()?;
    if said.version != read {
        return Err(Refusal::Conflict.into());
    }
    let next = standing(&said).after(step)?;
    let tx = cx.begin().await?;
    let done = comment_message::Entity::update_many()
        .col_expr(comment_message::Column::State, Expr::value(next.state))
        .col_expr(comment_message::Column::Reason, Expr::value(next.reason.clone()))
        .col_expr(comment_message::Column::Version, Expr::value(next.version))
        .col_expr(comment_message::Column::JudgedBy, Expr::value(cx.actor.user_id()))
        .col_expr(comment_message::Column::JudgedAt, Expr::value(Some(cx.now)))
        .filter(comment_message::Column::Id.eq(message))
        .filter(comment_message::Column::Version.eq(read))
        .exec(&tx)
        .await?;
    if done.rows_affected == 0 {
        return Err(Refusal::Conflict.into());
    }
    tell(cx, &tx, kind, &text, which, Some(said.author_id)).await?;
    // What is hidden without a report closes one as well.
    let hidden = || Settled::Hidden { reason: next.reason.clone(), article: None };
    let settled = settled.unwrap_or_else(hidden);
    settle(cx, &tx, Reported { kind: ReportedKind::Comment, id: message.0 }, &settled).await?;
    cx.commit(tx).await
}
