//! The backups that are made by themselves, each night, by one node: what became of them, and what is wrong.

use chrono::{DateTime, Days, TimeDelta, Utc};
use domain::{
    backups::{BackupState, BackupTrouble, Keep, LATE},
    ids::BackupId,
    policy::Permission,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::Expr,
};

use super::{Made, Trouble, hold::PLAN};
use crate::{
    Backend, Cx, Result, clock,
    entities::{backup, backup_plan},
};

/// The hour of the night, for the council.
const HOUR: TimeDelta = TimeDelta::hours(3);
/// A backup that has not ended after so long never will: another node makes it.
const TURN: TimeDelta = TimeDelta::hours(3);
/// When it is tried again after it failed.
const AGAIN: TimeDelta = TimeDelta::hours(1);
/// How long one that failed is told of.
const TOLD: TimeDelta = TimeDelta::days(7);
/// Backups on the page.
const SHOWN: u64 = 60;

/// A backup, as shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupView {
    /// The name of its file.
    pub name: String,
    /// What became of it.
    pub state: BackupState,
    /// When it was begun: everything acknowledged by then is in it.
    pub started_at: DateTime<Utc>,
    /// When it was restored for a test.
    pub tested_at: Option<DateTime<Utc>>,
    /// Its bytes.
    pub bytes: u64,
    /// Rows in it.
    pub rows: u64,
    /// Files in it.
    pub files: u64,
    /// Files that were missing.
    pub missing: u64,
    /// Whether it is encrypted.
    pub encrypted: bool,
    /// What is wrong with it.
    pub trouble: Option<BackupTrouble>,
}

/// The backups of this installation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backups {
    /// When the next is due; none if none is made.
    pub due_at: Option<DateTime<Utc>>,
    /// The latest first.
    pub all: Vec<BackupView>,
    /// What is wrong, since when.
    pub wrong: Option<(BackupTrouble, DateTime<Utc>)>,
}

/// The backup of a night, being made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Night {
    id: BackupId,
    /// The name of its file.
    pub name: String,
}

/// The backups that are made by themselves, for those who look after the installation.
///
/// # Errors
/// `Forbidden`.
pub async fn backups(cx: &Cx) -> Result<Backups> {
    cx.require(Permission::Administer)?;
    let plan = backup_plan::Entity::find_by_id(PLAN).one(cx.reader()).await?;
    let rows = latest().limit(SHOWN).all(cx.reader()).await?;
    let wrong = what_is_wrong(cx).await?;
    let all = rows.into_iter().map(BackupView::from).collect();
    Ok(Backups { due_at: plan.and_then(|plan| plan.due_at), all, wrong })
}

impl From<backup::Model> for BackupView {
    fn from(row: backup::Model) -> BackupView {
        BackupView {
            name: row.name,
            state: row.state,
            started_at: row.started_at,
            tested_at: row.tested_at,
            bytes: row.bytes.unsigned_abs(),
            rows: row.rows.unsigned_abs(),
            files: row.files.unsigned_abs(),
            missing: row.missing.unsigned_abs(),
            encrypted: row.encrypted,
            trouble: row.trouble,
        }
    }
}

fn latest() -> Select<backup::Entity> {
    backup::Entity::find().order_by_desc(backup::Column::StartedAt).order_by_desc(backup::Column::Id)
}

/// Whether backups are made at all, so that something may be wrong: for the one query that looks at everything.
pub(crate) fn any_wrong() -> Select<backup_plan::Entity> {
    backup_plan::Entity::find().filter(backup_plan::Column::DueAt.is_not_null())
}

/// What is wrong with the backups, and since when: the last failed, lacks files, or is too old. Nothing if none is made.
///
/// # Errors
/// The database cannot be read.
pub async fn what_is_wrong(cx: &Cx) -> Result<Option<(BackupTrouble, DateTime<Utc>)>> {
    let plan = backup_plan::Entity::find_by_id(PLAN).one(cx.reader()).await?;
    let Some(due_at) = plan.and_then(|plan| plan.due_at) else { return Ok(None) };
    let ended = latest().filter(backup::Column::State.ne(BackupState::Making)).one(cx.reader()).await?;
    let sound = latest().filter(backup::Column::State.eq(BackupState::Sound)).one(cx.reader()).await?;
    if let Some(trouble) = ended.as_ref().and_then(|last| Some((last.trouble?, last.started_at))) {
        return Ok(Some(trouble));
    }
    let good_until = sound.map_or(due_at, |sound| sound.started_at) + LATE;
    Ok((good_until < cx.now).then_some((BackupTrouble::Late, good_until)))
}

/// Says at the start of the program whether backups are made: the first is due at once. Where the database is embedded
/// there is no other node: what was being made never will be.
///
/// # Errors
/// The database refused it.
pub async fn plan(backend: &Backend, made: bool, alone: bool) -> Result<()> {
    let now = backend.now();
    let tx = backend.db().begin().await?;
    if alone {
        let stopped = backup::ActiveModel {
            state: Set(BackupState::Failed),
            trouble: Set(Some(BackupTrouble::Stopped)),
            ended_at: Set(Some(now)),
            ..Default::default()
        };
        let left =
            backup::Entity::update_many().set(stopped).filter(backup::Column::State.eq(BackupState::Making));
        if left.exec(&tx).await?.rows_affected > 0 {
            set_due(&tx, Some(now)).await?;
        }
    }
    let plan = backup_plan::Entity::find_by_id(PLAN).lock_exclusive().one(&tx).await?;
    let due_at = plan.and_then(|plan| plan.due_at);
    if made && due_at.is_none() {
        set_due(&tx, Some(now)).await?;
    } else if !made && alone && due_at.is_some() {
        set_due(&tx, None).await?;
    }
    tx.commit().await
}

async fn set_due(db: &impl sea_orm::ConnectionTrait, due_at: Option<DateTime<Utc>>) -> Result<()> {
    backup_plan::Entity::update_many()
        .col_expr(backup_plan::Column::DueAt, Expr::value(due_at))
        .filter(backup_plan::Column::Id.eq(PLAN))
        .exec(db)
        .await?;
    Ok(())
}

/// Takes the turn of making the backup that is due, if one is and nobody else does: `named` gives its name.
///
/// # Errors
/// The database refused it.
pub async fn begin_night(
    backend: &Backend,
    encrypted: bool,
    named: impl FnOnce(DateTime<Utc>) -> String,
) -> Result<Option<Night>> {
    let now = backend.now();
    let tx = backend.db().begin().await?;
    let free = Condition::any()
        .add(backup_plan::Column::HeldUntil.is_null())
        .add(backup_plan::Column::HeldUntil.lte(now));
    let taken = backup_plan::Entity::update_many()
        .col_expr(backup_plan::Column::DueAt, Expr::value(now + TURN))
        .filter(backup_plan::Column::Id.eq(PLAN))
        .filter(backup_plan::Column::DueAt.lte(now))
        .filter(free)
        .exec(&tx)
        .await?;
    if taken.rows_affected == 0 {
        tx.rollback().await?;
        return Ok(None);
    }
    let name = named(now);
    let row = backup::ActiveModel {
        name: Set(name.clone()),
        state: Set(BackupState::Making),
        started_at: Set(now),
        bytes: Set(0),
        rows: Set(0),
        files: Set(0),
        missing: Set(0),
        encrypted: Set(encrypted),
        ..Default::default()
    };
    let id = backup::Entity::insert(row).exec(&tx).await?.last_insert_id;
    tx.commit().await?;
    Ok(Some(Night { id, name }))
}

/// Notes what became of the backup of a night: made and restored for a test, or what went wrong.
///
/// # Errors
/// The database refused it.
pub async fn end_night(
    backend: &Backend,
    night: &Night,
    outcome: &std::result::Result<Made, (BackupTrouble, Option<Made>)>,
) -> Result<()> {
    let now = backend.now();
    let (made, trouble) = match outcome {
        Ok(made) => (Some(made), (!made.missing.is_empty()).then_some(BackupTrouble::Missing)),
        Err((trouble, made)) => (made.as_ref(), Some(*trouble)),
    };
    let number =
        |of: fn(&Made) -> u64| Set(made.map_or(0, |made| i64::try_from(of(made)).unwrap_or(i64::MAX)));
    let row = backup::ActiveModel {
        state: Set(if outcome.is_ok() { BackupState::Sound } else { BackupState::Failed }),
        ended_at: Set(Some(now)),
        tested_at: Set(outcome.is_ok().then_some(now)),
        bytes: number(|made| made.bytes),
        rows: number(|made| made.rows),
        files: number(|made| made.files),
        missing: number(|made| made.missing.len() as u64),
        trouble: Set(trouble),
        ..Default::default()
    };
    let next = if outcome.is_ok() {
        let tomorrow = clock::day(now).checked_add_days(Days::new(1)).unwrap_or(clock::day(now));
        clock::start_of(tomorrow) + HOUR
    } else {
        now + AGAIN
    };
    let tx = backend.db().begin().await?;
    backup::Entity::update_many().set(row).filter(backup::Column::Id.eq(night.id)).exec(&tx).await?;
    set_due(&tx, Some(next)).await?;
    tx.commit().await
}

/// Forgets the backups that are not kept any more, once `remove` has removed their files. One that was restored well is
/// never removed for one that was not.
///
/// # Errors
/// The database refused it.
pub async fn rotate(
    backend: &Backend,
    keep: Keep,
    mut remove: impl FnMut(&str) -> std::io::Result<()>,
) -> Result<()> {
    let rows = latest().all(backend.db().reader()).await?;
    let (sound, others): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.state == BackupState::Sound);
    let days: Vec<_> = sound.iter().map(|row| clock::day(row.started_at)).collect();
    let kept = keep.kept(&days);
    let old = sound.into_iter().enumerate().filter(|(place, _)| !kept.contains(place)).map(|(_, row)| row);
    let told = others.into_iter().filter(|row| row.started_at < backend.now() - TOLD);
    for row in old.chain(told) {
        match remove(&row.name) {
            Ok(()) => {
                backup::Entity::delete_by_id(row.id).exec(backend.db().writer()).await?;
            }
            Err(error) => tracing::warn!(%error, "an old backup cannot be removed"),
        }
    }
    Ok(())
}

impl Trouble {
    /// What it is, for those who look after the installation.
    pub fn kind(&self) -> BackupTrouble {
        match self {
            Trouble::File(_) | Trouble::TooNew(_) | Trouble::Incomplete(_) => BackupTrouble::Test,
            Trouble::Writing(_) => BackupTrouble::Folder,
            Trouble::Files(_) => BackupTrouble::Files,
            Trouble::Database(_) => BackupTrouble::Database,
        }
    }
}
