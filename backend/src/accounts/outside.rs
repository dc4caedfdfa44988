//! Passwords of what is nobody's account: links for people outside.

use super::{hashing, throttle};
use crate::{Cx, Result};

/// Hashes the password of a link.
pub(crate) async fn hashed(cx: &Cx, password: &str) -> Result<String> {
    hashing::hash(&cx.backend, password).await
}

/// Whether a password is the one that was hashed; tries are counted, for `what` it opens and from an address.
pub(crate) async fn opens(cx: &Cx, what: &str, password: &str, known: &str, address: &str) -> Result<bool> {
    throttle::count(cx, throttle::Try::OutsideLink, what, address).await?;
    let right = hashing::matches(&cx.backend, password, Some(known)).await?;
    if right {
        throttle::forget(cx.backend.db().writer(), throttle::Try::OutsideLink, what).await?;
    }
    Ok(right)
}
