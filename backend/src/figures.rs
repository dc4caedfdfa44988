//! A few figures of the whole installation, for those who watch over it: nothing of anybody.

use chrono::{DateTime, TimeDelta, Utc};
use domain::backups::BackupState;
use sea_orm::{
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, Func},
};

use crate::{
    Backend, Result,
    entities::{backup, file, job},
    jobs,
};

/// The figures of a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// Jobs to be done.
    pub jobs_waiting: u64,
    /// Jobs that were given up.
    pub jobs_failed: u64,
    /// Since when the oldest job to be done waits.
    pub oldest_job: TimeDelta,
    /// Mails to be sent.
    pub mails_waiting: u64,
    /// Bytes of the database.
    pub database_bytes: u64,
    /// Files that are kept.
    pub files: u64,
    /// Their bytes.
    pub file_bytes: u64,
    /// When the last good backup began, when it was tested, its bytes.
    pub last_backup: Option<(DateTime<Utc>, Option<DateTime<Utc>>, i64)>,
}

/// Reads them.
///
/// # Errors
/// The database cannot be read.
pub async fn read(backend: &Backend) -> Result<Figures> {
    let db = backend.db().reader();
    let waiting = || job::Entity::find().filter(job::Column::Attempts.lt(jobs::ATTEMPTS));
    let oldest: Option<Option<DateTime<Utc>>> =
        waiting().select_only().expr(job::Column::RunAt.min()).into_tuple().one(db).await?;
    let bytes: Option<Option<i64>> = file::Entity::find()
        .select_only()
        .expr(Expr::expr(Func::sum(Expr::col(file::Column::Bytes))).cast_as("bigint"))
        .into_tuple()
        .one(db)
        .await?;
    let last = backup::Entity::find()
        .filter(backup::Column::State.eq(BackupState::Sound))
        .order_by_desc(backup::Column::StartedAt)
        .one(db)
        .await?;
    let since = oldest.flatten().map_or(TimeDelta::zero(), |at| backend.now() - at);
    Ok(Figures {
        jobs_waiting: waiting().count(db).await?,
        jobs_failed: job::Entity::find().filter(job::Column::Attempts.gte(jobs::ATTEMPTS)).count(db).await?,
        oldest_job: since.max(TimeDelta::zero()),
        mails_waiting: waiting().filter(job::Column::Kind.is_in(jobs::MAILS)).count(db).await?,
        database_bytes: backend.db().bytes().await?,
        files: file::Entity::find().count(db).await?,
        file_bytes: bytes.flatten().unwrap_or_default().unsigned_abs(),
        last_backup: last.map(|last| (last.started_at, last.tested_at, last.bytes)),
    })
}
