//! Secrets, the codes they make, and recovery codes: each serves once.

use chrono::{DateTime, Utc};
use domain::{
    FieldProblem, Refusal,
    accounts::{
        WayChange,
        codes::{RECOVERY_CODES, TypedCode, recovery_code as written, typed_code},
    },
    ids::UserId,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};
use totp_rs::{Builder, Secret, Totp};

use super::confirmed;
use crate::{
    Cx, Error, Result,
    accounts::{hashing, throttle},
    entities::{code_secret, recovery_code, user},
    events::{Event, EventKind},
    files::Fingerprint,
    jobs::{self, Job},
};

/// A secret, of 160 random bits as is usual, in base 32.
pub(super) fn draw_secret(cx: &Cx) -> String {
    Secret::from(cx.backend.random::<20>()).to_base32()
}

fn application(secret: &str) -> Result<Totp> {
    let secret = Secret::try_from_base32(secret).map_err(|error| Error::unexpected(error.to_string()))?;
    // Six digits every thirty seconds, and one step of tolerance: what every application does.
    Builder::new().with_secret(secret).build().map_err(|error| Error::unexpected(error.to_string()))
}

/// The step of thirty seconds whose code this is, if it is of about now.
pub(super) fn step_of(secret: &str, digits: &str, now: DateTime<Utc>) -> Result<Option<i64>> {
    let now = u64::try_from(now.timestamp()).unwrap_or_default();
    let step = application(secret)?.check(digits, now);
    Ok(step.and_then(|step| i64::try_from(step).ok()))
}

/// The code that an application shows.
#[cfg(any(test, feature = "testing"))]
pub(crate) fn shown_by_application(secret: &str, now: DateTime<Utc>) -> String {
    let now = u64::try_from(now.timestamp()).expect("after 1970");
    application(secret).expect("a secret").generate(now).to_string()
}

/// Codes made before they were hashed slowly; they are still worth something.
fn quick_hash(user: UserId, code: &str) -> String {
    Fingerprint::of(format!("recovery {user} {code}").as_bytes()).to_string()
}

/// A code as given, ready to be looked up.
pub(super) enum Given {
    /// The six digits of an application.
    App(String),
    /// The hash of a recovery code.
    Recovery(String),
}

/// Reads what was typed, and counts the try. What takes time is done here, before anything is held.
pub(super) async fn typed(cx: &Cx, user: &user::Model, code: &str, address: &str) -> Result<Given> {
    let code = typed_code(code).map_err(|problem| Refusal::field("code", problem))?;
    throttle::count(cx, throttle::Try::Code, &user.email, address).await?;
    Ok(match code {
        TypedCode::App(digits) => Given::App(digits),
        TypedCode::Recovery(code) => Given::Recovery(recovery_hash(cx, user.id, &code).await?),
    })
}

/// The hash under which a recovery code of theirs would be found: the ten of a sheet have one salt.
async fn recovery_hash(cx: &Cx, user: UserId, code: &str) -> Result<String> {
    let known = recovery_code::Entity::find().filter(recovery_code::Column::UserId.eq(user));
    let known = known.one(cx.reader()).await?;
    match known.and_then(|known| hashing::salt_of(&known.code_hash)) {
        Some(salt) => hashing::hash_with(&cx.backend, code, salt).await,
        None => Ok(quick_hash(user, code)),
    }
}

/// Uses a code, in the transaction of what it allows: the same one does not serve twice, even at once.
///
/// # Errors
/// `Invalid` unless it is a code of theirs that was not used.
pub(super) async fn spend(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    user: &user::Model,
    code: &Given,
) -> Result<()> {
    let right = match code {
        Given::App(digits) => spend_step(cx, tx, user.id, digits).await?,
        Given::Recovery(hash) => spend_recovery(cx, tx, user.id, hash).await?,
    };
    if !right {
        return Err(Refusal::field("code", FieldProblem::WrongCode).into());
    }
    throttle::forget(tx, throttle::Try::Code, &user.email).await
}

async fn spend_step(cx: &Cx, tx: &impl ConnectionTrait, user: UserId, digits: &str) -> Result<bool> {
    let Some(known) = confirmed(tx, user).await? else { return Ok(false) };
    let Some(step) = step_of(&known.secret, digits, cx.now)? else { return Ok(false) };
    let later = code_secret::Entity::update_many()
        .col_expr(code_secret::Column::LastStep, Expr::value(step))
        .filter(code_secret::Column::Id.eq(known.id))
        .filter(code_secret::Column::LastStep.lt(step));
    Ok(later.exec(tx).await?.rows_affected == 1)
}

async fn spend_recovery(cx: &Cx, tx: &impl ConnectionTrait, user: UserId, hash: &str) -> Result<bool> {
    let unused = recovery_code::Entity::update_many()
        .col_expr(recovery_code::Column::UsedAt, Expr::value(Some(cx.now)))
        .filter(recovery_code::Column::UserId.eq(user))
        .filter(recovery_code::Column::CodeHash.eq(hash))
        .filter(recovery_code::Column::UsedAt.is_null());
    if unused.exec(tx).await?.rows_affected != 1 {
        return Ok(false);
    }
    jobs::enqueue(cx, tx, &Job::TellWayChanged { user, change: WayChange::RecoveryUsed }).await?;
    Event::new(EventKind::RecoveryCodeUsed).user(user).record(cx, tx).await?;
    Ok(true)
}

/// Recovery codes that nobody has yet.
pub(super) struct Drawn {
    codes: Vec<String>,
    hashes: Vec<String>,
}

/// Draws recovery codes. What takes time is done here, before anything is held.
pub(super) async fn draw_recovery(cx: &Cx) -> Result<Drawn> {
    let salt = cx.backend.random();
    let mut drawn = Drawn { codes: Vec::new(), hashes: Vec::new() };
    for _ in 0..RECOVERY_CODES {
        let code = written(cx.backend.random());
        drawn.hashes.push(hashing::hash_with(&cx.backend, &code, salt).await?);
        drawn.codes.push(code);
    }
    Ok(drawn)
}

/// Gives somebody these recovery codes, this once; those before are worth nothing any more.
pub(super) async fn give_recovery(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    user: UserId,
    drawn: Drawn,
) -> Result<Vec<String>> {
    recovery_code::Entity::delete_many().filter(recovery_code::Column::UserId.eq(user)).exec(tx).await?;
    let rows = drawn.hashes.into_iter().map(|hash| recovery_code::ActiveModel {
        user_id: Set(user),
        code_hash: Set(hash),
        created_at: Set(cx.now),
        ..Default::default()
    });
    recovery_code::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(drawn.codes)
}
