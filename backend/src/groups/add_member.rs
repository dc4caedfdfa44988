//! Adding somebody of the council to a group.

use domain::{
    FieldProblem, Refusal,
    groups::GroupRole,
    ids::UserId,
    policy::{GroupAction, group_is_at_work},
    refusal::Transition,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::Serialize;

use super::{membership, people};
use crate::{
    Cx, Error, Result,
    entities::user,
    events::{Event, EventKind},
};

/// Who is added: chosen in a list, or by their address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Newcomer {
    /// Chosen.
    User(UserId),
    /// Typed.
    Email(String),
}

#[derive(Serialize)]
struct Details {
    role: GroupRole,
}

/// Gives somebody a place in the group, and says who it was.
///
/// # Errors
/// `NotFound`; `Forbidden` but for facilitators and administrators; `Invalid` on `person` for somebody who is not of
/// the council, on `role` for an administrator who would be more than an observer, or for staff and guests, who observe; `AlreadyMember`; `GroupClosed`.
pub async fn add_member(cx: &Cx, slug: &str, who: &Newcomer, role: GroupRole) -> Result<UserId> {
    let group = super::find(cx, slug, GroupAction::ManageMembers).await?;
    group_is_at_work(&group.facts())?;
    let tx = cx.begin().await?;
    membership::hold(&tx, group.id).await?;
    let user = identify(cx, &tx, who).await?;
    membership::role_may_be_given(cx, &tx, group.id, user, role).await?;
    if membership::of(&tx, group.id, user).await?.is_some() {
        return Err(Refusal::Transition(Transition::AlreadyMember).into());
    }
    membership::insert(cx, &tx, group.id, user, role).await?;
    let event = Event::new(EventKind::MemberAdded).group(group.id).user(user);
    event.data(&Details { role })?.record(cx, &tx).await?;
    cx.commit(tx).await?;
    Ok(user)
}

pub(super) async fn identify(cx: &Cx, tx: &impl ConnectionTrait, who: &Newcomer) -> Result<UserId> {
    let nobody = || Error::Refused(Refusal::field("person", FieldProblem::NotAChoice));
    let id = match who {
        Newcomer::User(id) => *id,
        Newcomer::Email(typed) => {
            let email = domain::accounts::email(typed)
                .map_err(|problem| Error::Refused(Refusal::field("person", problem)))?;
            let found: Option<UserId> = user::Entity::find()
                .select_only()
                .column(user::Column::Id)
                .filter(user::Column::Email.eq(email))
                .into_tuple()
                .one(tx)
                .await?;
            found.ok_or_else(nobody)?
        }
    };
    people::known(cx, tx, &[id]).await?.pop().ok_or_else(nobody)
}
