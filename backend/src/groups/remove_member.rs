//! Taking somebody out of a group.

use domain::{ids::UserId, policy::GroupAction};
use sea_orm::EntityTrait;

use super::membership;
use crate::{
    Cx, Found, Result, entities,
    events::{Event, EventKind},
};

/// Takes somebody out of the group.
///
/// # Errors
/// `NotFound` for a hidden group or somebody who is not in it; `Forbidden` but for facilitators and administrators;
/// `LastFacilitator`.
pub async fn remove_member(cx: &Cx, slug: &str, user: UserId) -> Result<()> {
    let group = super::find(cx, slug, GroupAction::ManageMembers).await?;
    let tx = cx.begin().await?;
    membership::hold(&tx, group.id).await?;
    let place = membership::of(&tx, group.id, user).await?.found()?;
    membership::another_facilitates(cx, &tx, &place).await?;
    entities::membership::Entity::delete_by_id(place.id).exec(&tx).await?;
    Event::new(EventKind::MemberRemoved).group(group.id).user(user).record(cx, &tx).await?;
    cx.commit(tx).await
}
