//! Writing a message of a comment.

use domain::{
    Version,
    behalf::Entered,
    discussions::MessageState,
    ids::{CommentId, CommentMessageId, UserId},
};
use markdown::PIPELINE_VERSION;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};

use super::mentions::{self, Mention};
use crate::{
    Cx, Result, behalf,
    contributions::load::Loaded,
    discussions::rendered,
    entities::comment_message,
    events::{Event, EventKind},
};

/// What is said, where and by whom.
pub(super) struct Said<'a> {
    pub comment: CommentId,
    pub position: i32,
    pub by: UserId,
    pub body: &'a str,
}

/// A message and its beginning, rendered. No other message of a page has its prefix.
pub(super) fn render(comment: CommentId, position: i32, body: &str) -> (String, String) {
    rendered(&format!("c{comment}-{position}-"), body)
}

/// Writes a new message, with who is named in it.
pub(super) async fn insert(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    said: &Said<'_>,
    named: &[Mention],
) -> Result<CommentMessageId> {
    let (html, excerpt) = render(said.comment, said.position, said.body);
    let row = comment_message::ActiveModel {
        comment_id: Set(said.comment),
        position: Set(said.position),
        author_id: Set(said.by),
        state: Set(MessageState::Shown),
        body: Set(said.body.to_owned()),
        html: Set(html),
        excerpt: Set(excerpt),
        pipeline: Set(PIPELINE_VERSION),
        at: Set(cx.now),
        edited_at: Set(None),
        version: Set(Version::FIRST),
        reason: Set(String::new()),
        judged_by: Set(None),
        judged_at: Set(None),
        ..Default::default()
    };
    let id = comment_message::Entity::insert(row).exec(tx).await?.last_insert_id;
    behalf::mark(cx, tx, Entered::Comment, id.0).await?;
    mentions::keep(tx, id, named).await?;
    Ok(id)
}

/// Tells in the journal what was done to a comment, and to whose message if it was to one.
pub(super) async fn tell(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    kind: EventKind,
    text: &Loaded,
    comment: CommentId,
    whose: Option<UserId>,
) -> Result<()> {
    let mut event = Event::new(kind).group(text.group_id).contribution(text.id);
    if let Some(user) = whose {
        event = event.user(user);
    }
    event.data(&serde_json::json!({ "comment": comment }))?.record(cx, tx).await
}
