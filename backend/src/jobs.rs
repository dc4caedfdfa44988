//! Work to do after a change: written in its transaction, done soon after, tried again when it fails.
//!
//! A job carries identifiers only; what they point at is read when it runs.

use std::{
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Timelike, Utc};
use domain::{
    accounts::WayChange,
    ids::{ActingId, JobId, OneTimeLinkId, PaperConsentId, UserId, WebhookMessageId},
    reminders::ReminderKind,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, sea_query::Expr,
};
use serde::{Deserialize, Serialize};

use crate::{
    Backend, Cx, accounts, api, behalf, clock,
    entities::{file_text, job, print},
    error::Result,
    files::Fingerprint,
    journal, library, live, mail, personal_data, polls, reminders, search, webhooks,
};

/// What there is to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "job", rename_all = "snake_case")]
pub enum Job {
    /// Mail a one-time link to its person.
    SendLink {
        /// Which link.
        link: OneTimeLinkId,
    },
    /// Tell a person at their former address that it changed.
    TellAddressChanged {
        /// Who.
        user: UserId,
        /// Where to write: the address as it was.
        former: String,
    },
    /// Tell a person that their password changed.
    TellPasswordChanged {
        /// Who.
        user: UserId,
    },

    /// Tell a person that the ways in which they sign in changed.
    TellWayChanged {
        /// Who.
        user: UserId,
        /// What changed.
        change: WayChange,
    },
    /// Tell a person that they signed in from a browser never seen before.
    TellNewDevice {
        /// Who.
        user: UserId,
        /// When.
        at: DateTime<Utc>,
        /// The code of the kind of browser.
        device: String,
    },

    /// Write to somebody about what the council waits for.
    Remind {
        /// Who.
        user: UserId,
        /// What.
        things: Vec<(ReminderKind, i64)>,
    },

    /// Tell somebody that it was noted that they take part on paper.
    TellPaper {
        /// What was noted.
        consent: PaperConsentId,
    },

    /// Tell somebody what was done on their behalf, once it is over.
    TellActing {
        /// When somebody acted for them.
        acting: ActingId,
    },

    /// Tell another program of what became public.
    TellProgram {
        /// By which message.
        message: WebhookMessageId,
    },

    /// Read a file that a document has just received.
    #[serde(rename = "read-file")]
    ReadFile {
        /// The address of its content.
        sha256: String,
        /// Its type, as recognised.
        media_type: String,
        /// Its name.
        name: String,
    },
}

/// Tries before a job is left for the administrator to see.
pub(crate) const ATTEMPTS: i32 = 8;
/// The kinds of those that send a mail.
pub(crate) const MAILS: [&str; 8] = [
    "send_link",
    "tell_address_changed",
    "tell_password_changed",
    "tell_way_changed",
    "tell_new_device",
    "remind",
    "tell_paper",
    "tell_acting",
];
/// The kind of those that tell another program.
pub(crate) const TELL_PROGRAM: &str = "tell_program";
/// After so long, a claimed job is taken to be abandoned.
const CLAIM: TimeDelta = TimeDelta::minutes(5);
/// How long the worker sleeps when nothing wakes it.
const NAP: Duration = Duration::from_secs(20);
/// How long the search waits for more changes once there is one, to read them together.
const SOON: Duration = Duration::from_millis(250);

/// How often what has expired is removed.
const TIDY: TimeDelta = TimeDelta::hours(1);

/// How often what was typed together is looked at, for a version to be made of it, and polls that begin.
const MOMENTS: TimeDelta = TimeDelta::seconds(30);

/// How often it is looked whether people are to be written to, and the hours of the day at which they may be.
const REMINDERS: TimeDelta = TimeDelta::hours(1);
const DAYTIME: std::ops::Range<u32> = 8..20;

/// How often the lines of the journal are sealed.
const SEALS: TimeDelta = TimeDelta::minutes(1);

/// Leaves a job, in the transaction of the change that asks for it.
///
/// # Errors
/// The database refused it.
pub async fn enqueue(cx: &Cx, tx: &impl ConnectionTrait, job: &Job) -> Result<()> {
    let row = job::ActiveModel {
        kind: Set(kind(job).to_owned()),
        payload: Set(serde_json::to_string(job)?),
        run_at: Set(cx.now),
        claimed_at: Set(None),
        attempts: Set(0),
        last_error: Set(String::new()),
        ..Default::default()
    };
    job::Entity::insert(row).exec_without_returning(tx).await?;
    cx.leaves_jobs.store(true, Ordering::Relaxed);
    Ok(())
}

fn kind(job: &Job) -> &'static str {
    match job {
        Job::SendLink { .. } => "send_link",
        Job::TellAddressChanged { .. } => "tell_address_changed",
        Job::TellPasswordChanged { .. } => "tell_password_changed",
        Job::TellWayChanged { .. } => "tell_way_changed",
        Job::TellNewDevice { .. } => "tell_new_device",
        Job::Remind { .. } => "remind",
        Job::TellPaper { .. } => "tell_paper",
        Job::TellActing { .. } => "tell_acting",
        Job::TellProgram { .. } => TELL_PROGRAM,
        Job::ReadFile { .. } => "read-file",
    }
}

/// A job that is being done.
#[derive(Debug)]
pub(crate) struct InHand {
    pub id: JobId,
    /// The same however often it is begun, and of no other job.
    pub name: String,
}

impl InHand {
    fn of(row: &job::Model) -> InHand {
        let name = Fingerprint::of(format!("{} {}", row.id, row.payload).as_bytes());
        InHand { id: row.id, name: name.as_str()[..24].to_owned() }
    }
}

/// Does every job that is due, and says how many were done.
///
/// # Errors
/// The database failed; a job that fails is noted and tried again later.
pub async fn run_due(backend: &Backend) -> Result<usize> {
    let mut done = 0;
    while !backend.is_stopping()
        && let Some(row) = claim(backend).await?
    {
        let outcome = match serde_json::from_str(&row.payload) {
            Ok(job) => {
                let cx = Cx { job: Some(Arc::new(InHand::of(&row))), ..backend.system() };
                run(&cx, job).await
            }
            Err(error) => Err(error.into()),
        };
        match outcome {
            Ok(()) => {
                job::Entity::delete_by_id(row.id).exec(backend.db().writer()).await?;
                done += 1;
            }
            Err(error) => put_back(backend, &row, &error.to_string()).await?,
        }
    }
    Ok(done)
}

/// Gives back what was in hand when the program ended, however it ended: it is done when the program starts again, or
/// when a program asks again. For an installation of one node, where nobody else has anything in hand.
///
/// # Errors
/// The database refused it.
pub async fn give_back(backend: &Backend) -> Result<()> {
    let db = backend.db().writer();
    let none = || Expr::value(None::<DateTime<Utc>>);
    job::Entity::update_many()
        .col_expr(job::Column::ClaimedAt, none())
        .filter(job::Column::ClaimedAt.is_not_null())
        .exec(db)
        .await?;
    file_text::Entity::update_many()
        .col_expr(file_text::Column::ClaimedAt, none())
        .filter(file_text::Column::ClaimedAt.is_not_null())
        .exec(db)
        .await?;
    print::Entity::update_many()
        .col_expr(print::Column::ClaimedAt, none())
        .filter(print::Column::ClaimedAt.is_not_null())
        .exec(db)
        .await?;
    api::give_back(backend).await
}

/// Works until the program stops, and tidies up now and then. What was written until then is sealed before it ends.
pub async fn work(backend: Backend) {
    works(&backend).await;
    seal(&backend, journal::Reach::Recent).await;
}

/// The journal is sealed now and then; what fails is sealed the next time.
async fn seal(backend: &Backend, reach: journal::Reach) {
    if let Err(error) = journal::seal(backend, reach).await {
        tracing::error!(%error, "the journal cannot be sealed");
    }
}

async fn works(backend: &Backend) {
    let (mut tidied, mut named, mut sealed) = (None, None, None);
    // Not as soon as it starts: whoever starts it may be about to stop it.
    let mut reminded = backend.now();
    if let Err(error) = search::renew(backend).await {
        tracing::error!(%error, "the index of the search is of an earlier program");
    }
    while !backend.is_stopping() {
        if tidied.is_none_or(|at| backend.now() - at >= TIDY) {
            tidied = Some(backend.now());
            if let Err(error) = personal_data::tidy_up(backend).await {
                tracing::error!(%error, "what has served its time cannot be removed");
            }
            if let Err(error) = library::purge(backend).await {
                tracing::error!(%error, "the bins of the libraries cannot be emptied");
            }
            if let Err(error) = api::tidy_up(backend).await {
                tracing::error!(%error, "the tokens that are over cannot be forgotten");
            }
            if let Err(error) = webhooks::tidy_up(backend).await {
                tracing::error!(%error, "what was told to other programs cannot be forgotten");
            }
            // Those whose change took very long are behind: now and then all are looked at.
            seal(backend, journal::Reach::Everywhere).await;
            if let Err(error) = journal::purge(backend).await {
                tracing::error!(%error, "what is too old in the journal cannot be removed");
            }
        }
        if named.is_none_or(|at| backend.now() - at >= MOMENTS) {
            named = Some(backend.now());
            if let Err(error) = polls::open_due(backend).await {
                tracing::error!(%error, "polls cannot begin");
            }
            if let Err(error) = behalf::end_over(backend).await {
                tracing::error!(%error, "what is done on behalf of somebody cannot be ended");
            }
            if let Err(error) = live::name_what_waits(backend).await {
                tracing::error!(%error, "what is typed together cannot be read");
            }
        }
        if backend.now() - reminded >= REMINDERS {
            reminded = backend.now();
            if DAYTIME.contains(&reminded.with_timezone(&clock::ZONE).hour())
                && let Err(error) = reminders::send_due(backend).await
            {
                tracing::error!(%error, "nobody can be reminded of anything");
            }
        }
        if sealed.is_none_or(|at| backend.now() - at >= SEALS) {
            sealed = Some(backend.now());
            seal(backend, journal::Reach::Recent).await;
        }
        if let Err(error) = run_due(backend).await {
            tracing::error!(%error, "the jobs cannot be read");
        }
        // The index follows within the moment, one fifth of the time at most.
        let began = std::time::Instant::now();
        match search::follow(backend).await {
            Ok(0) => {}
            Ok(_) => {
                tokio::time::sleep(began.elapsed() * 4).await;
                continue;
            }
            Err(error) => tracing::error!(%error, "the index of the search does not follow"),
        }
        tokio::select! {
            () = backend.stopping() => return,
            () = backend.0.jobs_waiting.notified() => {}
            () = backend.0.changed.notified() => tokio::time::sleep(SOON).await,
            () = tokio::time::sleep(NAP) => {}
        }
    }
}

/// How many jobs wait or have failed.
///
/// # Errors
/// The database cannot be read.
pub async fn waiting(cx: &Cx) -> Result<u64> {
    use sea_orm::PaginatorTrait;
    Ok(job::Entity::find().count(cx.reader()).await?)
}

async fn run(cx: &Cx, job: Job) -> Result<()> {
    match job {
        Job::SendLink { link } => accounts::send_link(cx, link).await,
        Job::TellAddressChanged { user, former } => mail::tell_address_changed(cx, user, &former).await,
        Job::TellPasswordChanged { user } => mail::tell_password_changed(cx, user).await,
        Job::TellWayChanged { user, change } => mail::tell_way_changed(cx, user, change).await,
        Job::TellNewDevice { user, at, device } => mail::tell_new_device(cx, user, at, &device).await,
        Job::Remind { user, things } => reminders::send(cx, user, &things).await,
        Job::TellPaper { consent } => behalf::tell_paper(cx, consent).await,
        Job::TellActing { acting } => behalf::tell_acting(cx, acting).await,
        Job::TellProgram { message } => webhooks::deliver(cx, message).await,
        Job::ReadFile { sha256, media_type, name } => library::ask(cx, &sha256, &media_type, &name).await,
    }
}

/// Takes one due job for this worker; another worker asking at the same time takes another.
async fn claim(backend: &Backend) -> Result<Option<job::Model>> {
    let now = backend.now();
    let free =
        || Condition::any().add(job::Column::ClaimedAt.is_null()).add(job::Column::ClaimedAt.lt(now - CLAIM));
    let db = backend.db().writer();
    loop {
        let due = job::Entity::find()
            .filter(job::Column::RunAt.lte(now))
            .filter(job::Column::Attempts.lt(ATTEMPTS))
            .filter(free())
            .order_by_asc(job::Column::RunAt)
            .limit(1)
            .one(backend.db().reader())
            .await?;
        let Some(row) = due else { return Ok(None) };
        let taken = job::Entity::update_many()
            .col_expr(job::Column::ClaimedAt, Expr::value(now))
            .filter(job::Column::Id.eq(row.id))
            .filter(free())
            .exec(db)
            .await?;
        if taken.rows_affected == 1 {
            return Ok(Some(row));
        }
    }
}

async fn put_back(backend: &Backend, row: &job::Model, error: &str) -> Result<()> {
    let attempts = row.attempts + 1;
    // 1, 2, 4… minutes: a mail server that is down comes back.
    let wait = TimeDelta::minutes(1 << attempts.clamp(1, 10));
    tracing::warn!(job = %row.id, kind = %row.kind, attempts, error, "a job failed");
    set(backend, row.id, attempts, backend.now() + wait, error).await
}

async fn set(backend: &Backend, id: JobId, attempts: i32, run_at: DateTime<Utc>, error: &str) -> Result<()> {
    job::Entity::update_many()
        .col_expr(job::Column::Attempts, Expr::value(attempts))
        .col_expr(job::Column::RunAt, Expr::value(run_at))
        .col_expr(job::Column::ClaimedAt, Expr::value(None::<DateTime<Utc>>))
        .col_expr(job::Column::LastError, Expr::value(error))
        .filter(job::Column::Id.eq(id))
        .exec(backend.db().writer())
        .await?;
    Ok(())
}
