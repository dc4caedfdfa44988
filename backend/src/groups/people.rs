//! The people of a group, and those who could come.

use chrono::{DateTime, Utc};
use domain::{
    groups::GroupRole,
    ids::{GroupId, UserId},
    policy::{GroupAction, Permission},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, Order, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait},
};

use crate::{
    Cx, Page, PageNumber, Result,
    entities::{join, mandate, membership, user},
    fold,
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
    let query = people(group.id, manages);
    let total = query.clone().count(cx.reader()).await?;
    let rows = query.offset(page.offset(SIZE)).limit(SIZE).into_model().all(cx.reader()).await?;
    Ok(Page { rows, number: page, total, size: SIZE })
}

/// The first `limit` people of a group, of these roles.
pub(super) async fn first_people(
    cx: &Cx,
    group: GroupId,
    roles: &[GroupRole],
    limit: u64,
) -> Result<Vec<GroupPerson>> {
    let query = people(group, false).filter(membership::Column::Role.is_in(roles.iter().copied()));
    Ok(query.limit(limit).into_model().all(cx.reader()).await?)
}

fn people(group: GroupId, with_suspended: bool) -> Select<membership::Entity> {
    let rank = |role: GroupRole| membership::Column::Role.eq(role);
    let query = membership::Entity::find()
        .select_only()
        .columns([user::Column::Id, user::Column::Name, user::Column::College, user::Column::SuspendedAt])
        .columns([membership::Column::Role, membership::Column::Since])
        .join(
            JoinType::InnerJoin,
            join::<membership::Entity, user::Entity>(membership::Column::UserId, user::Column::Id),
        )
        .filter(membership::Column::GroupId.eq(group))
        .order_by(rank(GroupRole::Facilitator), Order::Desc)
        .order_by(rank(GroupRole::Member), Order::Desc)
        .order_by_asc(user::Column::Name)
        .order_by_asc(user::Column::Id);
    if with_suspended { query } else { query.filter(user::Column::SuspendedAt.is_null()) }
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
    let mut all = of_the_council(cx).filter(user::Column::Id.not_in_subquery(inside));
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
    Ok(of_the_council(cx).into_model().all(cx.reader()).await?)
}

/// Which of these people are of the council today.
pub(super) async fn known(cx: &Cx, tx: &impl ConnectionTrait, ids: &[UserId]) -> Result<Vec<UserId>> {
    let people: Vec<Candidate> =
        of_the_council(cx).filter(user::Column::Id.is_in(ids.iter().copied())).into_model().all(tx).await?;
    Ok(people.into_iter().map(|person| person.id).collect())
}

/// People whose mandate is in force and those who run the installation, without the suspended.
fn of_the_council(cx: &Cx) -> Select<user::Entity> {
    let today = cx.today();
    let in_force = mandate::Entity::find()
        .select_only()
        .column(mandate::Column::UserId)
        .filter(mandate::Column::StartsOn.lte(today))
        .filter(
            Condition::any().add(mandate::Column::EndsOn.is_null()).add(mandate::Column::EndsOn.gte(today)),
        )
        .into_query();
    user::Entity::find()
        .select_only()
        .columns([user::Column::Id, user::Column::Name, user::Column::College, user::Column::Commune])
        .filter(user::Column::SuspendedAt.is_null())
        .filter(
            Condition::any()
                .add(user::Column::IsAdministrator.eq(true))
                .add(Expr::col((user::Entity, user::Column::Id)).in_subquery(in_force)),
        )
        .order_by_asc(user::Column::Name)
        .order_by_asc(user::Column::Id)
}
