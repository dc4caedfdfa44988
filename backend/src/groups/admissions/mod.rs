//! Coming into a group that one does not join by oneself: requests and invitations, at most one a person and a group.
//!
//! What waits for somebody who has left the council, or for a group that is closed, is found by nobody.

mod answer;
mod ask;
mod invite;
mod mine;
mod waiting;

pub use answer::{answer_invitation, answer_request};
pub use ask::{ask_to_join, withdraw_request};
pub use invite::{invite, withdraw_invitation};
pub(super) use mine::mine_in;
pub use mine::{MyAdmission, my_admissions};
pub(super) use waiting::count_requests;
pub use waiting::{AdmissionRow, WaitingRequest, admissions_of, requests_waiting_for_me};

use domain::{
    Refusal,
    groups::{AdmissionKind, AdmissionState, GroupRole},
    ids::{GroupId, UserId},
    refusal::Transition,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::{Cx, Result, entities::admission};

/// A request or an invitation about to be.
struct New {
    group: GroupId,
    user: UserId,
    kind: AdmissionKind,
    role: GroupRole,
    message: String,
}

/// The request or the invitation between this group and this person, whatever became of it.
async fn between(
    tx: &impl ConnectionTrait,
    group: GroupId,
    user: UserId,
) -> Result<Option<admission::Model>> {
    let row = admission::Entity::find()
        .filter(admission::Column::GroupId.eq(group))
        .filter(admission::Column::UserId.eq(user))
        .one(tx)
        .await?;
    Ok(row)
}

/// Writes it in place of a former one; the group is held.
async fn begin(cx: &Cx, tx: &impl ConnectionTrait, new: New) -> Result<()> {
    if let Some(former) = between(tx, new.group, new.user).await? {
        if former.state == AdmissionState::Waiting {
            return Err(Refusal::Transition(Transition::AdmissionWaiting).into());
        }
        admission::Entity::delete_by_id(former.id).exec(tx).await?;
    }
    let row = admission::ActiveModel {
        group_id: Set(new.group),
        user_id: Set(new.user),
        kind: Set(new.kind),
        state: Set(AdmissionState::Waiting),
        role: Set(new.role),
        by_id: Set(cx.person()?.id),
        message: Set(new.message),
        at: Set(cx.now),
        answered_by: Set(None),
        answer: Set(String::new()),
        answered_at: Set(None),
        ..Default::default()
    };
    row.insert(tx).await?;
    Ok(())
}

/// Writes what became of it.
async fn end(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    row: admission::Model,
    state: AdmissionState,
    answer: String,
) -> Result<()> {
    let mut row: admission::ActiveModel = row.into();
    row.state = Set(state);
    row.answered_by = Set(cx.actor.user_id());
    row.answer = Set(answer);
    row.answered_at = Set(Some(cx.now));
    row.update(tx).await?;
    Ok(())
}

/// Whoever comes in by another way waits no longer.
pub(super) async fn forget_waiting(tx: &impl ConnectionTrait, group: GroupId, user: UserId) -> Result<()> {
    admission::Entity::delete_many()
        .filter(admission::Column::GroupId.eq(group))
        .filter(admission::Column::UserId.eq(user))
        .filter(admission::Column::State.eq(AdmissionState::Waiting))
        .exec(tx)
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests;
