//! A code besides the password: that of an application, or one of those kept on paper.
//!
//! `codes.rs` reads and uses a code, once; `half_way.rs` is between the password and the code; `manage.rs` puts codes in
//! place and takes them away; `required.rs` is what the council asks of those who hold its keys. Secrets are kept as
//! they are: whoever reads the database could read the key that would encrypt them.

mod codes;
mod half_way;
mod manage;
mod required;

use chrono::{DateTime, Utc};
use domain::{ids::UserId, refusal::Forbidden};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::{
    Cx, Result,
    entities::{code_secret, recovery_code},
};

#[cfg(any(test, feature = "testing"))]
pub(crate) use codes::shown_by_application;
pub use half_way::{Asked, HalfWay, give_code, still_asked};
pub use manage::{
    Whose, confirm_codes, has_codes, prepare_codes, prepared_secret, renew_recovery_codes, reset_codes,
    stop_codes,
};
pub use required::require_codes;

/// Where somebody stands with their second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SecondFactor {
    /// Since when a code is asked, if it is.
    pub since: Option<DateTime<Utc>>,
    /// Recovery codes that may still be used.
    pub recovery_left: u64,
}

/// Where one stands with one's second factor.
///
/// # Errors
/// `SignInRequired`.
pub async fn second_factor(cx: &Cx) -> Result<SecondFactor> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let person = cx.person()?;
    let since = confirmed(cx.reader(), person.id).await?.and_then(|secret| secret.confirmed_at);
    let unused = recovery_code::Entity::find()
        .filter(recovery_code::Column::UserId.eq(person.id))
        .filter(recovery_code::Column::UsedAt.is_null());
    let recovery_left = if since.is_some() { unused.count(cx.reader()).await? } else { 0 };
    Ok(SecondFactor { since, recovery_left })
}

/// The secret that somebody's codes are made with, once it is in use.
async fn confirmed(db: &impl ConnectionTrait, user: UserId) -> Result<Option<code_secret::Model>> {
    let secret = code_secret::Entity::find()
        .filter(code_secret::Column::UserId.eq(user))
        .filter(code_secret::Column::ConfirmedAt.is_not_null());
    Ok(secret.one(db).await?)
}

/// Forgets somebody's secret and recovery codes, and says whether a code was asked of them.
pub(super) async fn forget(tx: &impl ConnectionTrait, user: UserId) -> Result<bool> {
    let was_on = confirmed(tx, user).await?.is_some();
    code_secret::Entity::delete_many().filter(code_secret::Column::UserId.eq(user)).exec(tx).await?;
    recovery_code::Entity::delete_many().filter(recovery_code::Column::UserId.eq(user)).exec(tx).await?;
    Ok(was_on)
}
