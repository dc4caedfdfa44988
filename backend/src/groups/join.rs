//! Joining an open group by oneself.

use domain::{
    Refusal,
    groups::{GroupRole, Visibility},
    policy::{GroupAction, Permission, group_is_at_work},
    refusal::Transition,
};

use super::membership;
use crate::{
    Cx, Result,
    events::{Event, EventKind},
};

/// Makes the person asking a member of an open group.
///
/// # Errors
/// `NotFound`; `AlreadyMember`; `GroupNotOpen`; `GroupClosed` once its work has ended; `Forbidden` for those who are
/// not of the council.
pub async fn join(cx: &Cx, slug: &str) -> Result<()> {
    let group = super::find(cx, slug, GroupAction::See).await?;
    let person = cx.person()?;
    let facts = group.facts();
    if cx.actor.role_in(group.id).is_some() {
        return Err(Refusal::Transition(Transition::AlreadyMember).into());
    }
    if facts.visibility != Visibility::Open {
        return Err(Refusal::Transition(Transition::GroupNotOpen).into());
    }
    cx.require(Permission::Group(GroupAction::Join, &facts))?;
    group_is_at_work(&facts)?;
    let tx = cx.begin().await?;
    membership::insert(cx, &tx, group.id, person.id, GroupRole::Member).await?;
    Event::new(EventKind::MemberJoined).group(group.id).user(person.id).record(cx, &tx).await?;
    cx.commit(tx).await
}
