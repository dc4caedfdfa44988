//! Signing in by a link received by mail, without a password.

use domain::{Refusal, accounts::LinkPurpose, ids::UserId};

use super::{link, password, sign_in, throttle};
use crate::{Cx, Result};

/// Sends a link to sign in to whoever has this address. The answer does not tell whether anybody has.
///
/// Somebody who never opened their account gets their invitation again.
///
/// # Errors
/// `Invalid` if it is no address; `TooMany`.
pub async fn ask_sign_in_link(cx: &Cx, email: &str, address: &str) -> Result<()> {
    let email = domain::accounts::email(email).map_err(|problem| Refusal::field("email", problem))?;
    throttle::count(cx, throttle::Try::SignInLink, &email, address).await?;
    let user = sign_in::find(cx, &email).await?;
    // Both answers open and commit a transaction: they take the same time.
    let tx = cx.begin().await?;
    if let Some(user) = user.filter(|user| user.suspended_at.is_none()) {
        let opened = user.password_hash.is_some();
        let purpose = if opened { LinkPurpose::SignIn } else { LinkPurpose::Invitation };
        link::leave(cx, &tx, user.id, purpose, None).await?;
    }
    cx.commit(tx).await
}

/// Uses a link to sign in, and says who it is. What else is asked of them is asked above, as after a password.
///
/// # Errors
/// `LinkExpired`.
pub async fn sign_in_by_link(cx: &Cx, token: &str) -> Result<UserId> {
    let (link, user) = password::presented_for(cx, token, LinkPurpose::SignIn).await?;
    let tx = cx.begin().await?;
    link::consume(cx, &tx, link).await?;
    link::withdraw(&tx, user.id, [LinkPurpose::SignIn]).await?;
    cx.commit(tx).await?;
    Ok(user.id)
}
