//! The news feed: what happened in the groups one reads, line by line, the latest first.
//!
//! Rights are in the query: a line is found by those who read the group's work, and the text it is about as it is now.
//! What is put to the council, adopted and published is told to whoever reads that text, whatever their groups.

use chrono::{DateTime, Utc};
use domain::{
    groups::Visibility,
    ids::{ContributionId, EventId, GroupId, UserId},
    policy::GroupAction,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    Select, sea_query::Expr,
};

use crate::{
    Cx, Result,
    contributions::{self, GroupRef},
    entities::{contribution, event, group, join, user},
    events::EventKind,
    groups,
};

/// What is told; the rest of the journal is for the administrator.
const TOLD: [EventKind; 18] = [
    EventKind::GroupCreated,
    EventKind::GroupChanged,
    EventKind::GroupBegun,
    EventKind::GroupClosed,
    EventKind::GroupReopened,
    EventKind::MemberJoined,
    EventKind::MemberAdded,
    EventKind::MemberLeft,
    EventKind::MemberRoleChanged,
    EventKind::HandoverAccepted,
    EventKind::ContributionCreated,
    EventKind::ContributionRevised,
    EventKind::ContributionSubmitted,
    EventKind::ContributionReviewed,
    EventKind::ContributionProposed,
    EventKind::ContributionSentBack,
    EventKind::ContributionAdopted,
    EventKind::ContributionPublished,
];
/// What the whole council is told of.
const TOLD_TO_THE_COUNCIL: [EventKind; 3] =
    [EventKind::ContributionProposed, EventKind::ContributionAdopted, EventKind::ContributionPublished];
/// Lines a page.
const SIZE: u64 = 40;

/// One page of the feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// The latest first.
    pub lines: Vec<FeedLine>,
    /// Where the older ones begin, if there are any.
    pub older: Option<EventId>,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedLine {
    /// Which line of the journal.
    pub id: EventId,
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub kind: EventKind,
    /// Who did it.
    pub who: String,
    /// To whom, if somebody else.
    pub whom: Option<String>,
    /// In which group.
    pub group: GroupRef,
    /// To which text: its number and its title.
    pub text: Option<(ContributionId, String)>,
}

/// What happened in the groups that the person asking reads, before `before` if it is given.
///
/// # Errors
/// `SignInRequired`.
pub async fn everywhere(cx: &Cx, before: Option<EventId>) -> Result<Feed> {
    cx.person()?;
    page(cx, happened(cx), before, SIZE).await
}

/// What happened in one group, before `before` if it is given.
///
/// # Errors
/// `NotFound`; `Forbidden` for those who do not read its work.
pub async fn of_group(cx: &Cx, slug: &str, before: Option<EventId>) -> Result<Feed> {
    let group = groups::find(cx, slug, GroupAction::ReadWork).await?;
    page(cx, happened(cx).filter(event::Column::GroupId.eq(group.id)), before, SIZE).await
}

/// The last lines of one group, for somebody who reads its work.
///
/// # Errors
/// The database cannot be read.
pub async fn latest(cx: &Cx, group: GroupId, count: u64) -> Result<Feed> {
    page(cx, happened(cx).filter(event::Column::GroupId.eq(group)), None, count).await
}

#[derive(FromQueryResult)]
struct Row {
    id: EventId,
    at: DateTime<Utc>,
    kind: String,
    actor_id: UserId,
    user_id: Option<UserId>,
    slug: String,
    group_name: String,
    contribution_id: Option<ContributionId>,
    title: Option<String>,
    actor_name: String,
    user_name: Option<String>,
}

/// A page begins where the former one ended: no line is counted that is not shown.
async fn page(cx: &Cx, query: Select<event::Entity>, before: Option<EventId>, size: u64) -> Result<Feed> {
    let query = match before {
        Some(before) => query.filter(event::Column::Id.lt(before)),
        None => query,
    };
    let mut rows: Vec<Row> =
        query.order_by_desc(event::Column::Id).limit(size + 1).into_model().all(cx.reader()).await?;
    let more = rows.len() as u64 > size;
    rows.truncate(usize::try_from(size).unwrap_or(usize::MAX));
    let older = if more { rows.last().map(|row| row.id) } else { None };
    Ok(Feed { lines: rows.into_iter().filter_map(Row::line).collect(), older })
}

fn happened(cx: &Cx) -> Select<event::Entity> {
    let read = contributions::visible_to(&cx.actor);
    let text_read = Condition::all().add(contribution::Column::Id.is_not_null()).add(read);
    let in_my_groups = Condition::all()
        .add(groups::work_visible_to(&cx.actor))
        .add(Condition::any().add(event::Column::ContributionId.is_null()).add(text_read.clone()));
    let to_the_council = Condition::all()
        .add(group::Column::Visibility.ne(Visibility::Secret))
        .add(event::Column::Kind.is_in(TOLD_TO_THE_COUNCIL.map(EventKind::code)))
        .add(text_read);
    let actor = join::<event::Entity, user::Entity>(event::Column::ActorId, user::Column::Id);
    let target = join::<event::Entity, user::Entity>(event::Column::UserId, user::Column::Id);
    event::Entity::find()
        .select_only()
        .columns([
            event::Column::Id,
            event::Column::At,
            event::Column::Kind,
            event::Column::ActorId,
            event::Column::UserId,
            event::Column::ContributionId,
        ])
        .column(group::Column::Slug)
        .column_as(group::Column::Name, "group_name")
        .column(contribution::Column::Title)
        .expr_as(Expr::col(("actor", user::Column::Name)), "actor_name")
        .expr_as(Expr::col(("target", user::Column::Name)), "user_name")
        .join(
            JoinType::InnerJoin,
            join::<event::Entity, group::Entity>(event::Column::GroupId, group::Column::Id),
        )
        .join(
            JoinType::LeftJoin,
            join::<event::Entity, contribution::Entity>(
                event::Column::ContributionId,
                contribution::Column::Id,
            ),
        )
        // What the program did when a council was brought in is no news.
        .join_as(JoinType::InnerJoin, actor, "actor")
        .join_as(JoinType::LeftJoin, target, "target")
        .filter(event::Column::Kind.is_in(TOLD.map(EventKind::code)))
        .filter(Condition::any().add(in_my_groups).add(to_the_council))
}

impl Row {
    fn line(self) -> Option<FeedLine> {
        let kind = TOLD.into_iter().find(|kind| kind.code() == self.kind)?;
        let title = contributions::typeset(&self.title.unwrap_or_default());
        Some(FeedLine {
            id: self.id,
            at: self.at,
            kind,
            who: self.actor_name,
            whom: self.user_name.filter(|_| self.user_id != Some(self.actor_id)),
            group: GroupRef { slug: self.slug, name: contributions::typeset(&self.group_name) },
            text: self.contribution_id.map(|id| (id, title)),
        })
    }
}

#[cfg(test)]
mod tests;
