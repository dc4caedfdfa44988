//! Counting tries, in the database: for one account and from one address.
//!
//! A try is counted before it is judged, so that many at once cannot slip through together. Addresses of mail are
//! kept as fingerprints: what is typed there is sometimes a password. Lines go after a day.

use std::net::IpAddr;

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    accounts::{
        ATTEMPTS_PER_ACCOUNT, ATTEMPTS_PER_ADDRESS, CODES_PER_ACCOUNT, RESETS_PER_ACCOUNT, THROTTLE_WINDOW,
    },
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, sea_query::SimpleExpr,
};

use crate::{Cx, Result, entities::sign_in_failure as failure, files::Fingerprint};

/// What is tried.
#[derive(Clone, Copy)]
pub(super) enum Try {
    /// A password, to sign in or to confirm who one is.
    Password,
    /// Asking for a link by mail.
    ResetLink,
    /// Asking for a link to sign in.
    SignInLink,
    /// A code, once the password was given.
    Code,
    /// A passkey, by address alone: nobody says who they are.
    Passkey,
    /// A sign-in service, by address alone: each is a request to it.
    Provider,
    /// The password of a link for people outside, which several people may type.
    OutsideLink,
}

impl Try {
    fn per_account(self) -> u64 {
        match self {
            Try::Password => ATTEMPTS_PER_ACCOUNT,
            Try::ResetLink | Try::SignInLink => RESETS_PER_ACCOUNT,
            Try::Code => CODES_PER_ACCOUNT,
            Try::OutsideLink | Try::Passkey | Try::Provider => ATTEMPTS_PER_ADDRESS,
        }
    }

    fn key(self, email: &str) -> String {
        let kind = match self {
            Try::Password => "password",
            Try::ResetLink => "reset",
            Try::SignInLink => "sign-in link",
            Try::Code => "code",
            Try::Passkey => "passkey",
            Try::Provider => "provider",
            Try::OutsideLink => "link",
        };
        Fingerprint::of(format!("{kind} {}", email.trim().to_lowercase()).as_bytes()).to_string()
    }
}

/// Counts a try, or refuses it because there were too many.
///
/// The try is written before the others are counted: of several at once, each sees those written before it, on both
/// engines. A refused one leaves no line, or hammering would lengthen the wait for ever.
pub(super) async fn count(cx: &Cx, what: Try, email: &str, address: &str) -> Result<()> {
    let (account, address) = (what.key(email), network(address));
    let db = cx.backend.db().writer();
    let line = failure::ActiveModel {
        account: Set(account.clone()),
        address: Set(address.clone()),
        at: Set(cx.now),
        ..Default::default()
    };
    let line = line.insert(db).await?;
    let mut full_since = nth_before(cx, failure::Column::Account.eq(account), what.per_account()).await?;
    if !address.is_empty() {
        let by_address = failure::Column::Address.eq(address);
        full_since = full_since.max(nth_before(cx, by_address, ATTEMPTS_PER_ADDRESS).await?);
    }
    let Some(at) = full_since else { return Ok(()) };
    failure::Entity::delete_by_id(line.id).exec(db).await?;
    let seconds = (at + THROTTLE_WINDOW - cx.now).num_seconds().max(1);
    Err(Refusal::TooMany { retry_after_seconds: u32::try_from(seconds).unwrap_or(u32::MAX) }.into())
}

/// Forgets the tries of an account or a link: they know its password.
pub(super) async fn forget(tx: &impl ConnectionTrait, what: Try, email: &str) -> Result<()> {
    let known = failure::Column::Account.eq(what.key(email));
    failure::Entity::delete_many().filter(known).exec(tx).await?;
    Ok(())
}

/// Forgets every try of an account, whatever was tried.
pub(crate) async fn forget_all(tx: &impl ConnectionTrait, email: &str) -> Result<()> {
    for what in [Try::Password, Try::ResetLink, Try::OutsideLink] {
        forget(tx, what, email).await?;
    }
    Ok(())
}

/// When the `allowed`th try before this one was, if it is recent enough to stand in the way.
async fn nth_before(cx: &Cx, whose: SimpleExpr, allowed: u64) -> Result<Option<DateTime<Utc>>> {
    let line = failure::Entity::find()
        .filter(whose)
        .filter(failure::Column::At.gt(cx.now - THROTTLE_WINDOW))
        .order_by_desc(failure::Column::At)
        .order_by_desc(failure::Column::Id)
        .offset(allowed)
        .limit(1)
        .one(cx.backend.db().writer())
        .await?;
    Ok(line.map(|line| line.at))
}

/// An address, or its network: whoever has one IPv6 address has a billion.
fn network(address: &str) -> String {
    match address.trim().parse::<IpAddr>().map(|ip| ip.to_canonical()) {
        Ok(IpAddr::V6(ip)) => {
            let [a, b, c, d, ..] = ip.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
        Ok(ip) => ip.to_string(),
        Err(_) => String::new(),
    }
}
