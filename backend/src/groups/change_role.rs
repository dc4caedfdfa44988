//! Giving somebody another role in a group.

use domain::{groups::GroupRole, ids::UserId, policy::GroupAction};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use serde::Serialize;

use super::membership;
use crate::{
    Cx, Found, Result, entities,
    events::{Event, EventKind},
};

#[derive(Serialize)]
struct Details {
    from: GroupRole,
    to: GroupRole,
}

/// Gives somebody in the group another role; the same role again changes nothing.
///
/// # Errors
/// `NotFound` for a hidden group or somebody who is not in it; `Forbidden` but for facilitators and administrators;
/// `Invalid` on `role` for an administrator who would be more than an observer; `LastFacilitator`.
pub async fn change_role(cx: &Cx, slug: &str, user: UserId, role: GroupRole) -> Result<()> {
    let group = super::find(cx, slug, GroupAction::ManageMembers).await?;
    let tx = cx.begin().await?;
    membership::hold(&tx, group.id).await?;
    let place = membership::of(&tx, group.id, user).await?.found()?;
    let from = place.role;
    if from == role {
        return Ok(());
    }
    membership::role_may_be_given(cx, &tx, group.id, user, role).await?;
    membership::another_facilitates(cx, &tx, &place).await?;
    let mut place: entities::membership::ActiveModel = place.into();
    place.role = Set(role);
    place.update(&tx).await?;
    let event = Event::new(EventKind::MemberRoleChanged).group(group.id).user(user);
    event.data(&Details { from, to: role })?.record(cx, &tx).await?;
    cx.commit(tx).await
}
