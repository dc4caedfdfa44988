//! The browser's session, as actions see it: signing in and out.

use backend::{
    Error, Result,
    accounts::{HalfWay, passkeys::Ceremony, providers::Asking},
    sessions,
};
use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    accounts::codes::PROOF,
    ids::{LibraryLinkId, UserId},
};
use tower_sessions::Session;

use crate::request::Request;

/// Where a session keeps the links whose password was given.
const LINKS: &str = "links";
/// Where it keeps when its person last proved who they are, in seconds.
pub const PROVED: &str = "proved";
/// Where it keeps who gave a password, and has yet to give a code.
const HALF_WAY: &str = "half_way";
/// Where it keeps what was asked of a passkey.
const CEREMONY: &str = "ceremony";
/// Where it keeps what somebody was sent to ask of a sign-in service.
const ASKING: &str = "asking";
/// Where it keeps recovery codes until they are read, once.
const RECOVERY: &str = "recovery";
/// Where it keeps a token or a secret until it is read, once.
const SECRET: &str = "secret";

/// The address a request comes from, for throttles. Never logged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientAddress(pub String);

/// Opens a session for a person who proved who they are. Its identifier changes, so that one fixed before is worthless.
///
/// # Errors
/// The session cannot be written.
pub async fn open(session: &Session, user: UserId, device: &str, now: DateTime<Utc>) -> Result<()> {
    session.cycle_id().await.map_err(Error::unexpected)?;
    session.remove_value(HALF_WAY).await.map_err(Error::unexpected)?;
    session.insert(PROVED, now.timestamp()).await.map_err(Error::unexpected)?;
    session.insert(sessions::USER, user.0).await.map_err(Error::unexpected)?;
    let device: String = device.chars().take(200).collect();
    session.insert(sessions::DEVICE, device).await.map_err(Error::unexpected)
}

/// Keeps in mind that somebody gave their password, until they give a code. Nobody is signed in meanwhile, not even who
/// was. Its identifier changes here too.
///
/// # Errors
/// The session cannot be written.
pub async fn half_open(session: &Session, half: &HalfWay) -> Result<()> {
    session.cycle_id().await.map_err(Error::unexpected)?;
    session.remove_value(sessions::USER).await.map_err(Error::unexpected)?;
    session.remove_value(PROVED).await.map_err(Error::unexpected)?;
    session.insert(HALF_WAY, half).await.map_err(Error::unexpected)
}

/// Who gave their password in this browser, and has yet to give a code.
///
/// # Errors
/// `SignInRequired` if nobody did.
pub async fn half_way(session: &Session) -> Result<HalfWay> {
    let half = session.get(HALF_WAY).await.ok().flatten();
    half.ok_or(Refusal::SignInRequired.into())
}

/// Keeps in mind that the signed-in person has just proved who they are. The identifier of the session changes.
///
/// # Errors
/// The session cannot be written.
pub async fn prove(session: &Session, now: DateTime<Utc>) -> Result<()> {
    session.cycle_id().await.map_err(Error::unexpected)?;
    session.insert(PROVED, now.timestamp()).await.map_err(Error::unexpected)
}

/// Whether the signed-in person proved who they are lately.
pub async fn recently_proved(session: &Session, now: DateTime<Utc>) -> bool {
    let proved: Option<i64> = session.get(PROVED).await.ok().flatten();
    proved.is_some_and(|at| (0..PROOF.num_seconds()).contains(&(now.timestamp() - at)))
}

/// Refuses unless the signed-in person proved who they are lately. An action that refuses so is taken up again once they
/// have, with what was typed; a page leads to where they do.
///
/// # Errors
/// `SignInRequired`; `ProofRequired`.
pub async fn require_proof(session: &Session, cx: &backend::Cx) -> Result<()> {
    cx.person()?;
    if recently_proved(session, cx.now).await { Ok(()) } else { Err(Refusal::ProofRequired.into()) }
}

/// The same, for a page.
///
/// # Errors
/// `SignInRequired`; `ProofRequired`.
pub async fn require_proof_on(rq: &Request) -> Result<()> {
    match rq.extension::<Session>() {
        Some(session) => require_proof(&session, &rq.cx).await,
        None => Err(Refusal::SignInRequired.into()),
    }
}

/// The key of a session as it is kept now, even if its identifier changed during this very request.
///
/// # Errors
/// The session cannot be written.
pub async fn written_key(session: &Session) -> Result<String> {
    session.save().await.map_err(Error::unexpected)?;
    session.id().map(|id| sessions::key(&id)).ok_or(Refusal::SignInRequired.into())
}

/// Keeps what was asked of a passkey, until the browser answers.
///
/// # Errors
/// The session cannot be written.
pub async fn keep_ceremony(session: &Session, ceremony: &Ceremony) -> Result<()> {
    session.insert(CEREMONY, ceremony).await.map_err(Error::unexpected)
}

/// What was asked of a passkey, which is answered once.
pub async fn take_ceremony(session: &Session) -> Option<Ceremony> {
    session.remove(CEREMONY).await.ok().flatten()
}

/// Keeps what somebody is sent to ask of a sign-in service, until they come back.
///
/// # Errors
/// The session cannot be written.
pub async fn keep_asking(session: &Session, asking: &Asking) -> Result<()> {
    session.insert(ASKING, asking).await.map_err(Error::unexpected)
}

/// What somebody was sent to ask, while they are on their way.
pub async fn asking(session: &Session) -> Option<Asking> {
    session.get(ASKING).await.ok().flatten()
}

/// The same, once they are back: it is answered once.
pub async fn take_asking(session: &Session) -> Option<Asking> {
    // Whoever was sent nowhere leaves the session as it is.
    asking(session).await?;
    session.remove(ASKING).await.ok().flatten()
}

/// Keeps recovery codes until the page that shows them.
///
/// # Errors
/// The session cannot be written.
pub async fn keep_recovery_codes(session: &Session, codes: &[String]) -> Result<()> {
    session.insert(RECOVERY, codes).await.map_err(Error::unexpected)
}

/// The recovery codes to show, this once.
pub async fn take_recovery_codes(rq: &Request) -> Option<Vec<String>> {
    let session = rq.extension::<Session>()?;
    // A page without codes writes nothing in the session.
    session.get_value(RECOVERY).await.ok().flatten()?;
    session.remove(RECOVERY).await.ok().flatten()
}

/// Keeps a token or a secret until the page that shows it.
///
/// # Errors
/// The session cannot be written.
pub async fn keep_secret(session: &Session, secret: &str) -> Result<()> {
    session.insert(SECRET, secret).await.map_err(Error::unexpected)
}

/// The token or the secret to show, this once.
pub async fn take_secret(rq: &Request) -> Option<String> {
    let session = rq.extension::<Session>()?;
    session.get_value(SECRET).await.ok().flatten()?;
    session.remove(SECRET).await.ok().flatten()
}

/// Ends the session.
///
/// # Errors
/// The session cannot be erased.
pub async fn close(session: &Session) -> Result<()> {
    session.flush().await.map_err(Error::unexpected)
}

/// Keeps in mind that the password of a link for people outside was given in this browser.
///
/// # Errors
/// The session cannot be written.
pub async fn unlock(session: &Session, link: LibraryLinkId) -> Result<()> {
    let mut links = links(session).await;
    if !links.contains(&link) {
        links.push(link);
    }
    let links: Vec<i64> = links.into_iter().map(|link| link.0).collect();
    session.insert(LINKS, links).await.map_err(Error::unexpected)
}

/// The links whose password was given in this browser; none if the session cannot be read.
pub async fn links(session: &Session) -> Vec<LibraryLinkId> {
    let links: Option<Vec<i64>> = session.get(LINKS).await.ok().flatten();
    links.unwrap_or_default().into_iter().map(LibraryLinkId).collect()
}

/// The same, for a page.
pub async fn unlocked(rq: &Request) -> Vec<LibraryLinkId> {
    match rq.extension::<Session>() {
        Some(session) => links(&session).await,
        None => Vec::new(),
    }
}
