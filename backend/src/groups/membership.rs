//! What joining, leaving, adding and removing share: the group held for the change, its rows, its facilitators.

use domain::{
    Refusal,
    groups::{GroupRole, may_stop_facilitating},
    ids::{GroupId, UserId},
    policy,
    refusal::Transition,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, SqlErr,
};

use super::{admissions, people};
use crate::{
    Cx, Error, Found, Result,
    entities::{group, join, membership, user},
    people::writing_members,
};

/// Holds the group until the change is committed, so that two facilitators leaving at once cannot both succeed.
pub(crate) async fn hold(tx: &impl ConnectionTrait, group: GroupId) -> Result<group::Model> {
    group::Entity::find_by_id(group).lock_exclusive().one(tx).await?.found()
}

/// Refuses to write in a group that was closed a moment ago; until the change is committed, nobody closes it.
pub(crate) async fn still_at_work(tx: &impl ConnectionTrait, group: GroupId) -> Result<()> {
    let row = group::Entity::find_by_id(group).lock_shared().one(tx).await?.found()?;
    Ok(policy::group_is_at_work(&row.facts())?)
}

/// The person's place in the group, if they have one.
pub(crate) async fn of(
    tx: &impl ConnectionTrait,
    group: GroupId,
    user: UserId,
) -> Result<Option<membership::Model>> {
    let row = membership::Entity::find()
        .filter(membership::Column::GroupId.eq(group))
        .filter(membership::Column::UserId.eq(user))
        .one(tx)
        .await?;
    Ok(row)
}

/// Gives the person a place in the group.
pub(super) async fn insert(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    group: GroupId,
    user: UserId,
    role: GroupRole,
) -> Result<()> {
    let row = membership::ActiveModel {
        group_id: Set(group),
        user_id: Set(user),
        role: Set(role),
        since: Set(cx.now),
        ..Default::default()
    };
    match membership::Entity::insert(row).exec_without_returning(tx).await {
        Ok(_) => admissions::forget_waiting(tx, group, user).await,
        // Two clicks, or two facilitators adding the same person.
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
            Err(Refusal::Transition(Transition::AlreadyMember).into())
        }
        Err(error) => Err(error.into()),
    }
}

/// Refuses if this person is the last who runs the group.
pub(super) async fn another_facilitates(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    place: &membership::Model,
) -> Result<()> {
    if place.role == GroupRole::Facilitator {
        may_stop_facilitating(place.user_id, &facilitators(cx, tx, place.group_id).await?)?;
    }
    Ok(())
}

/// Those who can run the group today: a suspended facilitator, or one whose mandate is over, cannot.
pub(crate) async fn facilitators(cx: &Cx, tx: &impl ConnectionTrait, group: GroupId) -> Result<Vec<UserId>> {
    let people = join::<membership::Entity, user::Entity>(membership::Column::UserId, user::Column::Id);
    let ids = membership::Entity::find()
        .select_only()
        .column(membership::Column::UserId)
        .join(sea_orm::JoinType::InnerJoin, people)
        .filter(membership::Column::GroupId.eq(group))
        .filter(membership::Column::Role.eq(GroupRole::Facilitator))
        .filter(writing_members(cx.today()))
        .into_tuple()
        .all(tx)
        .await?;
    Ok(ids)
}

/// Staff who must read a group become its observer, which the group sees: nobody takes another role by themselves
/// with the keys of the installation alone. Who is not a member of the council observes.
pub(super) async fn role_may_be_given(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    group: GroupId,
    user: UserId,
    role: GroupRole,
) -> Result<()> {
    let oneself = cx.actor.user_id() == Some(user);
    // Nor who runs it for a time, in the place of somebody else.
    let runs_it = cx.actor.facilitates_by_themselves(group);
    let alone = oneself && !runs_it && role != GroupRole::Observer;
    if alone || people::who_may_be(cx, tx, role, &[user]).await?.is_empty() {
        return Err(Error::Refused(Refusal::field("role", domain::FieldProblem::NotAChoice)));
    }
    Ok(())
}
