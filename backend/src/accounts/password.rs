//! Choosing a password: the first, another after forgetting it, another for a good reason.

use domain::{
    Actor, FieldProblem, Refusal,
    accounts::LinkPurpose,
    ids::UserId,
    refusal::{Forbidden, Transition},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{hashing, link, open_sessions, sign_in, throttle};
use crate::{
    Cx, Found, Result,
    entities::user,
    events::{Event, EventKind},
    jobs::{self, Job},
    welcome,
};

/// Opens the account of the person invited by this link, whose identifier it gives.
///
/// # Errors
/// `LinkExpired`; `Invalid`.
pub async fn accept_invitation(cx: &Cx, token: &str, password: &str, again: &str) -> Result<UserId> {
    let (link, user) = presented_for(cx, token, LinkPurpose::Invitation).await?;
    if user.password_hash.is_some() {
        return Err(Refusal::Transition(Transition::AlreadyActive).into());
    }
    let hash = hashing::hash_chosen(cx, &user, password, again).await?;
    let tx = cx.begin().await?;
    link::consume(cx, &tx, link).await?;
    link::withdraw(&tx, user.id, [LinkPurpose::Invitation]).await?;
    set(&tx, user.id, hash).await?;
    welcome::begin(cx, &tx, user.id).await?;
    Event::new(EventKind::AccountOpened).user(user.id).record(cx, &tx).await?;
    cx.commit(tx).await?;
    Ok(user.id)
}

/// Sends a link to choose another password to whoever has this address. The answer does not tell whether anybody has.
///
/// Somebody who never opened their account gets their invitation again.
///
/// # Errors
/// `Invalid` if it is no address; `TooMany`.
pub async fn ask_password_reset(cx: &Cx, email: &str, address: &str) -> Result<()> {
    let email = domain::accounts::email(email).map_err(|problem| Refusal::field("email", problem))?;
    throttle::count(cx, throttle::Try::ResetLink, &email, address).await?;
    let user = sign_in::find(cx, &email).await?;
    // Both answers open and commit a transaction: they take the same time.
    let tx = cx.begin().await?;
    if let Some(user) = user.filter(|user| user.suspended_at.is_none()) {
        link::leave(cx, &tx, user.id, link::purpose_for(&user), None).await?;
    }
    cx.commit(tx).await
}

/// Gives another password to the person of this link, whose identifier it gives. Their open sessions are closed.
///
/// # Errors
/// `LinkExpired`; `Invalid`.
pub async fn reset_password(cx: &Cx, token: &str, password: &str, again: &str) -> Result<UserId> {
    let (link, user) = presented_for(cx, token, LinkPurpose::PasswordReset).await?;
    let hash = hashing::hash_chosen(cx, &user, password, again).await?;
    let tx = cx.begin().await?;
    link::consume(cx, &tx, link).await?;
    replace(cx, &tx, &user, hash, None).await?;
    throttle::forget(&tx, throttle::Try::Password, &user.email).await?;
    cx.commit(tx).await?;
    Ok(user.id)
}

/// Changes one's own password. One's other sessions are closed.
///
/// # Errors
/// `SignInRequired`; `Invalid`; `TooMany` after too many wrong present passwords.
pub async fn change_password(
    cx: &Cx,
    present_session: Option<&str>,
    current: &str,
    password: &str,
    again: &str,
) -> Result<()> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let person = cx.person()?;
    let user = user::Entity::find_by_id(person.id).one(cx.reader()).await?.found()?;
    sign_in::confirm_password(cx, &user, "current_password", current).await?;
    if current == password {
        return Err(Refusal::field("password", FieldProblem::Unchanged).into());
    }
    let hash = hashing::hash_chosen(cx, &user, password, again).await?;
    let tx = cx.begin().await?;
    replace(cx, &tx, &user, hash, present_session).await?;
    cx.commit(tx).await
}

/// Gives somebody their first password, from the command line.
///
/// # Errors
/// `NotFound` but for the program itself, or when there is no such person; `Invalid`; `AlreadyActive` if they have one.
pub async fn give_password(cx: &Cx, id: UserId, password: &str) -> Result<()> {
    if cx.actor != Actor::System {
        return Err(Refusal::NotFound.into());
    }
    let user = user::Entity::find_by_id(id).one(cx.reader()).await?.found()?;
    if user.password_hash.is_some() {
        return Err(Refusal::Transition(Transition::AlreadyActive).into());
    }
    let hash = hashing::hash_chosen(cx, &user, password, password).await?;
    let tx = cx.begin().await?;
    set(&tx, id, hash).await?;
    Event::new(EventKind::AccountOpened).user(id).record(cx, &tx).await?;
    cx.commit(tx).await
}

pub(super) async fn presented_for(
    cx: &Cx,
    token: &str,
    purpose: LinkPurpose,
) -> Result<(domain::ids::OneTimeLinkId, user::Model)> {
    let link::Presented { link, user } = link::present(cx, token).await?;
    if link.purpose == purpose { Ok((link.id, user)) } else { Err(Refusal::LinkExpired.into()) }
}

/// Writes another password, and closes what the former one had opened.
async fn replace(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    user: &user::Model,
    hash: String,
    kept_session: Option<&str>,
) -> Result<()> {
    set(tx, user.id, hash).await?;
    open_sessions::close(tx, user.id, kept_session).await?;
    link::withdraw(tx, user.id, [LinkPurpose::PasswordReset, LinkPurpose::Invitation, LinkPurpose::SignIn])
        .await?;
    jobs::enqueue(cx, tx, &Job::TellPasswordChanged { user: user.id }).await?;
    Event::new(EventKind::PasswordChanged).user(user.id).record(cx, tx).await
}

async fn set(tx: &impl ConnectionTrait, user: UserId, hash: String) -> Result<()> {
    user::Entity::update_many()
        .col_expr(user::Column::PasswordHash, Expr::value(Some(hash)))
        .filter(user::Column::Id.eq(user))
        .exec(tx)
        .await?;
    Ok(())
}
