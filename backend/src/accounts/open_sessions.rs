//! One's open sessions: on which devices one is signed in, and closing them.
//!
//! A session is named by its key, the hash kept in the table, which opens nothing.

use chrono::{DateTime, Utc};
use domain::{accounts::device::Device, ids::UserId, policy::Permission, refusal::Forbidden};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{
    Cx, Error, Result,
    entities::session,
    events::{Event, EventKind},
};

/// A session of the person who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenSession {
    /// Its key.
    pub key: String,
    /// Where it was opened.
    pub device: Device,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// When it was last used.
    pub last_seen_at: DateTime<Utc>,
    /// Whether it is the one asking.
    pub present: bool,
}

/// One's open sessions, the present one first, then the latest used.
///
/// # Errors
/// `SignInRequired`.
pub async fn sessions(cx: &Cx, present_session: Option<&str>) -> Result<Vec<OpenSession>> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let rows = session::Entity::find()
        .filter(session::Column::UserId.eq(cx.person()?.id))
        .filter(session::Column::ExpiresAt.gt(cx.now))
        .order_by_desc(session::Column::LastSeenAt)
        .all(cx.reader())
        .await?;
    let mut sessions: Vec<_> = rows
        .into_iter()
        .map(|row| OpenSession {
            present: present_session == Some(row.id.as_str()),
            key: row.id,
            device: Device::from_code(&row.device),
            opened_at: row.created_at,
            last_seen_at: row.last_seen_at,
        })
        .collect();
    sessions.sort_by_key(|session| !session.present);
    Ok(sessions)
}

/// Closes one of one's sessions.
///
/// # Errors
/// `SignInRequired`; `NotFound` if it is not one's own, or closed already.
pub async fn revoke_session(cx: &Cx, key: &str) -> Result<()> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let person = cx.person()?;
    let tx = cx.begin().await?;
    let closed = session::Entity::delete_many()
        .filter(session::Column::UserId.eq(person.id))
        .filter(session::Column::Id.eq(key))
        .exec(&tx)
        .await?;
    if closed.rows_affected == 0 {
        return Err(Error::Refused(domain::Refusal::NotFound));
    }
    Event::new(EventKind::SessionsRevoked).user(person.id).record(cx, &tx).await?;
    cx.commit(tx).await
}

/// Closes all of one's sessions but the present one, and says how many.
///
/// # Errors
/// `SignInRequired`.
pub async fn revoke_other_sessions(cx: &Cx, present_session: Option<&str>) -> Result<u64> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let person = cx.person()?;
    let tx = cx.begin().await?;
    let closed = close(&tx, person.id, present_session).await?;
    if closed > 0 {
        Event::new(EventKind::SessionsRevoked).user(person.id).record(cx, &tx).await?;
    }
    cx.commit(tx).await?;
    Ok(closed)
}

/// Closes everybody's sessions, one's own too, and says how many. For the day when nobody knows what got out.
///
/// # Errors
/// `Forbidden` but for an administrator.
pub async fn close_all_sessions(cx: &Cx) -> Result<u64> {
    cx.require(Permission::ManagePeople)?;
    let tx = cx.begin().await?;
    let closed = session::Entity::delete_many().exec(&tx).await?.rows_affected;
    if closed > 0 {
        Event::new(EventKind::EverybodySignedOut).record(cx, &tx).await?;
    }
    cx.commit(tx).await?;
    Ok(closed)
}

/// Closes a person's sessions, but one.
pub(super) async fn close(tx: &impl ConnectionTrait, user: UserId, kept: Option<&str>) -> Result<u64> {
    let mut sessions = session::Entity::delete_many().filter(session::Column::UserId.eq(user));
    if let Some(kept) = kept {
        sessions = sessions.filter(session::Column::Id.ne(kept));
    }
    Ok(sessions.exec(tx).await?.rows_affected)
}
