//! What goes of itself once it has served its time, and the report of it: counts only.
//!
//! Once a night, by whichever node takes the turn. The bins of the libraries are emptied by `library::purge`, which adds
//! to the same report.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{
    accounts::LinkPurpose,
    groups::AdmissionState,
    people::ShownTo,
    personal_data::{Keeping, Kept},
    policy::Permission,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use super::settings;
use crate::{
    Backend, Cx, Result, clock,
    entities::{
        admission, code_secret, data_export, email_change, event, job, known_device, library_link_use, mail,
        mandate, one_time_link, purge, reading, session, sign_in_failure, snooze, unsaved_text,
        unsent_message, user,
    },
    events::EventKind,
    jobs::ATTEMPTS,
};

/// From this hour on, in the council's time zone.
const HOUR: TimeDelta = TimeDelta::hours(3);
/// Says that the purge of a day was begun.
const BEGUN: &str = "begun";
/// Days of reports that are kept.
const REPORTS: i64 = 400;
/// Days of reports that are shown.
const SHOWN: u64 = 30;

/// What went on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayOfPurge {
    /// Which day.
    pub day: NaiveDate,
    /// How many of each kind; those of which nothing went are not there.
    pub removed: Vec<(Kept, u64)>,
}

/// The last reports, latest first.
///
/// # Errors
/// `Forbidden` but for administrators.
pub async fn report(cx: &Cx) -> Result<Vec<DayOfPurge>> {
    cx.require(Permission::Administer)?;
    let days: Vec<NaiveDate> = purge::Entity::find()
        .select_only()
        .column(purge::Column::Day)
        .distinct()
        .order_by_desc(purge::Column::Day)
        .limit(SHOWN)
        .into_tuple()
        .all(cx.reader())
        .await?;
    let Some(first) = days.last() else { return Ok(Vec::new()) };
    let rows = purge::Entity::find().filter(purge::Column::Day.gte(*first)).all(cx.reader()).await?;
    let mut by_day: BTreeMap<NaiveDate, Vec<(Kept, u64)>> =
        days.iter().map(|day| (*day, Vec::new())).collect();
    for row in rows {
        if let (Some(kept), Some(day)) = (Kept::from_code(&row.kind), by_day.get_mut(&row.day)) {
            day.push((kept, row.removed.unsigned_abs()));
        }
    }
    let day = |(day, mut removed): (NaiveDate, Vec<(Kept, u64)>)| {
        removed.sort();
        DayOfPurge { day, removed }
    };
    Ok(by_day.into_iter().rev().map(day).collect())
}

/// Adds to the report of today.
pub(crate) async fn note(
    tx: &impl ConnectionTrait,
    now: DateTime<Utc>,
    kept: Kept,
    removed: u64,
) -> Result<()> {
    if removed == 0 {
        return Ok(());
    }
    let removed = i64::try_from(removed).unwrap_or(i64::MAX);
    let row = purge::ActiveModel {
        day: Set(clock::day(now)),
        kind: Set(kept.code().to_owned()),
        removed: Set(removed),
    };
    let total = Expr::col((purge::Entity, purge::Column::Removed)).add(removed);
    let more = OnConflict::columns([purge::Column::Day, purge::Column::Kind])
        .value(purge::Column::Removed, total)
        .to_owned();
    purge::Entity::insert(row).on_conflict(more).exec_without_returning(tx).await?;
    Ok(())
}

/// Does the purge of the night, if it is time and nobody did. Whether it did.
///
/// # Errors
/// The database refused it: what was removed until then is noted.
pub async fn tidy_up(backend: &Backend) -> Result<bool> {
    let now = backend.now();
    let today = clock::day(now);
    if now < clock::start_of(today) + HOUR {
        return Ok(false);
    }
    let turn = purge::ActiveModel { day: Set(today), kind: Set(BEGUN.to_owned()), removed: Set(0) };
    let once = OnConflict::columns([purge::Column::Day, purge::Column::Kind]).do_nothing().to_owned();
    let insert = purge::Entity::insert(turn).on_conflict(once);
    if insert.exec_without_returning(backend.db().writer()).await? == 0 {
        return Ok(false);
    }
    let keeping = settings::read(backend.db().reader()).await?.keeping;
    for kept in Kept::ALL {
        // Each by itself: whoever writes meanwhile does not wait for all of them.
        let tx = backend.db().begin().await?;
        let removed = remove(&tx, &keeping, *kept, now).await?;
        note(&tx, now, *kept, removed).await?;
        tx.commit().await?;
    }
    backend.mail().forget_before(keeping.until(Kept::Mails, now)).await?;
    let old = today - TimeDelta::days(REPORTS);
    purge::Entity::delete_many().filter(purge::Column::Day.lt(old)).exec(backend.db().writer()).await?;
    Ok(true)
}

/// Removes what is of this kind and too old; says how many.
async fn remove(tx: &impl ConnectionTrait, keeping: &Keeping, kept: Kept, now: DateTime<Utc>) -> Result<u64> {
    let until = keeping.until(kept, now);
    let done = match kept {
        // They say themselves when they end.
        Kept::Sessions => {
            session::Entity::delete_many().filter(session::Column::ExpiresAt.lte(now)).exec(tx).await?
        }
        Kept::Tries => {
            sign_in_failure::Entity::delete_many()
                .filter(sign_in_failure::Column::At.lt(until))
                .exec(tx)
                .await?
        }
        Kept::Links => {
            let over = Condition::any()
                .add(one_time_link::Column::ExpiresAt.lt(until))
                .add(one_time_link::Column::UsedAt.lt(until));
            let links = one_time_link::Entity::delete_many().filter(over).exec(tx).await?;
            let drawn = code_secret::Entity::delete_many()
                .filter(code_secret::Column::ConfirmedAt.is_null())
                .filter(code_secret::Column::CreatedAt.lt(until))
                .exec(tx)
                .await?;
            return Ok(links.rows_affected + drawn.rows_affected);
        }
        Kept::Devices => {
            known_device::Entity::delete_many()
                .filter(known_device::Column::LastSeenAt.lt(until))
                .exec(tx)
                .await?
        }
        Kept::AddressChanges => {
            // What was never confirmed waits no longer than its links.
            let given_up = now - LinkPurpose::ConfirmNewAddress.lifetime() - TimeDelta::days(1);
            let given_up = Condition::all()
                .add(email_change::Column::DoneAt.is_null())
                .add(email_change::Column::AskedAt.lt(given_up));
            let over = Condition::any().add(given_up).add(email_change::Column::DoneAt.lt(until));
            email_change::Entity::delete_many().filter(over).exec(tx).await?
        }
        Kept::Mails => {
            let failed = job::Entity::delete_many()
                .filter(job::Column::Attempts.gte(ATTEMPTS))
                .filter(job::Column::RunAt.lt(until))
                .exec(tx)
                .await?;
            let sent = mail::Entity::delete_many().filter(mail::Column::At.lt(until)).exec(tx).await?;
            return Ok(failed.rows_affected + sent.rows_affected);
        }
        Kept::Left => return forget_left(tx, clock::day(until)).await,
        Kept::Admissions => {
            let waiting = Condition::all()
                .add(admission::Column::State.eq(AdmissionState::Waiting))
                .add(admission::Column::At.lt(until));
            let over = Condition::any().add(waiting).add(admission::Column::AnsweredAt.lt(until));
            admission::Entity::delete_many().filter(over).exec(tx).await?
        }
        Kept::Readings => {
            reading::Entity::delete_many().filter(reading::Column::At.lt(until)).exec(tx).await?
        }
        Kept::Unsaved => {
            let texts = unsaved_text::Entity::delete_many()
                .filter(unsaved_text::Column::At.lt(until))
                .exec(tx)
                .await?;
            let messages = unsent_message::Entity::delete_many()
                .filter(unsent_message::Column::At.lt(until))
                .exec(tx)
                .await?;
            return Ok(texts.rows_affected + messages.rows_affected);
        }
        Kept::Snoozes => {
            snooze::Entity::delete_many().filter(snooze::Column::Until.lt(clock::day(until))).exec(tx).await?
        }
        Kept::LinkUses => {
            library_link_use::Entity::delete_many()
                .filter(library_link_use::Column::At.lt(until))
                .exec(tx)
                .await?
        }
        // The other lines are sealed: `journal::purge` removes them.
        Kept::Journal => {
            event::Entity::delete_many()
                .filter(event::Column::Kind.eq(EventKind::SignedIn.code()))
                .filter(event::Column::At.lt(until))
                .exec(tx)
                .await?
        }
        Kept::Exports => {
            data_export::Entity::delete_many().filter(data_export::Column::At.lt(until)).exec(tx).await?
        }
        // The library does it, every hour.
        Kept::Uploads | Kept::Bin => return Ok(0),
    };
    Ok(done.rows_affected)
}

/// Empties how to reach those whose last mandate ended before this day, and how they presented themselves. Their name
/// and their address stay: what they signed bears the one, and they sign in with the other until they are erased.
async fn forget_left(tx: &impl ConnectionTrait, day: NaiveDate) -> Result<u64> {
    let mandates = || mandate::Entity::find().select_only().column(mandate::Column::UserId);
    let sat = mandates().into_query();
    let sits = mandates()
        .filter(mandate::Column::EndsOn.is_null().or(mandate::Column::EndsOn.gte(day)))
        .into_query();
    let tells = Condition::any()
        .add(user::Column::Phone.ne(""))
        .add(user::Column::About.ne(""))
        .add(user::Column::Portrait.is_not_null());
    let none: Option<String> = None;
    let done = user::Entity::update_many()
        .col_expr(user::Column::Phone, Expr::value(""))
        .col_expr(user::Column::About, Expr::value(""))
        .col_expr(user::Column::Portrait, Expr::value(none))
        .col_expr(user::Column::PhoneShownTo, Expr::value(ShownTo::Nobody))
        .col_expr(user::Column::EmailShownTo, Expr::value(ShownTo::Nobody))
        .filter(tells)
        // Whoever runs the installation is still there.
        .filter(user::Column::IsAdministrator.eq(false))
        .filter(user::Column::Id.in_subquery(sat))
        .filter(user::Column::Id.not_in_subquery(sits))
        .exec(tx)
        .await?;
    Ok(done.rows_affected)
}
