//! What discussions ask of a person: an answer about a hidden message, or a look at what was hidden of theirs.

use chrono::{DateTime, Utc};
use domain::{
    discussions::MessageState,
    groups::{GroupRole, Visibility},
    ids::{GroupId, MessageId, ThreadId, UserId},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    Select,
};

use super::load::to_role;
use crate::{
    Cx, Result, contributions,
    contributions::GroupRef,
    entities::{group, join, membership, message, thread},
    groups::work_visible_to,
};

/// Given at most.
const AT_MOST: u64 = 50;

/// A group in which hidden messages wait for the answer of the person asking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToModerate {
    /// Its identifier.
    pub id: GroupId,
    /// Which group.
    pub group: GroupRef,
    /// How many messages wait.
    pub count: u64,
    /// Since when the first of them does.
    pub since: Option<DateTime<Utc>>,
}

/// A message of the person asking that was hidden, and that they have neither asked for again nor been answered about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HiddenMessage {
    /// Which one.
    pub id: MessageId,
    /// The discussion it is in.
    pub thread: ThreadId,
    /// What this is about, typeset.
    pub subject: String,
    /// Its group.
    pub group: GroupRef,
    /// Since when.
    pub since: Option<DateTime<Utc>>,
}

/// The groups where authors of hidden messages wait for the person asking, or that one of them: one query, for those
/// who look after discussions.
///
/// # Errors
/// `SignInRequired`.
pub async fn to_moderate(cx: &Cx, of: Option<GroupId>) -> Result<Vec<ToModerate>> {
    #[derive(FromQueryResult)]
    struct Line {
        group_id: GroupId,
        slug: String,
        name: String,
        waiting: i64,
        since: Option<DateTime<Utc>>,
    }
    let person = cx.person()?;
    let mine: Vec<GroupId> = person.run_groups().collect();
    if mine.is_empty() && !cx.actor.presides() {
        return Ok(Vec::new());
    }
    // A facilitator decides about everybody but the facilitators; about these, the chair.
    let by_facilitator = membership::Column::Role.eq(GroupRole::Facilitator);
    let not_by_facilitator = Condition::any()
        .add(membership::Column::Role.is_null())
        .add(membership::Column::Role.ne(GroupRole::Facilitator));
    let mut mine_to_judge =
        Condition::any().add(Condition::all().add(group::Column::Id.is_in(mine)).add(not_by_facilitator));
    if cx.actor.presides() {
        let read: Vec<GroupId> = cx.actor.groups().collect();
        let seen = Condition::any()
            .add(group::Column::Visibility.ne(Visibility::Secret))
            .add(group::Column::Id.is_in(read));
        mine_to_judge = mine_to_judge.add(Condition::all().add(seen).add(by_facilitator));
    }
    let lines: Vec<Line> = in_groups(message::Entity::find(), of)
        .select_only()
        .column_as(group::Column::Id, "group_id")
        .columns([group::Column::Slug, group::Column::Name])
        .column_as(message::Column::Id.count(), "waiting")
        .column_as(message::Column::AskedAt.min(), "since")
        .join(JoinType::LeftJoin, to_role())
        .filter(message::Column::State.eq(MessageState::Asked))
        .filter(message::Column::AuthorId.ne(person.id))
        .filter(mine_to_judge)
        .group_by(group::Column::Id)
        .group_by(group::Column::Slug)
        .group_by(group::Column::Name)
        .order_by_asc(group::Column::Name)
        .limit(AT_MOST)
        .into_model()
        .all(cx.reader())
        .await?;
    let asked = |line: Line| ToModerate {
        id: line.group_id,
        group: GroupRef { slug: line.slug, name: contributions::typeset(&line.name) },
        count: line.waiting.unsigned_abs(),
        since: line.since,
    };
    Ok(lines.into_iter().map(asked).collect())
}

/// The hidden messages of the person asking, in groups they still read or in one of them: one query.
///
/// # Errors
/// `SignInRequired`.
pub async fn hidden_of_mine(cx: &Cx, of: Option<GroupId>) -> Result<Vec<HiddenMessage>> {
    #[derive(FromQueryResult)]
    struct Line {
        id: MessageId,
        thread_id: ThreadId,
        subject: String,
        slug: String,
        name: String,
        judged_at: Option<DateTime<Utc>>,
    }
    let me: UserId = cx.person()?.id;
    let lines: Vec<Line> = in_groups(message::Entity::find(), of)
        .select_only()
        .columns([message::Column::Id, message::Column::ThreadId, message::Column::JudgedAt])
        .column(thread::Column::Subject)
        .columns([group::Column::Slug, group::Column::Name])
        .filter(message::Column::AuthorId.eq(me))
        .filter(message::Column::State.eq(MessageState::Hidden))
        // Once it was answered that it stays hidden, nothing more is asked of its author.
        .filter(message::Column::Answer.eq(""))
        .filter(work_visible_to(&cx.actor))
        .order_by_desc(message::Column::JudgedAt)
        .limit(AT_MOST)
        .into_model()
        .all(cx.reader())
        .await?;
    let hidden = |line: Line| HiddenMessage {
        id: line.id,
        thread: line.thread_id,
        subject: contributions::typeset(&line.subject),
        group: GroupRef { slug: line.slug, name: contributions::typeset(&line.name) },
        since: line.judged_at,
    };
    Ok(lines.into_iter().map(hidden).collect())
}

fn in_groups(found: Select<message::Entity>, of: Option<GroupId>) -> Select<message::Entity> {
    let threads = join::<message::Entity, thread::Entity>(message::Column::ThreadId, thread::Column::Id);
    let groups = join::<thread::Entity, group::Entity>(thread::Column::GroupId, group::Column::Id);
    let found = found.join(JoinType::InnerJoin, threads).join(JoinType::InnerJoin, groups);
    match of {
        Some(group) => found.filter(group::Column::Id.eq(group)),
        None => found,
    }
}
