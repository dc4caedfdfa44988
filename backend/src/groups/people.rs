//! The people of a group, and those who could come.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    groups::GroupRole,
    ids::{GroupId, UserId},
    policy::{GroupAction, Permission},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, Order, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select, sea_query::SelectStatement,
};

use crate::{
    Cx, Page, PageNumber, Result,
    entities::{join, membership, user},
    fold,
    people::{of_the_council, writing_members},
};

/// People a page.
const SIZE: u64 = 60;
/// People offered by a search.
const OFFERED: u64 = 20;

/// Somebody in a group.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct GroupPerson {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// The college they sit in; may be empty.
    pub college: String,
    /// Their role in the group.
    pub role: GroupRole,
    /// Since when.
    pub since: DateTime<Utc>,
    /// Set when their account is suspended; only those who manage the group's people see that line.
    pub suspended_at: Option<DateTime<Utc>>,
    /// What tells their photo from another, if they have one.
    pub portrait: Option<String>,
    /// Whether their mandate is over; only those who manage the group's people see that line.
    #[sea_orm(skip)]
    pub mandate_over: bool,
}

/// Somebody who could be added to a group.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Candidate {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// The college they sit in; may be empty.
    pub college: String,
    /// Where they come from; may be empty.
    pub commune: String,
}

/// The people of a group: facilitators first, then by name.
///
/// # Errors
/// `NotFound`; `Forbidden` for those who only know that the group exists.
pub async fn people_of(cx: &Cx, slug: &str, page: PageNumber) -> Result<Page<GroupPerson>> {
    let group = super::find(cx, slug, GroupAction::SeePeople).await?;
    let manages = cx.may(Permission::Group(GroupAction::ManageMembers, &group.facts()));
    let query = if manages { people(group.id) } else { people(group.id).filter(of_the_council(cx.today())) };
    let total = query.clone().count(cx.reader()).await?;
    let mut rows: Vec<GroupPerson> =
        query.offset(page.offset(SIZE)).limit(SIZE).into_model().all(cx.reader()).await?;
    if manages {
        let ids: Vec<UserId> = rows.iter().map(|person| person.id).collect();
        let known = known(cx, cx.reader(), &ids).await?;
        for person in &mut rows {
            person.mandate_over = person.suspended_at.is_none() && !known.contains(&person.id);
        }
    }
    Ok(Page { rows, number: page, total, size: SIZE })
}

/// The first `limit` people of a group: who runs it first, then the others if they are asked for too, with how many
/// take part in all.
pub(super) async fn first_people(
    cx: &Cx,
    group: GroupId,
    others: bool,
    limit: u64,
) -> Result<(Vec<GroupPerson>, u64)> {
    let today = cx.today();
    let role = membership::Column::Role;
    // Who may no longer run it is not said to.
    let running = Condition::all().add(role.eq(GroupRole::Facilitator)).add(writing_members(today));
    let mut shown = Condition::any().add(running);
    if others {
        shown = shown.add(Condition::all().add(role.ne(GroupRole::Facilitator)).add(of_the_council(today)));
    }
    let query = people(group).expr_as(taking_part(group, today), "taking_part");
    let rows = query.filter(shown).limit(limit).into_model::<Beside>().all(cx.reader()).await?;
    let count = rows.first().map_or(0, |row| row.taking_part.unsigned_abs());
    Ok((rows.into_iter().map(|row| row.person).collect(), count))
}

/// A person, and how many take part in their group.
#[derive(FromQueryResult)]
struct Beside {
    #[sea_orm(nested)]
    person: GroupPerson,
    taking_part: i64,
}

/// How many run a group or are members of it today.
fn taking_part(group: GroupId, today: NaiveDate) -> SelectStatement {
    let people = join::<membership::Entity, user::Entity>(membership::Column::UserId, user::Column::Id);
    membership::Entity::find()
        .select_only()
        .column_as(membership::Column::Id.count(), "n")
        .join(JoinType::InnerJoin, people)
        .filter(membership::Column::GroupId.eq(group))
        .filter(membership::Column::Role.is_in([GroupRole::Facilitator, GroupRole::Member]))
        .filter(writing_members(today))
        .into_query()
}

fn people(group: GroupId) -> Select<membership::Entity> {
    let rank = |role: GroupRole| membership::Column::Role.eq(role);
    membership::Entity::find()
        .select_only()
        .columns([user::Column::Id, user::Column::Name, user::Column::College, user::Column::SuspendedAt])
        .column(user::Column::Portrait)
        .columns([membership::Column::Role, membership::Column::Since])
        .join(
            JoinType::InnerJoin,
            join::<membership::Entity, user::Entity>(membership::Column::UserId, user::Column::Id),
        )
        .filter(membership::Column::GroupId.eq(group))
        .order_by(rank(GroupRole::Facilitator), Order::Desc)
        .order_by(rank(GroupRole::Member), Order::Desc)
        .order_by_asc(user::Column::Folded)
        .order_by_asc(user::Column::Id)
}

/// People of the council who are not in the group, at most twenty, by name: those whose name, organisation or commune
/// hold every word of `q`, or the one whose address it is.
///
/// # Errors
/// `NotFound`; `Forbidden` for those who do not manage the group's people.
pub async fn candidates(cx: &Cx, slug: &str, q: &str) -> Result<Vec<Candidate>> {
    let group = super::find(cx, slug, GroupAction::ManageMembers).await?;
    let inside = membership::Entity::find()
        .select_only()
        .column(membership::Column::UserId)
        .filter(membership::Column::GroupId.eq(group.id))
        .into_query();
    let mut all =
        candidates_among(of_the_council(cx.today())).filter(user::Column::Id.not_in_subquery(inside));
    if let Ok(email) = domain::accounts::email(q) {
        all = all.filter(user::Column::Email.eq(email));
        return Ok(all.into_model().all(cx.reader()).await?);
    }
    for pattern in fold::patterns(q) {
        all = all.filter(user::Column::Folded.like(fold::like(pattern)));
    }
    Ok(all.limit(OFFERED).into_model().all(cx.reader()).await?)
}

/// Everyone who may be named facilitator of a new group, by name.
///
/// # Errors
/// `Forbidden` for those who do not open groups.
pub async fn who_may_facilitate(cx: &Cx) -> Result<Vec<Candidate>> {
    cx.require(Permission::CreateGroup)?;
    Ok(candidates_among(writing_members(cx.today())).into_model().all(cx.reader()).await?)
}

/// Which of these people are of the council today.
pub(super) async fn known(cx: &Cx, tx: &impl ConnectionTrait, ids: &[UserId]) -> Result<Vec<UserId>> {
    among(of_the_council(cx.today()), tx, ids).await
}

/// Which of these people may hold this role in a group today.
pub(crate) async fn who_may_be(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    role: GroupRole,
    ids: &[UserId],
) -> Result<Vec<UserId>> {
    let today = cx.today();
    among(if role.writes() { writing_members(today) } else { of_the_council(today) }, tx, ids).await
}

async fn among(counts: Condition, tx: &impl ConnectionTrait, ids: &[UserId]) -> Result<Vec<UserId>> {
    let found = user::Entity::find()
        .select_only()
        .column(user::Column::Id)
        .filter(user::Column::Id.is_in(ids.iter().copied()))
        .filter(counts)
        .order_by_asc(user::Column::Folded)
        .into_tuple()
        .all(tx)
        .await?;
    Ok(found)
}

/// The people of whom this is true, by name.
fn candidates_among(counts: Condition) -> Select<user::Entity> {
    user::Entity::find()
        .select_only()
        .columns([user::Column::Id, user::Column::Name, user::Column::College, user::Column::Commune])
        .filter(counts)
        .order_by_asc(user::Column::Folded)
        .order_by_asc(user::Column::Id)
}
