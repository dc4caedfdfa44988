//! Versions and the shared text: what is typed together becomes a version, what a form saves goes into what is typed.

use domain::{
    Version,
    contributions::{ContributionText, settled},
    ids::ContributionId,
    policy::ContributionAction,
};
use sea_orm::ConnectionTrait;

use super::{
    load::{Loaded, load, source},
    merge::merge,
    render::apart,
    write::{Writing, write},
};
use crate::{
    Cx, Error, Result,
    live::{self, Stored},
};

/// How many times this is tried again when others write at the same moment.
const TRIES: usize = 6;

/// The text, for somebody who may do this to it, once what is typed together is a version.
pub(super) async fn load_whole(cx: &Cx, id: ContributionId, action: ContributionAction) -> Result<Loaded> {
    let text = load(cx, id, action).await?;
    if text.is_ahead() && keep(cx, id).await?.is_some() {
        return load(cx, id, action).await;
    }
    Ok(text)
}

/// Makes a version of what was typed together since the last one; `None` if nothing was. Those who typed are its
/// authors, whoever asks.
///
/// # Errors
/// The database failed.
pub(crate) async fn keep(cx: &Cx, id: ContributionId) -> Result<Option<Version>> {
    let cx = &cx.backend.system();
    for _ in 0..TRIES {
        let text = load(cx, id, ContributionAction::Read).await?;
        if !text.is_ahead() || !text.state.is_writable() {
            return Ok(None);
        }
        let Some(shared) = live::load(cx.reader(), id).await? else { return Ok(None) };
        if !agrees(cx, &text, &shared).await? {
            continue;
        }
        let current = source(cx.reader(), id, text.version).await?;
        let body = settled(&shared.doc.body());
        if body == current.body {
            let tx = cx.begin().await?;
            if live::name(&tx, id, shared.seq, text.version).await? {
                cx.commit(tx).await?;
                return Ok(None);
            }
            tx.rollback().await?;
            continue;
        }
        let (by, with) = match shared.typed_by.split_last() {
            Some((last, others)) => (*last, others),
            None => (current.author_id, &[][..]),
        };
        let typed = ContributionText {
            title: current.title.clone(),
            kind: text.kind,
            summary: current.summary.clone(),
            body: body.clone(),
            reason: String::new(),
        };
        let writing =
            Writing { by, merged_from: None, shared: Some(&body), with, accepting: None, intake: None };
        if let Some(version) = write(cx, &text, &current, &typed, &writing).await? {
            return Ok(Some(version));
        }
    }
    Err(Error::unexpected(format!("what was typed in {id} could not be kept: others write all the time")))
}

/// The shared text of one that is written; begun from its current version if it has none.
///
/// # Errors
/// `Transition` if it is no longer written; `NotFound`.
pub(crate) async fn begin(cx: &Cx, id: ContributionId) -> Result<Stored> {
    for _ in 0..TRIES {
        let text = load(cx, id, ContributionAction::Read).await?;
        text.require_writable()?;
        if let Some(shared) = live::load(cx.reader(), id).await? {
            if agrees(cx, &text, &shared).await? {
                return Ok(shared);
            }
            continue;
        }
        let current = source(cx.reader(), id, text.version).await?;
        let tx = cx.begin().await?;
        live::begin(&tx, id, text.version, &current.body, cx.now).await?;
        cx.commit(tx).await?;
    }
    Err(Error::unexpected(format!("the shared text of {id} cannot be begun")))
}

/// Whether the shared text knows of the current version. One that was saved at the very moment the room opened is
/// brought in here, where the two do not meet; where they do, both stay readable as versions.
async fn agrees(cx: &Cx, text: &Loaded, shared: &Stored) -> Result<bool> {
    if shared.named_version >= text.version {
        return Ok(true);
    }
    let was = source(cx.reader(), text.id, shared.named_version).await?.body;
    let is = source(cx.reader(), text.id, text.version).await?.body;
    let tx = cx.begin().await?;
    if !follow(cx, &tx, text.id, &was, &is, text.version).await? {
        live::rests_on(&tx, text.id, text.version).await?;
    }
    cx.commit(tx).await?;
    cx.backend.rooms().look(text.id);
    Ok(false)
}

/// Brings into the shared text the change from `was` to `is`, which becomes `version`; `false` if it meets what was
/// typed since.
pub(super) async fn follow(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    id: ContributionId,
    was: &str,
    is: &str,
    version: Version,
) -> Result<bool> {
    // It may have ended: there is nothing to follow.
    let Some(shared) = live::hold(tx, id).await? else { return Ok(true) };
    let (was, is) = (was.to_owned(), is.to_owned());
    let (shared, changed) = apart(was.len() + is.len(), move || {
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
    let mut seq = shared.seq;
    if let Some(update) = update {
        if !live::append(tx, id, seq, &update, &shared.typed_by, cx.now).await? {
            return Ok(false);
        }
        seq += 1;
    }
    if whole {
        return live::name(tx, id, seq, version).await;
    }
    live::rests_on(tx, id, version).await?;
    Ok(true)
}
