//! The discussions of the demonstration council: written at their date by their people, with what became of them.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Actor, Refusal,
    discussions::{Standing, Step},
    ids::{GroupId, ThreadId, UserId},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};
use serde_json::{Value, json};

use super::{
    answer::{Said, at_position, insert},
    read,
};
use crate::{
    Cx, Found, Result, contributions,
    entities::{group, message, thread},
    events::EventKind,
};

/// How long after a message something is decided about it.
const LATER: TimeDelta = TimeDelta::minutes(45);

/// A discussion to be brought in.
#[derive(Clone, Debug)]
pub struct PastThread {
    /// The address of its group.
    pub group: String,
    /// What it is about.
    pub subject: String,
    /// The title of the text it is about, if any.
    pub text: Option<String>,
    /// Who looks after the discussion.
    pub facilitator: UserId,
    /// What they said when they closed it, if they did.
    pub closed: Option<String>,
    /// Its messages, in order.
    pub messages: Vec<PastMessage>,
}

/// A message to be brought in.
#[derive(Clone, Debug)]
pub struct PastMessage {
    /// Its author.
    pub by: UserId,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// What it says.
    pub body: String,
    /// The number of the message that it answers.
    pub answers: Option<i32>,
    /// What was done to it since, in order.
    pub steps: Vec<Step>,
}

/// Brings in a discussion with its messages; its authors have read it up to their own words.
///
/// # Errors
/// `NotFound` but for the program itself, or for a group that is not there; `Transition` for steps that cannot follow.
pub async fn bring_in(cx: &Cx, past: &PastThread) -> Result<ThreadId> {
    if cx.actor != Actor::System {
        return Err(Refusal::NotFound.into());
    }
    let group =
        group::Entity::find().filter(group::Column::Slug.eq(&past.group)).one(cx.reader()).await?.found()?;
    let text = match &past.text {
        Some(title) => Some(contributions::by_title(cx, title).await?.found()?.id),
        None => None,
    };
    let (first, last) = past.messages.first().zip(past.messages.last()).found()?;
    let gone = |said: &PastMessage| said.steps.contains(&Step::Withdraw);
    let answers = past.messages.iter().filter(|said| said.by != first.by && !gone(said)).count();
    let tx = cx.begin().await?;
    let row = thread::ActiveModel {
        group_id: Set(group.id),
        contribution_id: Set(text),
        subject: Set(past.subject.clone()),
        author_id: Set(first.by),
        created_at: Set(first.at),
        messages: Set(i32::try_from(past.messages.len()).unwrap_or(i32::MAX)),
        answers: Set(i32::try_from(answers).unwrap_or(i32::MAX)),
        last_at: Set(last.at),
        last_by: Set(last.by),
        closed_at: Set(past.closed.as_ref().map(|_| last.at + LATER)),
        closed_by: Set(past.closed.as_ref().map(|_| past.facilitator)),
        closing_word: Set(past.closed.clone().unwrap_or_default()),
        ..Default::default()
    };
    let id = row.insert(&tx).await?.id;
    for (position, said) in (1..).zip(&past.messages) {
        let answers = match said.answers {
            Some(position) => at_position(&tx, id, position).await?.map(|row| row.id),
            None => None,
        };
        let at = Said { thread: id, position, by: said.by, at: said.at, answers };
        let written = insert(&tx, &at, &said.body).await?;
        read::up_to(cx, &tx, said.by, id, position).await?;
        let mut now = Standing::posted(said.body.clone());
        for step in &said.steps {
            now = now.after(step.clone())?;
        }
        if !said.steps.is_empty() {
            let mut row = message::ActiveModel {
                id: Set(written),
                state: Set(now.state),
                version: Set(now.version),
                reason: Set(now.reason.clone()),
                plea: Set(now.plea.clone()),
                answer: Set(now.answer.clone()),
                ..Default::default()
            };
            if now.body.is_empty() {
                row.body = Set(String::new());
                row.html = Set(String::new());
                row.excerpt = Set(String::new());
            } else {
                row.judged_by = Set(Some(past.facilitator));
                row.judged_at = Set(Some(said.at + LATER));
                row.asked_at = Set((!now.plea.is_empty()).then_some(said.at + LATER * 2));
            }
            row.update(&tx).await?;
        }
    }
    cx.commit(tx).await?;
    Ok(id)
}

/// A line of the journal to come.
pub(crate) struct Told {
    pub at: DateTime<Utc>,
    pub kind: EventKind,
    pub by: UserId,
    pub group: GroupId,
    pub user: Option<UserId>,
    pub data: Value,
}

/// What the journal tells of the discussions that were brought in.
pub(crate) async fn told(tx: &impl ConnectionTrait) -> Result<Vec<Told>> {
    let mut told = Vec::new();
    for thread in thread::Entity::find().order_by_asc(thread::Column::Id).all(tx).await? {
        let group = thread.group_id;
        let rows = message::Entity::find()
            .filter(message::Column::ThreadId.eq(thread.id))
            .order_by_asc(message::Column::Position)
            .all(tx)
            .await?;
        for row in rows {
            let data = json!({ "thread": thread.id, "message": row.position });
            let line = |at, kind, by, user| Told { at, kind, by, group, user, data: data.clone() };
            let kind = if row.position == 1 { EventKind::ThreadOpened } else { EventKind::ThreadAnswered };
            told.push(line(row.at, kind, row.author_id, None));
            if let Some((by, at)) = row.judged_by.zip(row.judged_at) {
                told.push(line(at, EventKind::MessageHidden, by, Some(row.author_id)));
            }
            if let Some(at) = row.asked_at {
                told.push(line(at, EventKind::MessageAskedAgain, row.author_id, Some(row.author_id)));
            }
            if row.body.is_empty() {
                let kind = EventKind::MessageWithdrawn;
                told.push(line(row.at + LATER, kind, row.author_id, Some(row.author_id)));
            }
        }
        if let Some((by, at)) = thread.closed_by.zip(thread.closed_at) {
            let data = json!({ "thread": thread.id });
            told.push(Told { at, kind: EventKind::ThreadClosed, by, group, user: None, data });
        }
    }
    Ok(told)
}
