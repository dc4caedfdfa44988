//! Naming a successor. Nothing moves until they accept.

use domain::{
    FieldProblem, Refusal,
    groups::{GroupRole, HandoverForm, HandoverState},
    ids::{GroupId, UserId},
    policy::{GroupAction, Permission, group_is_at_work},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::view::{who_may_preside, who_may_run};
use crate::{
    Cx, Result,
    entities::handover,
    events::{Event, EventKind},
    groups,
};

/// Proposes to somebody of the group to run it in one's place. A former proposal is taken back.
///
/// # Errors
/// `NotFound`; `Forbidden` but for facilitators; `GroupClosed`; `Invalid`, with `successor` for who may not run it.
pub async fn offer_group(cx: &Cx, slug: &str, form: &HandoverForm) -> Result<()> {
    let group = groups::find(cx, slug, GroupAction::HandOver).await?;
    let (successor, note) = form.check()?;
    let tx = cx.begin().await?;
    group_is_at_work(&groups::hold(&tx, group.id).await?.facts())?;
    let eligible = who_may_run(cx, &tx, group.id).await?;
    named(&eligible, successor)?;
    write(cx, &tx, Some(group.id), successor, note).await?;
    Event::new(EventKind::HandoverOffered).group(group.id).user(successor).record(cx, &tx).await?;
    cx.commit(tx).await
}

/// Proposes to somebody of the council to preside in one's place. A former proposal is taken back.
///
/// # Errors
/// `Forbidden` but for the chair; `Invalid`, with `successor` for who is not a member of the council.
pub async fn offer_chair(cx: &Cx, form: &HandoverForm) -> Result<()> {
    cx.require(Permission::HandOverChair)?;
    let (successor, note) = form.check()?;
    let tx = cx.begin().await?;
    let eligible = who_may_preside(cx, &tx).await?;
    named(&eligible, successor)?;
    write(cx, &tx, None, successor, note).await?;
    Event::new(EventKind::HandoverOffered).user(successor).record(cx, &tx).await?;
    cx.commit(tx).await
}

fn named(eligible: &[super::Successor], successor: UserId) -> Result<(), Refusal> {
    if eligible.iter().any(|person| person.id == successor) {
        Ok(())
    } else {
        Err(Refusal::field("successor", FieldProblem::NotAChoice))
    }
}

async fn write(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    group: Option<GroupId>,
    successor: UserId,
    note: String,
) -> Result<()> {
    let me = cx.person()?.id;
    let same = match group {
        Some(group) => handover::Column::GroupId.eq(group),
        None => handover::Column::GroupId.is_null(),
    };
    handover::Entity::delete_many()
        .filter(handover::Column::FromId.eq(me))
        .filter(handover::Column::State.eq(HandoverState::Waiting))
        .filter(same)
        .exec(tx)
        .await?;
    let row = handover::ActiveModel {
        group_id: Set(group),
        from_id: Set(me),
        to_id: Set(successor),
        state: Set(HandoverState::Waiting),
        note: Set(note),
        at: Set(cx.now),
        answered_at: Set(None),
        ..Default::default()
    };
    row.insert(tx).await?;
    Ok(())
}

/// The role that is handed over.
pub(super) const ROLE: GroupRole = GroupRole::Facilitator;
