//! Lists of discussions: one query for the rows, no message loaded.

use chrono::{DateTime, Utc};
use domain::{
    contributions::ContributionFacts,
    discussions::MessageState,
    groups::GroupFacts,
    ids::{GroupId, ThreadId, UserId},
    policy::{self, GroupAction, Permission},
};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, RelationDef, Select,
    sea_query::{Expr, IntoCondition},
};

use super::load::{Reader, to_first};
use crate::{
    Cx, Page, PageNumber, Result, contributions,
    contributions::GroupRef,
    entities::{join, message, thread, thread_read, user},
    groups::{self, GroupView},
};

/// Discussions a page.
const SIZE: u64 = 20;
/// Discussions on the page of their group.
const LATEST: u64 = 3;

/// Discussions on the page of their text.
const ABOUT: u64 = 10;

/// Which discussions are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All of them.
    #[default]
    All,
    /// Those still open to which nobody answered but who began them.
    Unanswered,
}

/// A discussion in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreadRow {
    /// Which one.
    pub id: ThreadId,
    /// What it is about, typeset; none when it was hidden with the first message.
    pub subject: Option<String>,
    /// Who began it.
    pub by: String,
    /// How many messages it holds.
    pub messages: u64,
    /// How many of them the person asking has not read.
    pub unread: u64,
    /// When the last message was written.
    pub last_at: DateTime<Utc>,
    /// By whom.
    pub last_by: String,
    /// Whether it is closed.
    pub closed: bool,
    /// Whether somebody answered who did not begin it, and did not take it back.
    pub answered: bool,
}

impl ThreadRow {
    /// The number of the first message that this person has not read, once they have read some.
    pub fn first_unread(&self) -> Option<u64> {
        (self.unread > 0 && self.unread < self.messages).then(|| self.messages - self.unread + 1)
    }
}

#[derive(FromQueryResult)]
struct Line {
    id: ThreadId,
    subject: String,
    author_id: UserId,
    author: String,
    messages: i32,
    last_at: DateTime<Utc>,
    last: String,
    closed_at: Option<DateTime<Utc>>,
    first_state: MessageState,
    read: Option<i32>,
    answers: i32,
}

/// The discussions of a group, for somebody who reads its work.
#[derive(Clone, Debug)]
pub struct Listing {
    /// Which group.
    pub group: GroupRef,
    /// Whether the person asking may begin one now.
    pub begin: bool,
    /// How many hidden messages wait for an answer, for those who look after the discussions.
    pub waiting: Option<u64>,
    /// The discussions.
    pub page: Page<ThreadRow>,
}

/// The discussions of a group, those that moved last first.
///
/// # Errors
/// `NotFound`, `Forbidden` for those who do not read the work of the group.
pub async fn list(cx: &Cx, slug: &str, filter: Filter, page: PageNumber) -> Result<Listing> {
    let group = groups::find(cx, slug, GroupAction::ReadWork).await?;
    let mut found = thread::Entity::find().filter(thread::Column::GroupId.eq(group.id));
    if filter == Filter::Unanswered {
        found = found.filter(thread::Column::Answers.eq(0)).filter(thread::Column::ClosedAt.is_null());
    }
    let total = found.clone().count(cx.reader()).await?;
    let found = found.offset(page.offset(SIZE)).limit(SIZE);
    let facts = group.facts();
    let may = |action| cx.may(Permission::Group(action, &facts));
    let rows = rows(cx, found, &facts).await?;
    let waiting = if may(GroupAction::Moderate) { Some(waiting(cx, group.id).await?) } else { None };
    Ok(Listing {
        begin: may(GroupAction::Discuss) && policy::group_is_at_work(&facts).is_ok(),
        waiting,
        page: Page { rows, number: page, total, size: SIZE },
        group: GroupRef { slug: group.slug, name: contributions::typeset(&group.name) },
    })
}

/// The open discussions of a group that wait for a first answer, for whoever takes over from its facilitator.
///
/// # Errors
/// `NotFound`, `Forbidden` for those who do not read the work of the group.
pub async fn unanswered(cx: &Cx, slug: &str) -> Result<Page<ThreadRow>> {
    Ok(list(cx, slug, Filter::Unanswered, PageNumber::FIRST).await?.page)
}

/// The three discussions of a group that moved last; none for those who do not read its work.
///
/// # Errors
/// The database cannot be read.
pub async fn latest(cx: &Cx, group: &GroupView) -> Result<Vec<ThreadRow>> {
    let facts = GroupFacts { id: group.id, visibility: group.visibility, state: group.state };
    if !cx.may(Permission::Group(GroupAction::ReadWork, &facts)) {
        return Ok(Vec::new());
    }
    let found = thread::Entity::find().filter(thread::Column::GroupId.eq(group.id)).limit(LATEST);
    rows(cx, found, &facts).await
}

/// The discussions about a text that moved last; none for those who do not read the work of its group.
///
/// # Errors
/// The database cannot be read.
pub async fn about(cx: &Cx, text: &ContributionFacts) -> Result<Vec<ThreadRow>> {
    if !cx.may(Permission::Group(GroupAction::ReadWork, &text.group)) {
        return Ok(Vec::new());
    }
    let found = thread::Entity::find()
        .filter(thread::Column::ContributionId.eq(text.id))
        .filter(thread::Column::GroupId.eq(text.group.id))
        .limit(ABOUT);
    rows(cx, found, &text.group).await
}

async fn rows(cx: &Cx, found: Select<thread::Entity>, group: &GroupFacts) -> Result<Vec<ThreadRow>> {
    let reader = Reader::of(cx, group);
    let author = join::<thread::Entity, user::Entity>(thread::Column::AuthorId, user::Column::Id);
    let last = join::<thread::Entity, user::Entity>(thread::Column::LastBy, user::Column::Id);
    let lines: Vec<Line> = found
        .select_only()
        .columns([
            thread::Column::Id,
            thread::Column::Subject,
            thread::Column::AuthorId,
            thread::Column::Messages,
            thread::Column::Answers,
            thread::Column::LastAt,
            thread::Column::ClosedAt,
        ])
        .column_as(message::Column::State, "first_state")
        .column_as(thread_read::Column::Position, "read")
        .expr_as(Expr::col(("author", user::Column::Name)), "author")
        .expr_as(Expr::col(("last", user::Column::Name)), "last")
        .join(JoinType::InnerJoin, to_first())
        .join_as(JoinType::InnerJoin, author, "author")
        .join_as(JoinType::InnerJoin, last, "last")
        .join(JoinType::LeftJoin, to_read(cx))
        .order_by_desc(thread::Column::LastAt)
        .order_by_desc(thread::Column::Id)
        .into_model()
        .all(cx.reader())
        .await?;
    let row = |line: Line| {
        let reads = reader.reads(line.first_state, line.author_id);
        let messages = u64::try_from(line.messages).unwrap_or_default();
        let read = u64::try_from(line.read.unwrap_or_default()).unwrap_or_default();
        ThreadRow {
            id: line.id,
            subject: reads.then(|| contributions::typeset(&line.subject)),
            by: line.author,
            messages,
            unread: messages.saturating_sub(read),
            last_at: line.last_at,
            last_by: line.last,
            closed: line.closed_at.is_some(),
            answered: line.answers > 0,
        }
    };
    Ok(lines.into_iter().map(row).collect())
}

/// How far the person asking read.
fn to_read(cx: &Cx) -> RelationDef {
    // Nobody has the number 0.
    let me = cx.actor.user_id().unwrap_or(UserId(0));
    thread::Entity::belongs_to(thread_read::Entity)
        .from(thread::Column::Id)
        .to(thread_read::Column::ThreadId)
        .on_condition(move |_, _| thread_read::Column::UserId.eq(me).into_condition())
        .into()
}

/// How many hidden messages of a group wait for an answer.
pub(super) async fn waiting(cx: &Cx, group: GroupId) -> Result<u64> {
    let threads = join::<message::Entity, thread::Entity>(message::Column::ThreadId, thread::Column::Id);
    let count = message::Entity::find()
        .join(JoinType::InnerJoin, threads)
        .filter(thread::Column::GroupId.eq(group))
        .filter(message::Column::State.eq(MessageState::Asked))
        .count(cx.reader())
        .await?;
    Ok(count)
}
