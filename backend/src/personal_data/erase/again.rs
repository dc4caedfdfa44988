//! Erasing again in an older backup: a mark, which says nothing of anybody, tells who was erased since.
//!
//! A mark is made of what a backup holds and no erasure changes: when the council was installed, when the record was made,
//! and its number. That of another installation is nobody's here.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::ids::UserId;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use sea_orm_migration::SchemaManager;

use super::rows;
use crate::{
    Backend, Result,
    entities::{council, erasure, user},
    files::Fingerprint,
};

/// The mark of somebody.
pub(super) fn mark(council: Option<&council::Model>, user: &user::Model) -> String {
    let installed = council.map(|council| council.created_at.timestamp_micros()).unwrap_or_default();
    let made = user.created_at.timestamp_micros();
    Fingerprint::of(format!("erased {installed} {made} {}", user.id).as_bytes()).to_string()
}

/// The marks of everybody who was erased here; none before the first migration.
///
/// # Errors
/// The database cannot be read.
pub async fn marks(backend: &Backend) -> Result<BTreeSet<String>> {
    if !SchemaManager::new(backend.db().writer()).has_table("erasures").await? {
        return Ok(BTreeSet::new());
    }
    let rows = erasure::Entity::find().select_only().column(erasure::Column::Mark);
    let marks: Vec<String> = rows.into_tuple().all(backend.db().reader()).await?;
    Ok(marks.into_iter().collect())
}

/// Erases those who bear one of these marks, in the transaction that restores a backup; says how many. What their
/// contents were is removed with the next purge: nothing names them.
pub(crate) async fn erase_again(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    marks: &BTreeSet<String>,
) -> Result<u64> {
    if marks.is_empty() {
        return Ok(0);
    }
    let council = council::Entity::find().one(tx).await?;
    let people = user::Entity::find().filter(user::Column::ErasedAt.is_null()).all(tx).await?;
    let theirs: Vec<UserId> = people
        .iter()
        .filter(|user| marks.contains(&mark(council.as_ref(), user)))
        .map(|user| user.id)
        .collect();
    let mut done = 0;
    for id in theirs {
        done += u64::from(rows::erase(tx, now, id, None).await?.is_some());
    }
    Ok(done)
}
