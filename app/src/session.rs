//! The browser's session, as actions see it: signing in and out.

use backend::{Error, Result, sessions};
use domain::ids::{LibraryLinkId, UserId};
use tower_sessions::Session;

use crate::request::Request;

/// Where a session keeps the links whose password was given.
const LINKS: &str = "links";

/// The address a request comes from, for throttles. Never logged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientAddress(pub String);

/// Opens a session for a person who proved who they are. Its identifier changes, so that one fixed before is worthless.
///
/// # Errors
/// The session cannot be written.
pub async fn open(session: &Session, user: UserId, device: &str) -> Result<()> {
    session.cycle_id().await.map_err(Error::unexpected)?;
    session.insert(sessions::USER, user.0).await.map_err(Error::unexpected)?;
    let device: String = device.chars().take(200).collect();
    session.insert(sessions::DEVICE, device).await.map_err(Error::unexpected)
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
