//! Asking to join a group that is closed to those outside, and taking it back.

use domain::{
    FieldProblem, Refusal, form,
    groups::{AdmissionKind, GroupRole, MESSAGE_MAX, Visibility},
    policy::{GroupAction, Permission, group_is_at_work},
    refusal::Transition,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{New, begin, between, end};
use crate::{
    Cx, Found, Result,
    entities::group,
    events::{Event, EventKind},
    groups::{find, membership},
};

/// Asks to join a group, with a message for those who run it.
///
/// # Errors
/// `NotFound`; `AlreadyMember`; `GroupIsOpen`, which one joins without asking; `Forbidden` for those who are not of
/// the council; `GroupClosed`; `Invalid` on `message`; `AdmissionWaiting` the second time.
pub async fn ask_to_join(cx: &Cx, slug: &str, message: &str) -> Result<()> {
    let group = find(cx, slug, GroupAction::See).await?;
    let facts = group.facts();
    if cx.actor.role_in(group.id).is_some() {
        return Err(Refusal::Transition(Transition::AlreadyMember).into());
    }
    cx.require(Permission::Group(GroupAction::AskToJoin, &facts))?;
    if facts.visibility == Visibility::Open {
        return Err(Refusal::Transition(Transition::GroupIsOpen).into());
    }
    group_is_at_work(&facts)?;
    let message = check(message)?;
    let user = cx.person()?.id;
    let tx = cx.begin().await?;
    group_is_at_work(&membership::hold(&tx, group.id).await?.facts())?;
    let kind = AdmissionKind::Request;
    begin(cx, &tx, New { group: group.id, user, kind, role: GroupRole::Member, message }).await?;
    Event::new(EventKind::JoinAsked).group(group.id).user(user).record(cx, &tx).await?;
    cx.commit(tx).await
}

/// A message as typed.
pub(super) fn check(message: &str) -> Result<String, Refusal> {
    form::text(message, 0, MESSAGE_MAX).map_err(|problem: FieldProblem| Refusal::field("message", problem))
}

/// Takes one's request back.
///
/// # Errors
/// `SignInRequired`; `NotFound` without a request; `AdmissionOver` once it was answered.
pub async fn withdraw_request(cx: &Cx, slug: &str) -> Result<()> {
    let me = cx.person()?.id;
    // Who was in sight of the group when asking may not be any more: the request is their own.
    let group = group::Entity::find().filter(group::Column::Slug.eq(slug)).one(cx.reader()).await?.found()?;
    let tx = cx.begin().await?;
    let row = between(&tx, group.id, me).await?;
    let row = row.filter(|row| row.kind == AdmissionKind::Request).found()?;
    let state = row.state.withdrawn()?;
    end(cx, &tx, row, state, String::new()).await?;
    Event::new(EventKind::JoinWithdrawn).group(group.id).user(me).record(cx, &tx).await?;
    cx.commit(tx).await
}
