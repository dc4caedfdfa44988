//! Passkeys: signing in with what a telephone, a computer or a key of hardware keeps, instead of a password.
//!
//! A ceremony begins with a challenge for the browser and a [`Ceremony`] that the session keeps, on the server; it ends
//! with what the browser answers. A passkey asks its holder for a finger, a face or a code: it is both factors at once.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Refusal,
    accounts::{
        WayChange,
        codes::{PASSKEY_NAME_MAX, PASSKEYS_MAX},
    },
    ids::{PasskeyId, UserId},
    refusal::Forbidden,
    refusal::Transition,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, sea_query::Expr,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Uuid, Webauthn, WebauthnBuilder, WebauthnError,
};

use super::throttle;
use crate::{
    Cx, Error, Found, Result,
    entities::{passkey, user},
    events::{Event, EventKind},
    jobs::{self, Job},
};

/// How long a browser may take to answer.
const PATIENCE: TimeDelta = TimeDelta::minutes(5);

/// A passkey of the person who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasskeyView {
    /// Which one.
    pub id: PasskeyId,
    /// The name they gave it.
    pub name: String,
    /// When it was added.
    pub created_at: DateTime<Utc>,
    /// When it last served.
    pub used_at: Option<DateTime<Utc>>,
}

/// What was asked of a browser. Kept by the session, on the server only.
#[derive(Debug, Serialize, Deserialize)]
pub struct Ceremony {
    at: DateTime<Utc>,
    what: What,
}

#[derive(Debug, Serialize, Deserialize)]
enum What {
    Adding { user: UserId, handle: Uuid, state: PasskeyRegistration },
    Proving { state: DiscoverableAuthentication },
}

/// The site as authenticators know it. They know names only, and want https; a machine may speak to itself without.
fn relying_party(base_url: &str) -> Option<Webauthn> {
    let origin = Url::parse(base_url).ok()?;
    let name = origin.domain()?.to_owned();
    if origin.scheme() != "https" && name != "localhost" {
        return None;
    }
    WebauthnBuilder::new(&name, &origin).ok()?.build().ok()
}

/// Whether passkeys can be used where the site is reached.
pub fn may_be_used(base_url: &str) -> bool {
    relying_party(base_url).is_some()
}

fn party(base_url: &str) -> Result<Webauthn> {
    relying_party(base_url).ok_or(Error::Refused(Refusal::NotFound))
}

fn refused() -> Refusal {
    Refusal::Transition(Transition::PasskeyRefused)
}

/// What a browser sent is not what was asked of it. Nothing of it is secret, and nothing of it is logged.
fn not_accepted(error: WebauthnError) -> Error {
    tracing::info!(reason = ?error, "a passkey is refused");
    refused().into()
}

fn answer<T: DeserializeOwned>(credential: &str) -> Result<T> {
    serde_json::from_str(credential).map_err(|_| refused().into())
}

/// One's passkeys, the oldest first.
///
/// # Errors
/// `SignInRequired`.
pub async fn passkeys(cx: &Cx) -> Result<Vec<PasskeyView>> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let rows = own(cx.person()?.id).order_by_asc(passkey::Column::Id).all(cx.reader()).await?;
    let view = |row: passkey::Model| PasskeyView {
        id: row.id,
        name: row.name,
        created_at: row.created_at,
        used_at: row.used_at,
    };
    Ok(rows.into_iter().map(view).collect())
}

fn own(user: UserId) -> sea_orm::Select<passkey::Entity> {
    passkey::Entity::find().filter(passkey::Column::UserId.eq(user))
}

/// Begins to add a passkey: gives what the browser is asked, as JSON.
///
/// # Errors
/// `SignInRequired`; `NotFound` where passkeys cannot be used; `TooManyPasskeys`.
pub async fn begin_passkey(cx: &Cx, base_url: &str) -> Result<(String, Ceremony)> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let party = party(base_url)?;
    let user = user::Entity::find_by_id(cx.person()?.id).one(cx.reader()).await?.found()?;
    let known = own(user.id).all(cx.reader()).await?;
    if known.len() as u64 >= PASSKEYS_MAX {
        return Err(Refusal::Transition(Transition::TooManyPasskeys).into());
    }
    // An authenticator keeps one passkey for each handle: it is the same for all of somebody's.
    let handle =
        known.first().map(|row| Uuid::parse_str(&row.handle)).transpose().map_err(Error::unexpected)?;
    let handle = handle.unwrap_or_else(|| Uuid::from_bytes(cx.backend.random()));
    let mut held = Vec::new();
    for row in &known {
        held.push(serde_json::from_str::<Passkey>(&row.data)?.cred_id().clone());
    }
    let (challenge, state) = party
        .start_passkey_registration(handle, &user.email, &user.name, Some(held))
        .map_err(|error| Error::unexpected(error.to_string()))?;
    let mut challenge = serde_json::to_value(challenge)?;
    // Found again without saying who one is: that is what signs in.
    challenge["publicKey"]["authenticatorSelection"]["residentKey"] = "required".into();
    challenge["publicKey"]["authenticatorSelection"]["requireResidentKey"] = true.into();
    let ceremony = Ceremony { at: cx.now, what: What::Adding { user: user.id, handle, state } };
    Ok((challenge.to_string(), ceremony))
}

/// Adds the passkey that the browser made.
///
/// # Errors
/// `SignInRequired`; `Invalid` for the name; `PasskeyRefused`; `TooManyPasskeys`.
pub async fn add_passkey(
    cx: &Cx,
    base_url: &str,
    ceremony: Option<Ceremony>,
    credential: &str,
    name: &str,
) -> Result<()> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let person = cx.person()?.id;
    let name = named(name)?;
    let Some(Ceremony { at, what: What::Adding { user, handle, state } }) = ceremony else {
        return Err(refused().into());
    };
    if user != person || cx.now - at > PATIENCE {
        return Err(refused().into());
    }
    let made = answer::<RegisterPublicKeyCredential>(credential)?;
    let made = party(base_url)?.finish_passkey_registration(&made, &state).map_err(not_accepted)?;
    let row = passkey::ActiveModel {
        user_id: Set(person),
        handle: Set(handle.to_string()),
        credential: Set(URL_SAFE_NO_PAD.encode(made.cred_id())),
        name: Set(name),
        data: Set(serde_json::to_string(&made)?),
        created_at: Set(cx.now),
        ..Default::default()
    };
    let tx = cx.begin().await?;
    let taken = passkey::Entity::find()
        .filter(passkey::Column::Credential.eq(URL_SAFE_NO_PAD.encode(made.cred_id())));
    if taken.one(&tx).await?.is_some() {
        return Err(refused().into());
    }
    if own(person).count(&tx).await? >= PASSKEYS_MAX {
        return Err(Refusal::Transition(Transition::TooManyPasskeys).into());
    }
    passkey::Entity::insert(row).exec_without_returning(&tx).await?;
    tell(cx, &tx, person, WayChange::PasskeyAdded, EventKind::PasskeyAdded).await?;
    cx.commit(tx).await
}

async fn tell(
    cx: &Cx,
    tx: &crate::db::Transaction,
    user: UserId,
    change: WayChange,
    kind: EventKind,
) -> Result<()> {
    jobs::enqueue(cx, tx, &Job::TellWayChanged { user, change }).await?;
    Event::new(kind).user(user).record(cx, tx).await
}

fn named(name: &str) -> Result<String, Refusal> {
    domain::form::line(name, 1, PASSKEY_NAME_MAX).map_err(|problem| Refusal::field("name", problem))
}

/// Gives one of one's passkeys another name.
///
/// # Errors
/// `SignInRequired`; `NotFound`; `Invalid`.
pub async fn rename_passkey(cx: &Cx, id: PasskeyId, name: &str) -> Result<()> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let person = cx.person()?.id;
    let name = named(name)?;
    let renamed = passkey::Entity::update_many()
        .col_expr(passkey::Column::Name, Expr::value(name))
        .filter(passkey::Column::Id.eq(id))
        .filter(passkey::Column::UserId.eq(person));
    let renamed = renamed.exec(cx.backend.db().writer()).await?;
    if renamed.rows_affected == 1 { Ok(()) } else { Err(Refusal::NotFound.into()) }
}

/// Removes one of one's passkeys.
///
/// # Errors
/// `SignInRequired`; `NotFound`.
pub async fn remove_passkey(cx: &Cx, id: PasskeyId) -> Result<()> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let person = cx.person()?.id;
    let tx = cx.begin().await?;
    let removed = passkey::Entity::delete_many()
        .filter(passkey::Column::Id.eq(id))
        .filter(passkey::Column::UserId.eq(person));
    if removed.exec(&tx).await?.rows_affected == 0 {
        return Err(Refusal::NotFound.into());
    }
    tell(cx, &tx, person, WayChange::PasskeyRemoved, EventKind::PasskeyRemoved).await?;
    cx.commit(tx).await
}

/// Begins to ask for a passkey, whoever it is: gives what the browser is asked, as JSON.
///
/// # Errors
/// `NotFound` where passkeys cannot be used; `TooMany` from one address.
pub async fn ask_passkey(cx: &Cx, base_url: &str, address: &str) -> Result<(String, Ceremony)> {
    let party = party(base_url)?;
    throttle::count(cx, throttle::Try::Passkey, address, address).await?;
    let (challenge, state) =
        party.start_discoverable_authentication().map_err(|error| Error::unexpected(error.to_string()))?;
    Ok((serde_json::to_string(&challenge)?, Ceremony { at: cx.now, what: What::Proving { state } }))
}

/// Whose passkey the browser answered with. The session is opened above: nothing else is asked.
///
/// # Errors
/// `PasskeyRefused`.
pub async fn sign_in_by_passkey(
    cx: &Cx,
    base_url: &str,
    ceremony: Option<Ceremony>,
    credential: &str,
) -> Result<UserId> {
    let Some(Ceremony { at, what: What::Proving { state } }) = ceremony else { return Err(refused().into()) };
    if cx.now - at > PATIENCE {
        return Err(refused().into());
    }
    let party = party(base_url)?;
    let given = answer::<PublicKeyCredential>(credential)?;
    let (handle, credential) = party.identify_discoverable_authentication(&given).map_err(not_accepted)?;
    let row = passkey::Entity::find()
        .filter(passkey::Column::Credential.eq(URL_SAFE_NO_PAD.encode(credential)))
        .filter(passkey::Column::Handle.eq(handle.to_string()))
        .one(cx.reader())
        .await?
        .ok_or_else(refused)?;
    let holder = user::Entity::find_by_id(row.user_id).one(cx.reader()).await?;
    let holder = holder.filter(|user| user.suspended_at.is_none()).ok_or_else(refused)?;
    let mut known: Passkey = serde_json::from_str(&row.data)?;
    let proved = party.finish_discoverable_authentication_v2(&given, state, &known).map_err(not_accepted)?;
    known.update_credential(&proved);
    passkey::Entity::update_many()
        .col_expr(passkey::Column::Data, Expr::value(serde_json::to_string(&known)?))
        .col_expr(passkey::Column::UsedAt, Expr::value(Some(cx.now)))
        .filter(passkey::Column::Id.eq(row.id))
        .exec(cx.backend.db().writer())
        .await?;
    Ok(holder.id)
}

/// Proves again, with a passkey, that the signed-in person is the one who asks.
///
/// # Errors
/// `SignInRequired`; `PasskeyRefused`, also with somebody else's.
pub async fn prove_by_passkey(
    cx: &Cx,
    base_url: &str,
    ceremony: Option<Ceremony>,
    credential: &str,
) -> Result<()> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let person = cx.person()?.id;
    let holder = sign_in_by_passkey(cx, base_url, ceremony, credential).await?;
    if holder == person { Ok(()) } else { Err(refused().into()) }
}

#[cfg(test)]
mod tests {
    use super::may_be_used;

    #[test]
    fn passkeys_want_a_name_and_https_but_on_one_s_own_machine() {
        for (base_url, may) in [
            ("https://conseil.example", true),
            ("https://conseil.example:8443", true),
            ("http://localhost:3000", true),
            ("http://conseil.example", false),
            ("http://127.0.0.1:3000", false),
            ("https://192.0.2.7", false),
            ("https://[2001:db8::1]", false),
        ] {
            assert_eq!(may_be_used(base_url), may, "{base_url}");
        }
    }
}
