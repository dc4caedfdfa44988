//! Naming who runs a group that nobody runs any more.

use domain::{
    FieldProblem, Refusal,
    groups::GroupRole,
    ids::UserId,
    policy::{GroupAction, group_is_at_work},
    refusal::Transition,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use serde_json::json;

use super::{membership, people};
use crate::{
    Cx, Result, entities,
    events::{Event, EventKind},
};

/// Names a facilitator of a group at work that nobody may run today; somebody of the council who was not in the group
/// comes in. Gives who it is.
///
/// # Errors
/// `NotFound`; `Forbidden` but for the chair and administrators; `Invalid` on `person` for somebody who may not run a
/// group, and for administrators who would name themselves; `GroupClosed`; `GroupIsLed`.
pub async fn name_facilitator(cx: &Cx, slug: &str, person: &str) -> Result<UserId> {
    let group = super::find(cx, slug, GroupAction::NameFacilitator).await?;
    group_is_at_work(&group.facts())?;
    let wrong = |problem| Refusal::field("person", problem);
    if person.trim().is_empty() {
        return Err(wrong(FieldProblem::Missing).into());
    }
    let user: UserId = person.parse().map_err(|_| wrong(FieldProblem::NotAChoice))?;
    let tx = cx.begin().await?;
    membership::hold(&tx, group.id).await?;
    if !membership::facilitators(cx, &tx, group.id).await?.is_empty() {
        return Err(Refusal::Transition(Transition::GroupIsLed).into());
    }
    // The keys of the installation, or presiding in the place of somebody else, give nobody a place for themselves.
    let by_keys = cx.actor.user_id() == Some(user) && !cx.actor.presides_by_themselves();
    if by_keys || people::who_may_be(cx, &tx, GroupRole::Facilitator, &[user]).await?.is_empty() {
        return Err(wrong(FieldProblem::NotAChoice).into());
    }
    let to = GroupRole::Facilitator;
    let (kind, details) = match membership::of(&tx, group.id, user).await? {
        Some(place) => {
            let from = place.role;
            let mut place: entities::membership::ActiveModel = place.into();
            place.role = Set(to);
            place.update(&tx).await?;
            (EventKind::MemberRoleChanged, json!({ "from": from, "to": to }))
        }
        None => {
            membership::insert(cx, &tx, group.id, user, to).await?;
            (EventKind::MemberAdded, json!({ "role": to }))
        }
    };
    Event::new(kind).group(group.id).user(user).data(&details)?.record(cx, &tx).await?;
    cx.commit(tx).await?;
    Ok(user)
}
