//! A message as `moderation` finds it, and what is decided of it there.

use domain::{
    Refusal, Version,
    discussions::{MessageState, Step},
    ids::{FramingArticleId, MessageId},
    moderation::{Reported, ReportedKind},
    policy::MessageAction,
};

use super::{
    judge::decide,
    load::{self, Reader},
    render,
};
use crate::{
    Cx, Result,
    events::EventKind,
    moderation::{Content, Settled, Where},
};

/// The message, for somebody who reads what it says.
///
/// # Errors
/// `NotFound`.
pub(crate) async fn reported(cx: &Cx, id: MessageId) -> Result<Content> {
    let found = load::message(cx, id, MessageAction::Read).await?;
    let (row, thread) = (&found.row, &found.thread);
    let group = thread.group();
    if !Reader::of(cx, &group).reads(row.state, row.author_id) {
        return Err(Refusal::NotFound.into());
    }
    let gone = row.state == MessageState::Withdrawn;
    Ok(Content {
        what: Reported { kind: ReportedKind::Message, id: id.0 },
        group: Some(group),
        group_ref: Some(thread.group_ref()),
        author: Some(row.author_id),
        own: cx.actor.user_id() == Some(row.author_id),
        title: thread.subject.clone(),
        html: (!gone).then(|| render::render(&render::prefix(thread.id, row.position), &row.body).html),
        hidden: found.standing().is_hidden().then(|| row.reason.clone()),
        judged_by: row.judged_by,
        place: Where::Message(thread.slug.clone(), thread.id, id),
        version: row.version,
    })
}

/// Hides a reported message, as [`hide`](super::hide) does, with the article that it breaks.
///
/// # Errors
/// As [`hide`](super::hide).
pub(crate) async fn hide_for(
    cx: &Cx,
    id: MessageId,
    read: Version,
    reason: &str,
    article: Option<FramingArticleId>,
) -> Result<()> {
    let reason = reason.to_owned();
    let settled = Settled::Hidden { reason: reason.clone(), article };
    decide(cx, id, read, EventKind::MessageHidden, Some(settled), || Ok(Step::Hide { reason })).await
}

/// Shows again a message whose author appealed; they read what is said.
///
/// # Errors
/// As [`show_again`](super::show_again).
pub(crate) async fn show_for(cx: &Cx, id: MessageId, read: Version, ruling: &str) -> Result<()> {
    let settled = Settled::Shown { ruling: Some(ruling.to_owned()) };
    decide(cx, id, read, EventKind::MessageShownAgain, Some(settled), || Ok(Step::Show)).await
}
