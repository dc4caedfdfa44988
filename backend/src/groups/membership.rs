//! What joining, leaving, adding and removing share: the group held for the change, its rows, its facilitators.

use domain::{
    Refusal,
    groups::{GroupRole, may_stop_facilitating},
    ids::{GroupId, UserId},
    refusal::Transition,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, SqlErr,
};

use crate::{
    Cx, Error, Found, Result,
    entities::{group, join, membership, user},
};

/// Holds the group until the change is committed, so that two facilitators leaving at once cannot both succeed.
pub(super) async fn hold(tx: &impl ConnectionTrait, group: GroupId) -> Result<group::Model> {
    group::Entity::find_by_id(group).lock_exclusive().one(tx).await?.found()
}

/// The person's place in the group, if they have one.
pub(super) async fn of(
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
        Ok(_) => Ok(()),
        // Two clicks, or two facilitators adding the same person.
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
            Err(Refusal::Transition(Transition::AlreadyMember).into())
        }
        Err(error) => Err(error.into()),
    }
}

/// Refuses if this person is the last who runs the group.
pub(super) async fn another_facilitates(tx: &impl ConnectionTrait, place: &membership::Model) -> Result<()> {
    if place.role == GroupRole::Facilitator {
        may_stop_facilitating(place.user_id, &facilitators(tx, place.group_id).await?)?;
    }
    Ok(())
}

/// Those who can run the group today: a suspended facilitator cannot.
async fn facilitators(tx: &impl ConnectionTrait, group: GroupId) -> Result<Vec<UserId>> {
    let people = join::<membership::Entity, user::Entity>(membership::Column::UserId, user::Column::Id);
    let ids = membership::Entity::find()
        .select_only()
        .column(membership::Column::UserId)
        .join(sea_orm::JoinType::InnerJoin, people)
        .filter(membership::Column::GroupId.eq(group))
        .filter(membership::Column::Role.eq(GroupRole::Facilitator))
        .filter(user::Column::SuspendedAt.is_null())
        .into_tuple()
        .all(tx)
        .await?;
    Ok(ids)
}

/// Staff who must read a group become its observer, which the group sees: nobody takes another role by themselves
/// with the keys of the installation alone.
pub(super) fn role_may_be_given(cx: &Cx, group: GroupId, user: UserId, role: GroupRole) -> Result<()> {
    let oneself = cx.actor.user_id() == Some(user);
    let runs_it = cx.actor.role_in(group) == Some(GroupRole::Facilitator);
    if oneself && !runs_it && role != GroupRole::Observer {
        return Err(Error::Refused(Refusal::field("role", domain::FieldProblem::NotAChoice)));
    }
    Ok(())
}
