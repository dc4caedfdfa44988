//! What happened since somebody's last visit, in what they may read.

use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::{ContributionId, GroupId, UserId};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    Select, sea_query::Expr,
};

use super::visit::visit;
use crate::{
    Cx, Result,
    contributions::{self, GroupRef},
    entities::{contribution, event, group, join, user},
    events::EventKind,
    groups::work_visible_to,
};

/// What is news; the rest of the journal is for the administrator.
const NEWS: [EventKind; 12] = [
    EventKind::GroupCreated,
    EventKind::GroupChanged,
    EventKind::MemberJoined,
    EventKind::MemberAdded,
    EventKind::MemberLeft,
    EventKind::ContributionCreated,
    EventKind::ContributionRevised,
    EventKind::ContributionSubmitted,
    EventKind::ContributionReviewed,
    EventKind::ContributionProposed,
    EventKind::ContributionAdopted,
    EventKind::ContributionPublished,
];
/// Lines of the journal that are read.
const READ: u64 = 200;
/// News shown.
const SHOWN: usize = 10;
/// What somebody who was never here is told of.
const FIRST_TIME: TimeDelta = TimeDelta::days(30);

/// What happened since the last visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// When the last visit was; none the first time.
    pub previous: Option<DateTime<Utc>>,
    /// The latest first.
    pub news: Vec<News>,
}

/// Something that happened, once or several times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// What.
    pub kind: EventKind,
    /// When it last did.
    pub at: DateTime<Utc>,
    /// Who did it, the latest first.
    pub who: Vec<String>,
    /// To whom, for somebody added to a group.
    pub whom: Vec<String>,
    /// Whether it was done to the person asking.
    pub to_me: bool,
    /// In which group.
    pub group: GroupRef,
    /// To which text.
    pub text: Option<NewsText>,
    /// How many times it happened.
    pub times: u32,
}

/// The text that something happened to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewsText {
    /// Which one.
    pub id: ContributionId,
    /// Its title.
    pub title: String,
}

#[derive(FromQueryResult)]
struct Row {
    at: DateTime<Utc>,
    kind: String,
    group_id: GroupId,
    slug: String,
    group_name: String,
    contribution_id: Option<ContributionId>,
    title: Option<String>,
    actor_name: String,
    user_id: Option<UserId>,
    user_name: Option<String>,
}

/// The news of the person asking, from the journal of the groups they read; notes their visit.
///
/// What they did themselves is no news, nor what the program did when a council was brought in.
///
/// # Errors
/// `SignInRequired`.
pub async fn since_last_visit(cx: &Cx) -> Result<Since> {
    let me = cx.person()?.id;
    let previous = visit(cx, me).await?;
    let from = previous.unwrap_or(cx.now - FIRST_TIME);
    let rows: Vec<Row> = happened(cx, me, from).into_model().all(cx.reader()).await?;
    let mut gathered: Vec<(GroupId, News)> = Vec::new();
    for row in rows {
        gather(&mut gathered, row, me);
    }
    let news = gathered.into_iter().map(|(_, news)| news).take(SHOWN).collect();
    Ok(Since { previous, news })
}

fn happened(cx: &Cx, me: UserId, from: DateTime<Utc>) -> Select<event::Entity> {
    let read = Condition::any()
        .add(event::Column::ContributionId.is_null())
        .add(Condition::all().add(contribution::Column::Id.is_not_null()).add(contributions::visible_to(cx)));
    let actor = join::<event::Entity, user::Entity>(event::Column::ActorId, user::Column::Id);
    let target = join::<event::Entity, user::Entity>(event::Column::UserId, user::Column::Id);
    event::Entity::find()
        .select_only()
        .columns([
            event::Column::At,
            event::Column::Kind,
            event::Column::GroupId,
            event::Column::ContributionId,
            event::Column::UserId,
        ])
        .column(group::Column::Slug)
        .column_as(group::Column::Name, "group_name")
        .column(contribution::Column::Title)
        .expr_as(named("actor"), "actor_name")
        .expr_as(named("target"), "user_name")
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
        .join_as(JoinType::InnerJoin, actor, "actor")
        .join_as(JoinType::LeftJoin, target, "target")
        .filter(event::Column::At.gt(from))
        .filter(event::Column::ActorId.ne(me))
        .filter(event::Column::Kind.is_in(NEWS.map(EventKind::code)))
        .filter(work_visible_to(&cx.actor))
        .filter(read)
        .order_by_desc(event::Column::Id)
        .limit(READ)
}

/// The name of a person joined under another name.
fn named(alias: &'static str) -> Expr {
    Expr::col((alias, user::Column::Name))
}

/// Adds a line of the journal: to the news of the same thing, or as a news of its own.
fn gather(gathered: &mut Vec<(GroupId, News)>, row: Row, me: UserId) {
    let Some(kind) = NEWS.iter().copied().find(|kind| kind.code() == row.kind) else { return };
    // That somebody added me is told apart from their adding others.
    let to_me = row.user_id == Some(me);
    let whom = row.user_name.filter(|_| kind == EventKind::MemberAdded && !to_me);
    let same = gathered.iter_mut().find(|(group, news)| {
        *group == row.group_id
            && news.kind == kind
            && news.to_me == to_me
            && news.text.as_ref().map(|text| text.id) == row.contribution_id
    });
    if let Some((_, news)) = same {
        news.times += 1;
        push_once(&mut news.who, Some(row.actor_name));
        push_once(&mut news.whom, whom);
        return;
    }
    let text = row
        .contribution_id
        .map(|id| NewsText { id, title: contributions::typeset(&row.title.unwrap_or_default()) });
    let news = News {
        kind,
        at: row.at,
        who: vec![row.actor_name],
        whom: whom.into_iter().collect(),
        to_me,
        group: GroupRef { slug: row.slug, name: contributions::typeset(&row.group_name) },
        text,
        times: 1,
    };
    gathered.push((row.group_id, news));
}

fn push_once(names: &mut Vec<String>, name: Option<String>) {
    names.extend(name.filter(|name| !names.contains(name)));
}
