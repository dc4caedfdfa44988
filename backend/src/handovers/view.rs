//! What is looked at before handing over: what is in progress, what is late, who is who, and what was said.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    contributions::{Due, State},
    groups::{GroupRole, GroupState, HandoverState},
    ids::{ContributionId, GroupId, HandoverId, UserId},
    people::CouncilRole,
    policy::{GroupAction, Permission},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, Order, QueryFilter,
    QueryOrder, QuerySelect, Select, sea_query::Expr,
};

use crate::{
    Cx, Page, PageNumber, Result,
    contributions::{self, GroupRef, typeset},
    discussions::{self, ThreadRow},
    entities::{contribution, group, handover, join, membership, user},
    groups::{self, GroupPerson, UnledGroup},
    people::{self, Officer, writing_members},
};

/// Texts listed at most.
const LISTED: u64 = 50;

/// A handover that waits for an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// Which one.
    pub id: HandoverId,
    /// The group; none for presiding.
    pub group: Option<GroupRef>,
    /// Who hands over.
    pub from: (UserId, String),
    /// Who takes over.
    pub to: (UserId, String),
    /// What the successor should know; may be empty.
    pub note: String,
    /// Since when.
    pub at: DateTime<Utc>,
}

/// Somebody who may take over.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Successor {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// Their college, or empty.
    pub college: String,
}

/// A text on which work goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextInProgress {
    /// Which one.
    pub id: ContributionId,
    /// Its title, typeset.
    pub title: String,
    /// Its authors.
    pub authors: Vec<String>,
    /// Where it stands.
    pub state: State,
    /// Since when.
    pub state_since: DateTime<Utc>,
    /// The day by which it is due, while it is written.
    pub due: Option<Due>,
}

/// A group whose work was expected by a day that has passed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LateGroup {
    /// Which one.
    pub group: GroupRef,
    /// That day.
    pub due_on: NaiveDate,
}

/// The screen on which running a group is handed over.
#[derive(Clone, Debug)]
pub struct GroupHandover {
    /// Whether the person asking hands over; otherwise they take over.
    pub gives: bool,
    /// What waits for an answer, given or received by the person asking.
    pub waiting: Vec<Handover>,
    /// Who may take over.
    pub successors: Vec<Successor>,
    /// The texts in progress: those that are due first, then those that have waited longest.
    pub texts: Vec<TextInProgress>,
    /// The discussions to which nobody answered.
    pub unanswered: Page<ThreadRow>,
    /// The people of the group.
    pub people: Vec<GroupPerson>,
    /// For which day the work is asked, when that day has passed.
    pub late_since: Option<NaiveDate>,
}

/// The screen on which presiding is handed over.
#[derive(Clone, Debug)]
pub struct ChairHandover {
    /// Whether the person asking hands over; otherwise they take over.
    pub gives: bool,
    /// What waits for an answer, given or received by the person asking.
    pub waiting: Vec<Handover>,
    /// Who may take over.
    pub successors: Vec<Successor>,
    /// The texts that wait for the chair: to be adopted, to be published.
    pub texts: Vec<TextInProgress>,
    /// The groups at work that nobody runs.
    pub unled: Vec<UnledGroup>,
    /// The groups whose work is late, the latest first.
    pub late: Vec<LateGroup>,
    /// Those who preside or work for the council.
    pub people: Vec<Officer>,
}

/// The screen on which running this group is handed over.
///
/// # Errors
/// `NotFound`; `Forbidden` but for facilitators and who is asked to take over.
pub async fn of_group(cx: &Cx, slug: &str) -> Result<GroupHandover> {
    let group = groups::find(cx, slug, GroupAction::See).await?;
    let waiting = waiting(cx, Condition::all().add(handover::Column::GroupId.eq(group.id))).await?;
    let hands_over = Permission::Group(GroupAction::HandOver, &group.facts());
    if waiting.is_empty() {
        cx.require(hands_over)?;
    }
    let gives = cx.may(hands_over) && group.state != GroupState::Closed;
    let texts = in_progress(cx)
        .filter(contribution::Column::GroupId.eq(group.id))
        .filter(contribution::Column::State.ne(State::Published));
    Ok(GroupHandover {
        gives,
        waiting,
        successors: if gives { who_may_run(cx, cx.reader(), group.id).await? } else { Vec::new() },
        texts: read(cx, texts).await?,
        unanswered: discussions::unanswered(cx, slug).await?,
        people: groups::people_of(cx, slug, PageNumber::FIRST).await?.rows,
        late_since: group.due_on.filter(|day| *day < cx.today()),
    })
}

/// The screen on which presiding is handed over.
///
/// # Errors
/// `SignInRequired`; `Forbidden` but for the chair and who is asked to take over.
pub async fn of_chair(cx: &Cx) -> Result<ChairHandover> {
    cx.person()?;
    let waiting = waiting(cx, Condition::all().add(handover::Column::GroupId.is_null())).await?;
    if waiting.is_empty() {
        cx.require(Permission::HandOverChair)?;
    }
    let gives = cx.may(Permission::HandOverChair);
    let texts =
        in_progress(cx).filter(contribution::Column::State.is_in([State::ReadyForAdoption, State::Adopted]));
    Ok(ChairHandover {
        gives,
        waiting,
        successors: if gives { who_may_preside(cx, cx.reader()).await? } else { Vec::new() },
        texts: read(cx, texts).await?,
        unled: groups::unled(cx).await?,
        late: late_groups(cx).await?,
        people: people::officers(cx).await?,
    })
}

/// What is handed over to the person asking and waits for their answer, everywhere or in one group.
///
/// # Errors
/// `SignInRequired`.
pub async fn handovers_for_me(cx: &Cx, of: Option<GroupId>) -> Result<Vec<Handover>> {
    let to_me = Condition::all().add(handover::Column::ToId.eq(cx.person()?.id));
    waiting(cx, to_me.add_option(of.map(|group| handover::Column::GroupId.eq(group)))).await
}

#[derive(FromQueryResult)]
struct Row {
    id: HandoverId,
    from_id: UserId,
    to_id: UserId,
    from_name: String,
    to_name: String,
    slug: Option<String>,
    group_name: Option<String>,
    note: String,
    at: DateTime<Utc>,
}

/// What waits, given or received by the person asking.
async fn waiting(cx: &Cx, which: Condition) -> Result<Vec<Handover>> {
    let me = cx.person()?.id;
    let from = join::<handover::Entity, user::Entity>(handover::Column::FromId, user::Column::Id);
    let to = join::<handover::Entity, user::Entity>(handover::Column::ToId, user::Column::Id);
    let mine = Condition::any().add(handover::Column::FromId.eq(me)).add(handover::Column::ToId.eq(me));
    let rows: Vec<Row> = handover::Entity::find()
        .select_only()
        .columns([
            handover::Column::Id,
            handover::Column::FromId,
            handover::Column::ToId,
            handover::Column::Note,
            handover::Column::At,
        ])
        .column(group::Column::Slug)
        .column_as(group::Column::Name, "group_name")
        .expr_as(Expr::col(("giver", user::Column::Name)), "from_name")
        .expr_as(Expr::col(("successor", user::Column::Name)), "to_name")
        .join(
            JoinType::LeftJoin,
            join::<handover::Entity, group::Entity>(handover::Column::GroupId, group::Column::Id),
        )
        .join_as(JoinType::InnerJoin, from, "giver")
        .join_as(JoinType::InnerJoin, to, "successor")
        .filter(handover::Column::State.eq(HandoverState::Waiting))
        .filter(
            Condition::any()
                .add(group::Column::Id.is_null())
                .add(group::Column::State.ne(GroupState::Closed)),
        )
        .filter(mine)
        .filter(which)
        .order_by_asc(handover::Column::At)
        .into_model()
        .all(cx.reader())
        .await?;
    let view = |row: Row| Handover {
        id: row.id,
        group: row.slug.zip(row.group_name).map(|(slug, name)| GroupRef { slug, name: typeset(&name) }),
        from: (row.from_id, row.from_name),
        to: (row.to_id, row.to_name),
        note: row.note,
        at: row.at,
    };
    Ok(rows.into_iter().map(view).collect())
}

fn in_progress(cx: &Cx) -> Select<contribution::Entity> {
    contribution::Entity::find()
        .select_only()
        .columns([
            contribution::Column::Id,
            contribution::Column::Title,
            contribution::Column::Byline,
            contribution::Column::State,
            contribution::Column::StateSince,
            contribution::Column::DueOn,
        ])
        .join(
            JoinType::InnerJoin,
            join::<contribution::Entity, group::Entity>(contribution::Column::GroupId, group::Column::Id),
        )
        .filter(contributions::visible_to(cx))
        .order_by(contribution::Column::DueOn.is_null(), Order::Asc)
        .order_by_asc(contribution::Column::DueOn)
        .order_by_asc(contribution::Column::StateSince)
        .limit(LISTED)
}

async fn read(cx: &Cx, texts: Select<contribution::Entity>) -> Result<Vec<TextInProgress>> {
    #[derive(FromQueryResult)]
    struct Line {
        id: ContributionId,
        title: String,
        byline: String,
        state: State,
        state_since: DateTime<Utc>,
        due_on: Option<NaiveDate>,
    }
    let lines: Vec<Line> = texts.into_model().all(cx.reader()).await?;
    let text = |line: Line| TextInProgress {
        id: line.id,
        title: typeset(&line.title),
        authors: line.byline.lines().map(str::to_owned).collect(),
        state: line.state,
        state_since: line.state_since,
        due: line.due_on.filter(|_| line.state.is_writable()).map(|due| Due::new(due, cx.today())),
    };
    Ok(lines.into_iter().map(text).collect())
}

/// The groups at work whose day has passed, as far as the person asking knows of them.
async fn late_groups(cx: &Cx) -> Result<Vec<LateGroup>> {
    let rows: Vec<(String, String, Option<NaiveDate>)> = group::Entity::find()
        .select_only()
        .columns([group::Column::Slug, group::Column::Name, group::Column::DueOn])
        .filter(groups::work_visible_to(&cx.actor))
        .filter(group::Column::State.ne(GroupState::Closed))
        .filter(group::Column::DueOn.lt(cx.today()))
        .order_by_asc(group::Column::DueOn)
        .order_by_asc(group::Column::Id)
        .limit(LISTED)
        .into_tuple()
        .all(cx.reader())
        .await?;
    let late = |(slug, name, due_on): (String, String, Option<NaiveDate>)| {
        Some(LateGroup { group: GroupRef { slug, name: typeset(&name) }, due_on: due_on? })
    };
    Ok(rows.into_iter().filter_map(late).collect())
}

/// The people of the group who may run it in place of the person asking, by name.
pub(super) async fn who_may_run(
    cx: &Cx,
    db: &impl ConnectionTrait,
    group: GroupId,
) -> Result<Vec<Successor>> {
    let rows = successors(cx)
        .join(
            JoinType::InnerJoin,
            join::<user::Entity, membership::Entity>(user::Column::Id, membership::Column::UserId),
        )
        .filter(membership::Column::GroupId.eq(group))
        .filter(membership::Column::Role.is_in([GroupRole::Facilitator, GroupRole::Member]))
        .filter(writing_members(cx.today()))
        .into_model()
        .all(db)
        .await?;
    Ok(rows)
}

/// The members of a group who may run it in place of the person asking, and do not run it yet, by name.
pub(crate) async fn members_to_run(
    cx: &Cx,
    db: &impl ConnectionTrait,
    group: GroupId,
) -> Result<Vec<Successor>> {
    let running = groups::facilitators(cx, db, group).await?;
    let people = who_may_run(cx, db, group).await?;
    Ok(people.into_iter().filter(|person| !running.contains(&person.id)).collect())
}

/// The members of the council who may preside in place of the person asking, by name.
pub(super) async fn who_may_preside(cx: &Cx, db: &impl ConnectionTrait) -> Result<Vec<Successor>> {
    let members = [CouncilRole::Member, CouncilRole::ViceChair];
    let query = successors(cx).filter(people::holding_mandates(cx.today(), &members));
    Ok(query.into_model().all(db).await?)
}

fn successors(cx: &Cx) -> Select<user::Entity> {
    user::Entity::find()
        .select_only()
        .columns([user::Column::Id, user::Column::Name, user::Column::College])
        .filter(user::Column::Id.ne(cx.actor.user_id().unwrap_or(UserId(0))))
        .order_by_asc(user::Column::Folded)
        .order_by_asc(user::Column::Id)
}
