//! A message of a comment as `moderation` finds it, and what is decided of it there.

use domain::{
    Refusal, Version,
    discussions::{MessageState, Step},
    ids::{CommentId, CommentMessageId, ContributionId, FramingArticleId},
    moderation::{Reported, ReportedKind},
};
use sea_orm::EntityTrait;

use super::{
    judge::decide,
    load::{find, standing, text_read},
    messages::render,
};
use crate::{
    Cx, Found, Result,
    contributions::list::group_ref,
    discussions,
    entities::{comment, comment_message},
    events::EventKind,
    moderation::{Content, Settled, Where},
};

/// The message, for somebody who reads what it says.
///
/// # Errors
/// `NotFound`.
pub(crate) async fn reported(cx: &Cx, id: CommentMessageId) -> Result<Content> {
    let said = comment_message::Entity::find_by_id(id).one(cx.reader()).await?.found()?;
    let of = comment::Entity::find_by_id(said.comment_id).one(cx.reader()).await?.found()?;
    let text = text_read(cx, of.contribution_id).await?;
    find(cx.reader(), text.id, of.id).await?;
    let group = text.facts().group;
    if !discussions::reads(cx, &group, said.state, said.author_id) {
        return Err(Refusal::NotFound.into());
    }
    let gone = said.state == MessageState::Withdrawn;
    Ok(Content {
        what: Reported { kind: ReportedKind::Comment, id: id.0 },
        group: Some(group),
        group_ref: group_ref(cx, &group, text.slug.clone(), text.name.clone()),
        author: Some(said.author_id),
        own: cx.actor.user_id() == Some(said.author_id),
        title: text.title.clone(),
        html: (!gone).then(|| render(of.id, said.position, &said.body).0),
        hidden: standing(&said).is_hidden().then(|| said.reason.clone()),
        judged_by: said.judged_by,
        place: Where::Comment(text.id, of.id),
        version: said.version,
    })
}

/// Hides a reported message, as [`hide`](super::hide) does, with the article that it breaks.
///
/// # Errors
/// As [`hide`](super::hide).
pub(crate) async fn hide_for(
    cx: &Cx,
    id: ContributionId,
    which: (CommentId, CommentMessageId, Version),
    reason: &str,
    article: Option<FramingArticleId>,
) -> Result<()> {
    let reason = reason.to_owned();
    let settled = Settled::Hidden { reason: reason.clone(), article };
    decide(cx, id, which, EventKind::CommentHidden, Some(settled), || Ok(Step::Hide { reason })).await
}

/// Shows again a message whose author appealed; they read what is said.
///
/// # Errors
/// As [`show_again`](super::show_again).
pub(crate) async fn show_for(
    cx: &Cx,
    id: ContributionId,
    which: (CommentId, CommentMessageId, Version),
    ruling: &str,
) -> Result<()> {
    let settled = Settled::Shown { ruling: Some(ruling.to_owned()) };
    decide(cx, id, which, EventKind::CommentShownAgain, Some(settled), || Ok(Step::Show)).await
}
