//! Sessions kept in the database, for tower-sessions.
//!
//! The table holds the hash of a session's identifier: reading it gives nobody a session.

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::UserId;
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, EntityTrait, QueryFilter, QuerySelect,
};
use time::OffsetDateTime;
use tower_sessions::{
    SessionStore,
    session::{Id, Record},
    session_store::{Error, Result},
};

use crate::{Backend, entities::session, files::Fingerprint};

/// The name under which a session remembers who signed in.
pub const USER: &str = "user";
/// The name under which a session remembers the browser it was opened in.
pub const DEVICE: &str = "device";
/// The name under which a session remembers when it was last used, in seconds, to the hour.
pub const SEEN: &str = "seen";

/// How old a session gets, in days, however often it is used. Signing in or proving who one is begins another.
pub const GREATEST_AGE_DAYS: i64 = 90;

/// The store.
#[derive(Clone, Debug)]
pub struct Sessions(pub Backend);

/// The key of a session in the table.
pub fn key(id: &Id) -> String {
    Fingerprint::of(id.to_string().as_bytes()).to_string()
}

impl Sessions {
    /// When a session that is still open was begun.
    async fn begun(&self, record: &Record) -> Result<Option<DateTime<Utc>>> {
        let begun = session::Entity::find_by_id(key(&record.id))
            .select_only()
            .column(session::Column::CreatedAt)
            .into_tuple();
        begun.one(self.0.db().reader()).await.map_err(backend_error)
    }

    /// The row of a session, as it is now.
    fn row(&self, record: &Record) -> Result<session::ActiveModel> {
        let now = self.0.now();
        let expires_at = DateTime::from_timestamp(record.expiry_date.unix_timestamp(), 0).unwrap_or(now);
        let user = record.data.get(USER).and_then(serde_json::Value::as_i64).map(UserId);
        let device = record.data.get(DEVICE).and_then(serde_json::Value::as_str).unwrap_or_default();
        Ok(session::ActiveModel {
            id: Set(key(&record.id)),
            user_id: Set(user),
            data: Set(serde_json::to_string(&record.data).map_err(|e| Error::Encode(e.to_string()))?),
            device: Set(device.to_owned()),
            created_at: Set(now),
            last_seen_at: Set(now),
            expires_at: Set(expires_at),
            // Begun and ended by `behalf` alone.
            acting_id: NotSet,
        })
    }
}

#[async_trait]
impl SessionStore for Sessions {
    async fn create(&self, record: &mut Record) -> Result<()> {
        while self.load(&record.id).await?.is_some() {
            record.id = Id::default();
        }
        let row = self.row(record)?;
        session::Entity::insert(row)
            .exec_without_returning(self.0.db().writer())
            .await
            .map_err(backend_error)?;
        Ok(())
    }

    /// Changes a session that is still open. One closed in the meantime, from another device or by a change of
    /// password, is not opened again by a request that was under way.
    async fn save(&self, record: &Record) -> Result<()> {
        let mut row = self.row(record)?;
        let Some(begun) = self.begun(record).await? else { return Ok(()) };
        if let Set(wished) = row.expires_at {
            row.expires_at = Set(wished.min(begun + TimeDelta::days(GREATEST_AGE_DAYS)));
        }
        let open = session::Entity::update_many()
            .set(session::ActiveModel { id: NotSet, created_at: NotSet, ..row })
            .filter(session::Column::Id.eq(key(&record.id)));
        open.exec(self.0.db().writer()).await.map_err(backend_error)?;
        Ok(())
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let row = session::Entity::find_by_id(key(id))
            .filter(session::Column::ExpiresAt.gt(self.0.now()))
            .one(self.0.db().reader())
            .await
            .map_err(backend_error)?;
        let Some(row) = row else { return Ok(None) };
        Ok(Some(Record {
            id: *id,
            data: serde_json::from_str(&row.data).map_err(|e| Error::Decode(e.to_string()))?,
            expiry_date: OffsetDateTime::from_unix_timestamp(row.expires_at.timestamp())
                .map_err(|e| Error::Decode(e.to_string()))?,
        }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        session::Entity::delete_by_id(key(id)).exec(self.0.db().writer()).await.map_err(backend_error)?;
        Ok(())
    }
}

fn backend_error(error: sea_orm::DbErr) -> Error {
    Error::Backend(error.to_string())
}
