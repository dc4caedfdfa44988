//! Inviting somebody of the council to a group, and taking it back.

use domain::{
    Refusal,
    groups::{AdmissionKind, GroupRole},
    ids::UserId,
    policy::{GroupAction, group_is_at_work},
    refusal::Transition,
};
use serde_json::json;

use super::{New, ask::check, begin, between, end};
use crate::{
    Cx, Found, Result,
    events::{Event, EventKind},
    groups::{
        add_member::{Newcomer, identify},
        find, membership,
    },
};

/// Invites somebody of the council, who accepts or declines; gives who it was.
///
/// # Errors
/// As [`add_member`](crate::groups::add_member), and `AdmissionWaiting`.
pub async fn invite(cx: &Cx, slug: &str, who: &Newcomer, role: GroupRole, message: &str) -> Result<UserId> {
    let group = find(cx, slug, GroupAction::ManageMembers).await?;
    group_is_at_work(&group.facts())?;
    let message = check(message)?;
    let tx = cx.begin().await?;
    group_is_at_work(&membership::hold(&tx, group.id).await?.facts())?;
    let user = identify(cx, &tx, who).await?;
    membership::role_may_be_given(cx, &tx, group.id, user, role).await?;
    if membership::of(&tx, group.id, user).await?.is_some() {
        return Err(Refusal::Transition(Transition::AlreadyMember).into());
    }
    let kind = AdmissionKind::Invitation;
    begin(cx, &tx, New { group: group.id, user, kind, role, message }).await?;
    let event = Event::new(EventKind::MemberInvited).group(group.id).user(user);
    event.data(&json!({ "role": role }))?.record(cx, &tx).await?;
    cx.commit(tx).await?;
    Ok(user)
}

/// Takes an invitation back.
///
/// # Errors
/// `NotFound` for a hidden group or without an invitation; `Forbidden` but for facilitators and administrators;
/// `AdmissionOver`.
pub async fn withdraw_invitation(cx: &Cx, slug: &str, user: UserId) -> Result<()> {
    let group = find(cx, slug, GroupAction::ManageMembers).await?;
    let tx = cx.begin().await?;
    let row = between(&tx, group.id, user).await?;
    let row = row.filter(|row| row.kind == AdmissionKind::Invitation).found()?;
    let state = row.state.withdrawn()?;
    end(cx, &tx, row, state, String::new()).await?;
    Event::new(EventKind::InvitationWithdrawn).group(group.id).user(user).record(cx, &tx).await?;
    cx.commit(tx).await
}
