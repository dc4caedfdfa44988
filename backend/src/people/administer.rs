//! Naming administrators. Nobody is indispensable, and somebody is always there.

use domain::{Refusal, ids::UserId, policy::Permission, refusal::Transition};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::{
    Cx, Found, Result,
    entities::user,
    events::{Event, EventKind},
};

/// Makes somebody an administrator.
///
/// # Errors
/// `Forbidden` but for an administrator; `NotFound`.
pub async fn name_administrator(cx: &Cx, id: UserId) -> Result<()> {
    set(cx, id, true).await
}

/// Takes the keys back, from another or from oneself.
///
/// # Errors
/// `Forbidden` but for an administrator; `NotFound`; `LastAdministrator`.
pub async fn end_administrator(cx: &Cx, id: UserId) -> Result<()> {
    set(cx, id, false).await
}

async fn set(cx: &Cx, id: UserId, is_administrator: bool) -> Result<()> {
    cx.require(Permission::ManagePeople)?;
    let tx = cx.begin().await?;
    let user =
        user::Entity::find_by_id(id).one(&tx).await?.filter(|user| user.erased_at.is_none()).found()?;
    if user.is_administrator == is_administrator {
        return Ok(());
    }
    if !is_administrator {
        another_administrator(&tx, id).await?;
    }
    let version = user.version;
    let mut user: user::ActiveModel = user.into();
    user.is_administrator = Set(is_administrator);
    user.version = Set(version.next());
    user.update(&tx).await?;
    Event::new(EventKind::PersonChanged)
        .user(id)
        .data(&serde_json::json!({ "administrator": is_administrator }))?
        .record(cx, &tx)
        .await?;
    cx.commit(tx).await
}

/// Refuses unless somebody else can administer: with a password, and not suspended.
pub(crate) async fn another_administrator(tx: &impl ConnectionTrait, but: UserId) -> Result<()> {
    let other = user::Entity::find()
        .filter(user::Column::IsAdministrator.eq(true))
        .filter(user::Column::SuspendedAt.is_null())
        .filter(user::Column::PasswordHash.is_not_null())
        .filter(user::Column::Id.ne(but))
        .one(tx)
        .await?;
    if other.is_some() { Ok(()) } else { Err(Refusal::Transition(Transition::LastAdministrator).into()) }
}
