//! Hiding a message with a reason, showing it again, keeping it hidden with an answer.

use domain::{
    Refusal, Version,
    discussions::{Step, word},
    ids::MessageId,
    moderation::{Reported, ReportedKind},
    policy::MessageAction,
};
use sea_orm::sea_query::Expr;

use super::{
    change::{tell, write},
    load,
};
use crate::{
    Cx, Result,
    entities::message,
    events::EventKind,
    moderation::{Settled, settle},
};

/// Hides a message, as it was at version `read`; its author reads the reason.
///
/// # Errors
/// `Invalid` without a reason; `Conflict` if it changed since; `Transition` if it is not shown; `NotFound`,
/// `Forbidden`.
pub async fn hide(cx: &Cx, id: MessageId, read: Version, reason: &str) -> Result<()> {
    decide(cx, id, read, EventKind::MessageHidden, None, || {
        Ok(Step::Hide { reason: word("reason", reason)? })
    })
    .await
}

/// Shows again a hidden message, as it is at version `read`.
///
/// # Errors
/// `Conflict` if its author corrected it since; `Transition` if it is not hidden; `NotFound`, `Forbidden`.
pub async fn show_again(cx: &Cx, id: MessageId, read: Version) -> Result<()> {
    let settled = Settled::Shown { ruling: None };
    decide(cx, id, read, EventKind::MessageShownAgain, Some(settled), || Ok(Step::Show)).await
}

/// Keeps hidden a message that its author asked for, at version `read`; they read the answer.
///
/// # Errors
/// `Invalid` without an answer; `Conflict` if it was corrected since; `Transition` if nobody asked; `NotFound`,
/// `Forbidden`.
pub async fn keep_hidden(cx: &Cx, id: MessageId, read: Version, answer: &str) -> Result<()> {
    decide(cx, id, read, EventKind::MessageKeptHidden, None, || {
        Ok(Step::Keep { answer: word("answer", answer)? })
    })
    .await
}

/// Decides about a message, and settles what was reported of it.
pub(super) async fn decide(
    cx: &Cx,
    id: MessageId,
    read: Version,
    kind: EventKind,
    settled: Option<Settled>,
    step: impl FnOnce() -> Result<Step, Refusal>,
) -> Result<()> {
    let found = load::message(cx, id, MessageAction::Judge).await?;
    let step = step()?;
    if found.row.version != read {
        return Err(Refusal::Conflict.into());
    }
    let next = found.standing().after(step)?;
    let tx = cx.begin().await?;
    let more = vec![
        (message::Column::JudgedBy, Expr::value(cx.actor.user_id())),
        (message::Column::JudgedAt, Expr::value(Some(cx.now))),
    ];
    write(&tx, &found, &next, more).await?;
    tell(cx, &tx, kind, &found).await?;
    // What is hidden without a report closes one as well.
    let settled = settled.or_else(|| {
        let hidden = || Settled::Hidden { reason: next.reason.clone(), article: None };
        (kind == EventKind::MessageHidden).then(hidden)
    });
    if let Some(settled) = settled {
        settle(cx, &tx, Reported { kind: ReportedKind::Message, id: id.0 }, &settled).await?;
    }
    cx.commit(tx).await
}
