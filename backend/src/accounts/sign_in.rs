//! Signing in.

use domain::{FieldError, FieldProblem, Refusal, ids::UserId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{hashing, throttle};
use crate::{Cx, Result, entities::user};

/// Says whose address and password these are. What else is asked of them, and the session, are for above:
/// [`still_asked`](super::still_asked), [`arrive`](super::arrive).
///
/// An unknown address, a wrong password, an account that was never opened and one that is suspended get the same
/// answer, after the same time.
///
/// # Errors
/// `Invalid`; `TooMany` after too many failures for this account or from this address.
pub async fn sign_in(cx: &Cx, email: &str, password: &str, address: &str) -> Result<UserId> {
    let missing: Vec<_> = [("email", email.trim()), ("password", password)]
        .into_iter()
        .filter(|(_, typed)| typed.is_empty())
        .map(|(field, _)| FieldError::new(field, FieldProblem::Missing))
        .collect();
    if !missing.is_empty() {
        return Err(Refusal::Invalid(missing).into());
    }
    throttle::count(cx, throttle::Try::Password, email, address).await?;
    let user = find(cx, email).await?;
    let known = user.as_ref().and_then(|user| user.password_hash.as_deref());
    let right = hashing::matches(&cx.backend, password, known).await?;
    let Some(user) = user.filter(|user| right && user.suspended_at.is_none()) else {
        return Err(Refusal::field("password", FieldProblem::Wrong).into());
    };
    throttle::forget(cx.backend.db().writer(), throttle::Try::Password, email).await?;
    Ok(user.id)
}

/// The person with this address, as typed.
pub(super) async fn find(cx: &Cx, email: &str) -> Result<Option<user::Model>> {
    let Ok(email) = domain::accounts::email(email) else { return Ok(None) };
    Ok(user::Entity::find().filter(user::Column::Email.eq(email)).one(cx.reader()).await?)
}

/// Refuses unless this is the password of the signed-in person; counted like a sign-in.
pub(crate) async fn confirm_password(
    cx: &Cx,
    user: &user::Model,
    field: &'static str,
    password: &str,
) -> Result<()> {
    if password.is_empty() {
        return Err(Refusal::field(field, FieldProblem::Missing).into());
    }
    throttle::count(cx, throttle::Try::Password, &user.email, "").await?;
    if !hashing::matches(&cx.backend, password, user.password_hash.as_deref()).await? {
        return Err(Refusal::field(field, FieldProblem::Wrong).into());
    }
    throttle::forget(cx.backend.db().writer(), throttle::Try::Password, &user.email).await
}
