//! How long the journal is kept, and forgetting what is older.

use chrono::{Datelike, Months, NaiveDate};
use domain::{
    Refusal, Version,
    ids::{EventId, UserId},
    journal::{KeepForm, Kept},
    policy::Permission,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait, sea_query::Expr,
};

use super::verify::Purged;
use crate::{
    Backend, Cx, Result, clock,
    entities::{event, journal_seal, journal_setting},
    events::{Event, EventKind},
};

const ROW: i64 = 1;
/// Lines forgotten in one transaction.
const BATCH: u64 = 5_000;

/// How long it is kept, and the version of that, for the next change.
///
/// # Errors
/// The database cannot be read.
pub async fn kept(cx: &Cx) -> Result<(Kept, Version)> {
    let row = journal_setting::Entity::find_by_id(ROW).one(cx.reader()).await?;
    Ok(row.map_or_else(|| (Kept::default(), Version(0)), |row| (read(&row), row.version)))
}

fn read(row: &journal_setting::Model) -> Kept {
    Kept {
        years: row.kept_years.and_then(|years| u32::try_from(years).ok()),
        origin_months: u32::try_from(row.origin_months).unwrap_or(Kept::default().origin_months),
    }
}

/// Changes how long it is kept.
///
/// # Errors
/// `Forbidden` but for an administrator; `Invalid`; `Conflict` if somebody changed it meanwhile.
pub async fn change_kept(cx: &Cx, version: Version, form: &KeepForm) -> Result<()> {
    cx.require(Permission::Administer)?;
    let kept = form.check()?;
    let tx = cx.begin().await?;
    let row = journal_setting::Entity::find_by_id(ROW).lock_exclusive().one(&tx).await?;
    if row.as_ref().map_or(Version(0), |row| row.version) != version {
        return Err(Refusal::Conflict.into());
    }
    let next = journal_setting::ActiveModel {
        id: Set(ROW),
        kept_years: Set(kept.years.and_then(|years| i32::try_from(years).ok())),
        origin_months: Set(i32::try_from(kept.origin_months).unwrap_or(i32::MAX)),
        version: Set(version.next()),
    };
    if row.is_some() {
        next.update(&tx).await?;
    } else {
        journal_setting::Entity::insert(next).exec_without_returning(&tx).await?;
    }
    let data = serde_json::json!({ "years": kept.years, "origin_months": kept.origin_months });
    Event::new(EventKind::JournalKeptChanged).data(&data)?.record(cx, &tx).await?;
    cx.commit(tx).await
}

/// Forgets what is too old: where lines come from, then whole lines.
///
/// # Errors
/// The database failed.
pub async fn purge(backend: &Backend) -> Result<()> {
    let cx = backend.system();
    let (kept, _) = kept(&cx).await?;
    forget_origins(&cx, &kept).await?;
    match kept.years {
        Some(years) => remove_lines(&cx, years).await,
        None => Ok(()),
    }
}

/// The first day of this month, so many months ago: what is removed goes once a month, in one line of the journal.
fn first_kept(today: NaiveDate, months: u32) -> Option<NaiveDate> {
    today.with_day(1)?.checked_sub_months(Months::new(months))
}

async fn forget_origins(cx: &Cx, kept: &Kept) -> Result<()> {
    let Some(day) = cx.today().checked_sub_months(Months::new(kept.origin_months)) else { return Ok(()) };
    loop {
        let old: Vec<EventId> = event::Entity::find()
            .select_only()
            .column(event::Column::Id)
            .filter(event::Column::Origin.is_not_null())
            .filter(event::Column::At.lt(clock::start_of(day)))
            .limit(BATCH)
            .into_tuple()
            .all(cx.reader())
            .await?;
        if old.is_empty() {
            return Ok(());
        }
        let tx = cx.begin().await?;
        event::Entity::update_many()
            .col_expr(event::Column::Origin, Expr::value(None::<String>))
            .filter(event::Column::Id.is_in(old.iter().copied()))
            .exec(&tx)
            .await?;
        journal_seal::Entity::update_many()
            .col_expr(journal_seal::Column::OriginSalt, Expr::value(None::<String>))
            .filter(journal_seal::Column::EventId.is_in(old))
            .exec(&tx)
            .await?;
        cx.commit(tx).await?;
    }
}

/// Forgets where somebody's lines come from, in the transaction that erases them.
///
/// # Errors
/// The database failed.
pub(crate) async fn forget_origins_of(tx: &impl ConnectionTrait, id: UserId) -> Result<()> {
    let theirs = || Condition::any().add(event::Column::ActorId.eq(id)).add(event::Column::UserId.eq(id));
    let lines = event::Entity::find().select_only().column(event::Column::Id).filter(theirs());
    journal_seal::Entity::update_many()
        .col_expr(journal_seal::Column::OriginSalt, Expr::value(None::<String>))
        .filter(journal_seal::Column::EventId.in_subquery(lines.into_query()))
        .exec(tx)
        .await?;
    event::Entity::update_many()
        .col_expr(event::Column::Origin, Expr::value(None::<String>))
        .filter(theirs())
        .exec(tx)
        .await?;
    Ok(())
}

/// Removes the lines at the beginning of the chain that are too old; says how far, so that what follows can be verified.
async fn remove_lines(cx: &Cx, years: u32) -> Result<()> {
    let Some(day) = first_kept(cx.today(), years.saturating_mul(12)) else { return Ok(()) };
    let from = clock::start_of(day);
    loop {
        let seals = journal_seal::Entity::find()
            .order_by_asc(journal_seal::Column::Sequence)
            .limit(BATCH)
            .all(cx.reader())
            .await?;
        let ids: Vec<EventId> = seals.iter().map(|seal| seal.event_id).collect();
        let recent: Vec<EventId> = event::Entity::find()
            .select_only()
            .column(event::Column::Id)
            .filter(event::Column::Id.is_in(ids))
            .filter(event::Column::At.gte(from))
            .into_tuple()
            .all(cx.reader())
            .await?;
        let recent: std::collections::HashSet<EventId> = recent.into_iter().collect();
        let old: Vec<_> = seals.iter().take_while(|seal| !recent.contains(&seal.event_id)).collect();
        let Some(end) = old.last() else { return Ok(()) };
        let ids: Vec<EventId> = old.iter().map(|seal| seal.event_id).collect();
        let tx = cx.begin().await?;
        let gone = journal_seal::Entity::delete_many()
            .filter(journal_seal::Column::Sequence.lte(end.sequence))
            .exec(&tx)
            .await?;
        if gone.rows_affected != old.len() as u64 {
            // Another node removes them.
            return Ok(());
        }
        event::Entity::delete_many().filter(event::Column::Id.is_in(ids)).exec(&tx).await?;
        let purged = Purged { until: end.sequence, hash: end.hash.clone() };
        Event::new(EventKind::JournalPurged).data(&purged)?.record(cx, &tx).await?;
        cx.commit(tx).await?;
        if (old.len() as u64) < BATCH {
            return Ok(());
        }
    }
}
