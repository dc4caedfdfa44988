//! The delegations that run today: as a condition for queries, and kept in memory for the pages where they are seen.

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};
use domain::{
    actor::Period,
    delegations::{DelegationState, Office},
    groups::GroupRole,
    ids::{DelegationId, GroupId, UserId},
    people::CouncilRole,
    policy::Permission,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
    sea_query::{Expr, ExprTrait},
};

use crate::{
    Cx, Result,
    entities::{delegation, delegation::Column as C, join, mandate, membership, user},
    people::{in_force, writing_members},
};

/// Another node may have changed them.
const KEEP: TimeDelta = TimeDelta::seconds(15);

/// What runs today: accepted, on one of its days, and still held by who gave it. What the other must be is looked at with
/// their rights.
pub(crate) fn runs(today: NaiveDate) -> Condition {
    let giver = || Expr::col((user::Entity, user::Column::Id)).equals((delegation::Entity, C::FromId));
    let role = mandate::Entity::find()
        .select_only()
        .column(mandate::Column::Id)
        .join(
            JoinType::InnerJoin,
            join::<mandate::Entity, user::Entity>(mandate::Column::UserId, user::Column::Id),
        )
        .filter(giver())
        .filter(user::Column::SuspendedAt.is_null())
        .filter(Expr::col((mandate::Entity, mandate::Column::Role)).equals((delegation::Entity, C::Role)))
        .filter(in_force(today))
        .into_query();
    let group = membership::Entity::find()
        .select_only()
        .column(membership::Column::Id)
        .join(
            JoinType::InnerJoin,
            join::<membership::Entity, user::Entity>(membership::Column::UserId, user::Column::Id),
        )
        .filter(giver())
        .filter(
            Expr::col((membership::Entity, membership::Column::GroupId))
                .equals((delegation::Entity, C::GroupId)),
        )
        .filter(membership::Column::Role.eq(GroupRole::Facilitator))
        .filter(writing_members(today))
        .into_query();
    Condition::all()
        .add(C::State.eq(DelegationState::Accepted))
        .add(C::StartsOn.lte(today))
        .add(C::EndsOn.gte(today))
        .add(Condition::any().add(Expr::exists(role)).add(Expr::exists(group)))
}

/// A delegation where it is seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Which one.
    pub id: DelegationId,
    /// What was given.
    pub office: Office,
    /// By whom.
    pub from: (UserId, String),
    /// To whom.
    pub to: (UserId, String),
    /// On which days.
    pub period: Period,
}

/// What runs today.
#[derive(Debug, Default)]
pub(crate) struct Running {
    day: NaiveDate,
    all: Vec<Standing>,
}

async fn running(cx: &Cx) -> Result<Arc<Running>> {
    let (kept, today) = (&cx.backend.0.delegated, cx.today());
    if let Some(running) = kept.get(cx.now, KEEP).filter(|running| running.day == today) {
        return Ok(running);
    }
    #[derive(FromQueryResult)]
    struct Line {
        id: DelegationId,
        from_id: UserId,
        to_id: UserId,
        role: Option<CouncilRole>,
        group_id: Option<GroupId>,
        starts_on: NaiveDate,
        ends_on: NaiveDate,
    }
    let lines: Vec<Line> = delegation::Entity::find()
        .filter(runs(today))
        .order_by_asc(C::StartsOn)
        .order_by_asc(C::Id)
        .into_model()
        .all(cx.reader())
        .await?;
    let mut all = Vec::new();
    if !lines.is_empty() {
        let ids = lines.iter().flat_map(|line| [line.from_id, line.to_id]);
        let people = user::Entity::find().filter(user::Column::Id.is_in(ids)).all(cx.reader()).await?;
        let named = |id| {
            let person = people.iter().find(|person| person.id == id && person.suspended_at.is_none())?;
            Some((id, person.name.clone()))
        };
        all.extend(lines.into_iter().filter_map(|line| {
            let period = Period { from: line.starts_on, to: Some(line.ends_on) };
            let office = Office::of(line.role, line.group_id)?;
            Some(Standing { id: line.id, office, from: named(line.from_id)?, to: named(line.to_id)?, period })
        }));
    }
    let running = Arc::new(Running { day: today, all });
    kept.set(cx.now, running.clone());
    Ok(running)
}

async fn those(cx: &Cx, which: impl Fn(&Standing) -> bool) -> Result<Vec<Standing>> {
    if !cx.may(Permission::ReadDirectory) {
        return Ok(Vec::new());
    }
    let running = running(cx).await?;
    Ok(running.all.iter().filter(|standing| which(standing)).cloned().collect())
}

/// Who runs a group for somebody else today; for those who read the directory. The caller sees the group.
///
/// # Errors
/// The database cannot be read.
pub async fn in_group(cx: &Cx, group: GroupId) -> Result<Vec<Standing>> {
    those(cx, |standing| standing.office == Office::Group(group)).await
}

/// Who has a role of the council for somebody else today; for those who read the directory.
///
/// # Errors
/// The database cannot be read.
pub async fn in_council(cx: &Cx) -> Result<Vec<Standing>> {
    those(cx, |standing| standing.office.role().is_some()).await
}

/// What somebody gave, or was given, that runs today: roles of the council, for those who read the directory.
///
/// # Errors
/// The database cannot be read.
pub async fn of_person(cx: &Cx, id: UserId) -> Result<Vec<Standing>> {
    let theirs = |standing: &Standing| standing.from.0 == id || standing.to.0 == id;
    // Who runs which group is told by the group, to those who see it.
    let seen = |standing: &Standing| match standing.office {
        Office::Role(_) => true,
        Office::Group(group) => cx.actor.role_in(group).is_some() || cx.actor.user_id() == Some(id),
    };
    those(cx, |standing| theirs(standing) && seen(standing)).await
}
