//! The browser's session, as actions see it: signing in and out.

use backend::{Error, Result, sessions};
use domain::ids::UserId;
use tower_sessions::Session;

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
