//! What is hidden in a group, what its authors ask, and who decided what.

use chrono::{DateTime, Utc};
use domain::{
    discussions::MessageState,
    groups::{GroupFacts, GroupRole},
    ids::{MessageId, ThreadId, UserId},
    policy::{GroupAction, MessageAction, Permission},
};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, Order, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
    sea_query::{Expr, ExprTrait},
};
use serde::Deserialize;

use super::load::{facts, to_role};
use crate::{
    Cx, Page, PageNumber, Result, contributions,
    contributions::GroupRef,
    entities::{event, group, join, membership, message, thread, user},
    events::EventKind,
    groups, people,
};

/// Hidden messages a page.
const SIZE: u64 = 20;
/// Decisions shown.
const ACTS: u64 = 30;

/// What those who look after the discussions of a group do, as the journal tells it.
const KINDS: [EventKind; 6] = [
    EventKind::MessageHidden,
    EventKind::MessageAskedAgain,
    EventKind::MessageShownAgain,
    EventKind::MessageKeptHidden,
    EventKind::ThreadClosed,
    EventKind::ThreadReopened,
];

/// A hidden message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HiddenRow {
    /// Which one.
    pub id: MessageId,
    /// The discussion it is in.
    pub thread: ThreadId,
    /// What this is about, typeset.
    pub subject: String,
    /// Its author.
    pub by: String,
    /// Why it was hidden.
    pub reason: String,
    /// Whether its author asks for it again.
    pub asked: bool,
    /// Since when it waits, or is hidden.
    pub since: Option<DateTime<Utc>>,
    /// Whether the person asking may decide about it.
    pub judge: bool,
}

/// Something that was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// What.
    pub kind: EventKind,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
    /// About whose message.
    pub whose: String,
    /// In which discussion, with its subject as it is now.
    pub thread: Option<(ThreadId, String)>,
}

/// What is hidden in a group, and what was decided.
#[derive(Clone, Debug)]
pub struct Moderation {
    /// Which group.
    pub group: GroupRef,
    /// The hidden messages: those that are asked for first.
    pub hidden: Page<HiddenRow>,
    /// How many of them are asked for.
    pub waiting: u64,
    /// What was decided, the latest first.
    pub acts: Vec<Act>,
}

/// What is hidden in a group, for those who look after its discussions.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn moderation(cx: &Cx, slug: &str, page: PageNumber) -> Result<Moderation> {
    let group = groups::find(cx, slug, GroupAction::Moderate).await?;
    let waiting = super::list::waiting(cx, group.id).await?;
    let hidden = hidden(cx, &group.facts(), page).await?;
    let acts = acts(cx, &group).await?;
    let name = contributions::typeset(&group.name);
    Ok(Moderation { group: GroupRef { slug: group.slug, name }, hidden, waiting, acts })
}

async fn hidden(cx: &Cx, group: &GroupFacts, page: PageNumber) -> Result<Page<HiddenRow>> {
    #[derive(FromQueryResult)]
    struct Line {
        id: MessageId,
        thread_id: ThreadId,
        subject: String,
        author_id: UserId,
        name: String,
        role: Option<GroupRole>,
        state: MessageState,
        reason: String,
        asked_at: Option<DateTime<Utc>>,
        judged_at: Option<DateTime<Utc>>,
    }
    let found = message::Entity::find()
        .join(
            JoinType::InnerJoin,
            join::<message::Entity, thread::Entity>(message::Column::ThreadId, thread::Column::Id),
        )
        .filter(thread::Column::GroupId.eq(group.id))
        .filter(message::Column::State.is_in([MessageState::Hidden, MessageState::Asked]));
    let total = found.clone().count(cx.reader()).await?;
    let lines: Vec<Line> = found
        .select_only()
        .columns([
            message::Column::Id,
            message::Column::ThreadId,
            message::Column::AuthorId,
            message::Column::State,
            message::Column::Reason,
            message::Column::AskedAt,
            message::Column::JudgedAt,
        ])
        .column(thread::Column::Subject)
        .column(user::Column::Name)
        .column_as(membership::Column::Role, "role")
        .join(
            JoinType::InnerJoin,
            join::<message::Entity, user::Entity>(message::Column::AuthorId, user::Column::Id),
        )
        .join(JoinType::LeftJoin, to_role())
        .order_by(
            Expr::col((message::Entity, message::Column::State)).eq(MessageState::Asked.code()),
            Order::Desc,
        )
        .order_by_desc(message::Column::JudgedAt)
        .order_by_desc(message::Column::Id)
        .offset(page.offset(SIZE))
        .limit(SIZE)
        .into_model()
        .all(cx.reader())
        .await?;
    let row = |line: Line| {
        let about = facts(cx, *group, line.author_id, line.role);
        let asked = line.state == MessageState::Asked;
        HiddenRow {
            id: line.id,
            thread: line.thread_id,
            subject: contributions::typeset(&line.subject),
            by: line.name,
            reason: contributions::typeset(&line.reason),
            asked,
            since: if asked { line.asked_at } else { line.judged_at },
            judge: cx.may(Permission::Message(MessageAction::Judge, &about)),
        }
    };
    Ok(Page { rows: lines.into_iter().map(row).collect(), number: page, total, size: SIZE })
}

async fn acts(cx: &Cx, group: &group::Model) -> Result<Vec<Act>> {
    #[derive(Deserialize)]
    struct Details {
        thread: Option<ThreadId>,
    }
    let rows = event::Entity::find()
        .filter(event::Column::GroupId.eq(group.id))
        .filter(event::Column::Kind.is_in(KINDS.map(EventKind::code)))
        .order_by_desc(event::Column::Id)
        .limit(ACTS)
        .all(cx.reader())
        .await?;
    let people: Vec<UserId> = rows.iter().flat_map(|row| [row.actor_id, row.user_id]).flatten().collect();
    let people = people::names(cx.reader(), people).await?;
    let about = |row: &event::Model| serde_json::from_str::<Details>(&row.data).ok()?.thread;
    let threads: Vec<ThreadId> = rows.iter().filter_map(about).collect();
    let subjects: std::collections::BTreeMap<ThreadId, String> = thread::Entity::find()
        .select_only()
        .columns([thread::Column::Id, thread::Column::Subject])
        .filter(thread::Column::Id.is_in(threads))
        .filter(thread::Column::GroupId.eq(group.id))
        .into_tuple()
        .all(cx.reader())
        .await?
        .into_iter()
        .collect();
    let named = |id: Option<UserId>| id.and_then(|id| people.get(&id).cloned()).unwrap_or_default();
    let act = |row: &event::Model| {
        let kind = KINDS.iter().copied().find(|kind| kind.code() == row.kind)?;
        let thread =
            about(row).and_then(|id| subjects.get(&id).map(|subject| (id, contributions::typeset(subject))));
        Some(Act { kind, at: row.at, by: named(row.actor_id), whose: named(row.user_id), thread })
    };
    Ok(rows.iter().filter_map(act).collect())
}
