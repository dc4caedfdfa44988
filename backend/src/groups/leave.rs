//! Leaving a group.

use domain::{Refusal, policy::GroupAction, refusal::Forbidden};
use sea_orm::EntityTrait;

use super::membership;
use crate::{
    Cx, Error, Result, entities,
    events::{Event, EventKind},
};

/// Takes the person asking out of the group.
///
/// # Errors
/// `NotFound`; `Forbidden` for those who are not in it; `LastFacilitator`, who names another first.
pub async fn leave(cx: &Cx, slug: &str) -> Result<()> {
    let group = super::find(cx, slug, GroupAction::See).await?;
    let person = cx.person()?;
    let tx = cx.begin().await?;
    membership::hold(&tx, group.id).await?;
    let place = membership::of(&tx, group.id, person.id)
        .await?
        .ok_or(Error::Refused(Refusal::Forbidden(Forbidden::GroupMembersOnly)))?;
    membership::another_facilitates(cx, &tx, &place).await?;
    entities::membership::Entity::delete_by_id(place.id).exec(&tx).await?;
    Event::new(EventKind::MemberLeft).group(group.id).user(person.id).record(cx, &tx).await?;
    cx.commit(tx).await
}
