//! Messages of the discussions: for those who read the work of the group, and hidden ones for who may see them.

use chrono::{DateTime, Utc};
use domain::{
    discussions::MessageState,
    groups::{GroupFacts, GroupRole, GroupState, Visibility},
    ids::{GroupId, MessageId, ThreadId, UserId},
    search::SubjectKind,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter,
    QuerySelect, Select, sea_query::Expr,
};

use super::{Named, Readable};
use crate::{
    Cx, Result,
    contributions::typeset,
    discussions,
    entities::{group, join, message, thread, user},
    groups,
    search::view::Subject,
};

/// The query also joins `groups`. A test compares this with what the pages of discussions show.
pub(super) fn visible(cx: &Cx) -> Condition {
    Condition::all().add(groups::work_visible_to(&cx.actor)).add(read_by(
        cx,
        message::Column::State,
        message::Column::AuthorId,
    ))
}

/// What is shown, and what is hidden for its author and those who look after the discussions of the group. The query also
/// joins `groups`.
pub(super) fn read_by<C: ColumnTrait>(cx: &Cx, state: C, author: C) -> Condition {
    let actor = &cx.actor;
    let facilitated: Vec<GroupId> = actor
        .person()
        .into_iter()
        .flat_map(|person| &person.groups)
        .filter(|(_, role)| *role == GroupRole::Facilitator)
        .map(|(id, _)| *id)
        .collect();
    let mut looks_after = Condition::any().add(group::Column::Id.is_in(facilitated));
    if actor.presides() {
        looks_after = looks_after
            .add(group::Column::Visibility.ne(Visibility::Secret))
            .add(group::Column::Id.is_in(actor.groups()));
    }
    let hidden = Condition::all()
        .add(state.is_in([MessageState::Hidden, MessageState::Asked]))
        .add(looks_after.add_option(actor.user_id().map(|me| author.eq(me))));
    Condition::any().add(state.eq(MessageState::Shown)).add(hidden)
}

pub(super) async fn all(db: &impl ConnectionTrait) -> Result<Vec<(i64, DateTime<Utc>)>> {
    let rows = message::Entity::find()
        .select_only()
        .columns([message::Column::Id, message::Column::At])
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows)
}

pub(super) async fn read(db: &impl ConnectionTrait, ids: Vec<i64>) -> Result<Vec<Readable>> {
    // What was taken back is said nowhere any more.
    let found = message::Entity::find()
        .filter(message::Column::Id.is_in(ids))
        .filter(message::Column::State.ne(MessageState::Withdrawn));
    let readable = |line: Line| Readable {
        kind: SubjectKind::Message,
        id: line.id.0,
        group: Some(line.group_id),
        contribution: None,
        authors: vec![line.author_id],
        at: line.edited_at.unwrap_or(line.at),
        // The subject came with the first message, and is hidden with it.
        title: if line.position == 1 { line.subject } else { String::new() },
        body: markdown::plain(&line.body),
    };
    Ok(lines(found).all(db).await?.into_iter().map(readable).collect())
}

#[derive(FromQueryResult)]
struct Line {
    id: MessageId,
    thread_id: ThreadId,
    position: i32,
    author_id: UserId,
    author: String,
    body: String,
    at: DateTime<Utc>,
    edited_at: Option<DateTime<Utc>>,
    subject: String,
    opener: UserId,
    first_state: MessageState,
    group_id: GroupId,
    visibility: Visibility,
    group_state: GroupState,
    slug: String,
}

fn lines(found: Select<message::Entity>) -> sea_orm::Selector<sea_orm::SelectModel<Line>> {
    // The first message of a discussion, beside the one that was found.
    let first = thread::Entity::belongs_to(message::Entity)
        .from(thread::Column::Id)
        .to(message::Column::ThreadId)
        .on_condition(|_, messages| {
            use sea_orm::sea_query::{ExprTrait, IntoCondition};
            Expr::col((messages, message::Column::Position)).eq(1).into_condition()
        });
    found
        .select_only()
        .columns([
            message::Column::Id,
            message::Column::ThreadId,
            message::Column::Position,
            message::Column::AuthorId,
            message::Column::Body,
            message::Column::At,
            message::Column::EditedAt,
        ])
        .column_as(user::Column::Name, "author")
        .columns([thread::Column::Subject, thread::Column::GroupId])
        .column_as(thread::Column::AuthorId, "opener")
        .columns([group::Column::Visibility, group::Column::Slug])
        .column_as(group::Column::State, "group_state")
        .expr_as(Expr::col(("first", message::Column::State)), "first_state")
        .join(
            JoinType::InnerJoin,
            join::<message::Entity, thread::Entity>(message::Column::ThreadId, thread::Column::Id),
        )
        .join(
            JoinType::InnerJoin,
            join::<thread::Entity, group::Entity>(thread::Column::GroupId, group::Column::Id),
        )
        .join(
            JoinType::InnerJoin,
            join::<message::Entity, user::Entity>(message::Column::AuthorId, user::Column::Id),
        )
        .join_as(JoinType::InnerJoin, first.into(), "first")
        .into_model()
}

pub(super) async fn named(cx: &Cx, ids: Vec<i64>) -> Result<Vec<(i64, Named)>> {
    let found = message::Entity::find().filter(message::Column::Id.is_in(ids));
    let named = |line: Line| {
        let facts = GroupFacts { id: line.group_id, visibility: line.visibility, state: line.group_state };
        let reads = discussions::reads(cx, &facts, line.first_state, line.opener);
        let subject = Subject::Message { slug: line.slug, thread: line.thread_id, position: line.position };
        let title = if reads { typeset(&line.subject) } else { String::new() };
        (line.id.0, Named { subject, title, by: vec![line.author] })
    };
    Ok(lines(found).all(cx.reader()).await?.into_iter().map(named).collect())
}
