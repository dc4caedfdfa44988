//! Proving again who one is, before what opens doors: a session may have been left open.

use domain::refusal::Forbidden;
use sea_orm::EntityTrait;

use super::sign_in;
use crate::{Cx, Found, Result, entities::user};

/// Proves again, with their password, that the signed-in person is the one who asks. The session remembers it, above.
///
/// # Errors
/// `SignInRequired`; `Invalid`; `TooMany` after too many wrong passwords.
pub async fn prove_again(cx: &Cx, password: &str) -> Result<()> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let person = cx.person()?;
    let user = user::Entity::find_by_id(person.id).one(cx.reader()).await?.found()?;
    sign_in::confirm_password(cx, &user, "proof_password", password).await
}
