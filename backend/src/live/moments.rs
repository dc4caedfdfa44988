//! How the shared text meets the versions: what is typed together becomes one, what is saved elsewhere goes into what is
//! typed.
//!
//! What was typed and no version holds becomes one after ten minutes of typing, or once nobody types any more. A room does
//! so when the last person leaves; the job is for those who go on for long, and for what a server that was killed left
//! behind.

use chrono::TimeDelta;
use domain::{Version, contributions::settled};
use sea_orm::ConnectionTrait;

use super::{
    Subject,
    store::{self, Stored},
    written::{Kept, Written},
};
use crate::{
    Backend, Cx, Error, Result, charter,
    contributions::{self, apart, merge},
};

/// The longest that something is typed without a version.
const LONG: TimeDelta = TimeDelta::minutes(10);
/// Nobody types any more.
const QUIET: TimeDelta = TimeDelta::minutes(2);
/// How many times something is tried again when others write at the same moment.
const TRIES: usize = 6;

/// Makes a version of each text in which something has waited long enough, and says of how many.
///
/// # Errors
/// The database failed. A text that cannot be kept is told to the log, and holds up no other.
pub async fn name_what_waits(backend: &Backend) -> Result<usize> {
    let now = backend.now();
    let mut named = 0;
    for subject in store::unnamed(backend.db().reader(), now - LONG, now - QUIET).await? {
        match keep(&backend.system(), subject).await {
            Ok(Some(_)) => named += 1,
            Ok(None) => {}
            Err(error) => tracing::error!(%error, %subject, "what was typed has no version yet"),
        }
    }
    Ok(named)
}

/// Makes a version of what was typed together since the last one; `None` if nothing was. Those who typed are its
/// authors, whoever asks.
///
/// # Errors
/// The database failed.
pub(crate) async fn keep(cx: &Cx, subject: impl Into<Subject>) -> Result<Option<Version>> {
    let cx = &cx.backend.system();
    match subject.into() {
        Subject::Contribution(id) => keep_of::<contributions::Loaded>(cx, id).await,
        Subject::Framing(id) => keep_of::<charter::Drafted>(cx, id).await,
    }
}

/// The shared text of one that is written; begun from its current version if it has none.
///
/// # Errors
/// `Transition` if it is no longer written; `NotFound`.
pub(super) async fn begin(cx: &Cx, subject: Subject) -> Result<Stored> {
    match subject {
        Subject::Contribution(id) => begin_of::<contributions::Loaded>(cx, id).await,
        Subject::Framing(id) => begin_of::<charter::Drafted>(cx, id).await,
    }
}

async fn keep_of<T: Written>(cx: &Cx, id: T::Id) -> Result<Option<Version>> {
    let subject: Subject = id.into();
    for _ in 0..TRIES {
        let text = T::find(cx, id).await?;
        if !text.is_ahead() || !text.may_have_versions() {
            return Ok(None);
        }
        let Some(shared) = store::load(cx.reader(), subject).await? else { return Ok(None) };
        if !agrees(cx, &text, &shared).await? {
            continue;
        }
        let body = settled(&shared.doc.body());
        match text.keep(cx, &body, &shared.typed_by).await? {
            Kept::Version(version) => return Ok(Some(version)),
            Kept::Meanwhile => {}
            Kept::Same => {
                let tx = cx.begin().await?;
                if store::name(&tx, shared.id, shared.seq, text.version()).await? {
                    cx.commit(tx).await?;
                    return Ok(None);
                }
                tx.rollback().await?;
            }
        }
    }
    Err(Error::unexpected(format!(
        "what was typed in {subject} could not be kept: others write all the time"
    )))
}

async fn begin_of<T: Written>(cx: &Cx, id: T::Id) -> Result<Stored> {
    let subject: Subject = id.into();
    for _ in 0..TRIES {
        let text = T::find(cx, id).await?;
        text.still_written()?;
        if let Some(shared) = store::load(cx.reader(), subject).await? {
            if agrees(cx, &text, &shared).await? {
                return Ok(shared);
            }
            continue;
        }
        let words = text.words(cx, text.version()).await?;
        let tx = cx.begin().await?;
        if text.is_current(&tx).await? {
            store::begin(&tx, subject, text.version(), &words, cx.now).await?;
            cx.commit(tx).await?;
        } else {
            tx.rollback().await?;
        }
    }
    Err(Error::unexpected(format!("the shared text of {subject} cannot be begun")))
}

/// Whether the shared text knows of the current version. One that was saved at the very moment the room opened is
/// brought in here, where the two do not meet; where they do, both stay readable as versions.
async fn agrees<T: Written>(cx: &Cx, text: &T, shared: &Stored) -> Result<bool> {
    if shared.named_version >= text.version() {
        return Ok(true);
    }
    let was = text.words(cx, shared.named_version).await?;
    let is = text.words(cx, text.version()).await?;
    let tx = cx.begin().await?;
    if !follow(cx, &tx, shared.subject, &was, &is, text.version()).await? {
        store::rests_on(&tx, shared.subject, text.version()).await?;
    }
    cx.commit(tx).await?;
    cx.backend.rooms().look(shared.subject);
    Ok(false)
}

/// Brings into the shared text the change from `was` to `is`, which becomes `version`; `false` if it meets what was
/// typed since.
pub(crate) async fn follow(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    subject: impl Into<Subject>,
    was: &str,
    is: &str,
    version: Version,
) -> Result<bool> {
    let subject = subject.into();
    // It may have ended: there is nothing to follow.
    let Some(shared) = store::hold(tx, subject).await? else { return Ok(true) };
    let (was, is) = (was.to_owned(), is.to_owned());
    let (mut shared, changed) = apart(was.len() + is.len(), move || {
        let body = shared.doc.body();
        // Blank lines at both ends are no part of a version.
        let core = body.trim_matches('\n').trim_end();
        let start = body.len() - body.trim_start_matches('\n').len();
        let (before, after) = (&body[..start.min(body.len())], &body[(start + core.len()).min(body.len())..]);
        let merged = if core == was { Some(is.clone()) } else { merge(&was, &is, core) };
        let changed = merged.map(|merged| {
            let whole = settled(&merged) == is;
            shared.doc.rewrite(&format!("{before}{merged}{after}")).map(|update| (update, whole))
        });
        (shared, changed)
    })
    .await?;
    let Some(changed) = changed else { return Ok(false) };
    let (update, whole) = changed?;
    if let Some(update) = update {
        if !store::append(tx, &shared, &update, cx.now).await? {
            return Ok(false);
        }
        shared.seq += 1;
    }
    if whole {
        return store::name(tx, shared.id, shared.seq, version).await;
    }
    store::rests_on(tx, subject, version).await?;
    Ok(true)
}
