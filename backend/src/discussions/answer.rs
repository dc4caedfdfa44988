//! Answering in a discussion.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Version,
    behalf::Entered,
    discussions::{self, MessageForm, MessageState, Opening, Rank},
    ids::{MessageId, ThreadId, UserId},
};
use markdown::PIPELINE_VERSION;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    sea_query::Expr,
};

use super::{
    load, read, render,
    unsent::{self, Spot},
};
use crate::{
    Cx, Result, behalf,
    entities::{message, thread},
    events::{Event, EventKind},
};

/// The same words sent twice within this time are one message: a button pressed twice.
const TWICE: TimeDelta = TimeDelta::seconds(60);

/// Where, by whom and when a message is written.
pub(super) struct Said {
    pub thread: ThreadId,
    pub position: i32,
    pub by: UserId,
    pub at: DateTime<Utc>,
    pub answers: Option<MessageId>,
}

/// Answers, perhaps one message in particular, and gives the number of the new message.
///
/// # Errors
/// `Invalid`; `NotFound` for those who do not read the discussion; `Forbidden` for those who only read it;
/// `Transition` if it is closed or the group has ended its work.
pub async fn answer(cx: &Cx, id: ThreadId, to: Option<i32>, form: &MessageForm) -> Result<i32> {
    let found = load::thread_to_write(cx, id).await?;
    let me = cx.person()?.id;
    let text = form.check(Rank::Answer)?;
    let tx = cx.begin().await?;
    let held = load::hold(&tx, id).await?;
    // Closed between the page and now.
    let opening = if held.closed_at.is_some() { Opening::Closed } else { Opening::Open };
    discussions::may_be_written(&found.group(), opening)?;
    if let Some(same) = at_position(&tx, id, held.messages).await?
        && (same.author_id, same.body.as_str()) == (me, text.body.as_str())
        && cx.now - same.at < TWICE
    {
        return Ok(same.position);
    }
    let answers = match to {
        Some(position) => at_position(&tx, id, position).await?.map(|row| row.id),
        None => None,
    };
    let position = held.messages + 1;
    let message =
        insert(&tx, &Said { thread: id, position, by: me, at: cx.now, answers }, &text.body).await?;
    behalf::mark(cx, &tx, Entered::Message, message.0).await?;
    thread::Entity::update_many()
        .col_expr(thread::Column::Messages, Expr::value(position))
        .col_expr(thread::Column::Answers, Expr::value(held.answers + i32::from(me != held.author_id)))
        .col_expr(thread::Column::LastAt, Expr::value(cx.now))
        .col_expr(thread::Column::LastBy, Expr::value(me))
        .filter(thread::Column::Id.eq(id))
        .exec(&tx)
        .await?;
    read::up_to(cx, &tx, me, id, position).await?;
    unsent::forget(&tx, me, Spot { group: found.group_id, thread: Some(id), message: None }).await?;
    Event::new(EventKind::ThreadAnswered)
        .group(found.group_id)
        .data(&serde_json::json!({ "thread": id, "message": position }))?
        .record(cx, &tx)
        .await?;
    cx.commit(tx).await?;
    Ok(position)
}

/// Writes a new message, rendered.
pub(super) async fn insert(tx: &impl ConnectionTrait, said: &Said, body: &str) -> Result<MessageId> {
    let rendering = render::render(&render::prefix(said.thread, said.position), body);
    let row = message::ActiveModel {
        thread_id: Set(said.thread),
        position: Set(said.position),
        author_id: Set(said.by),
        answers_id: Set(said.answers),
        state: Set(MessageState::Shown),
        body: Set(body.to_owned()),
        html: Set(rendering.html),
        excerpt: Set(rendering.excerpt),
        pipeline: Set(PIPELINE_VERSION),
        at: Set(said.at),
        edited_at: Set(None),
        version: Set(Version::FIRST),
        reason: Set(String::new()),
        plea: Set(String::new()),
        answer: Set(String::new()),
        asked_at: Set(None),
        judged_by: Set(None),
        judged_at: Set(None),
        ..Default::default()
    };
    Ok(row.insert(tx).await?.id)
}

/// The message of this number.
pub(super) async fn at_position(
    db: &impl ConnectionTrait,
    thread: ThreadId,
    position: i32,
) -> Result<Option<message::Model>> {
    let row = message::Entity::find()
        .filter(message::Column::ThreadId.eq(thread))
        .filter(message::Column::Position.eq(position))
        .one(db)
        .await?;
    Ok(row)
}
