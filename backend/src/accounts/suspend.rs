//! Suspending somebody, and letting them in again.

use domain::{Refusal, ids::UserId, policy::Permission, refusal::Transition};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};

use super::{address, open_sessions};
use crate::{
    Cx, Found, Result,
    entities::user,
    events::{Event, EventKind},
    people,
};

/// Cuts somebody off, at once: their sessions are closed and their links withdrawn. What they wrote stays.
///
/// # Errors
/// `Forbidden` but for an administrator; `NotFound`; `Oneself`; `LastAdministrator`.
pub async fn suspend(cx: &Cx, id: UserId) -> Result<()> {
    cx.require(Permission::ManagePeople)?;
    if cx.actor.user_id() == Some(id) {
        return Err(Refusal::Transition(Transition::Oneself).into());
    }
    let tx = cx.begin().await?;
    let user = user::Entity::find_by_id(id).one(&tx).await?.found()?;
    if user.suspended_at.is_some() {
        return Ok(());
    }
    if user.is_administrator {
        people::another_administrator(&tx, id).await?;
    }
    let version = user.version;
    let mut user: user::ActiveModel = user.into();
    user.suspended_at = Set(Some(cx.now));
    user.version = Set(version.next());
    user.update(&tx).await?;
    open_sessions::close(&tx, id, None).await?;
    address::forget_links(&tx, id).await?;
    Event::new(EventKind::PersonSuspended).user(id).record(cx, &tx).await?;
    cx.commit(tx).await
}

/// Lets somebody in again. They sign in with the password they had.
///
/// # Errors
/// `Forbidden` but for an administrator; `NotFound`.
pub async fn restore(cx: &Cx, id: UserId) -> Result<()> {
    cx.require(Permission::ManagePeople)?;
    let tx = cx.begin().await?;
    let user =
        user::Entity::find_by_id(id).one(&tx).await?.filter(|user| user.erased_at.is_none()).found()?;
    if user.suspended_at.is_none() {
        return Ok(());
    }
    let version = user.version;
    let mut user: user::ActiveModel = user.into();
    user.suspended_at = Set(None);
    user.version = Set(version.next());
    user.update(&tx).await?;
    Event::new(EventKind::PersonRestored).user(id).record(cx, &tx).await?;
    cx.commit(tx).await
}
