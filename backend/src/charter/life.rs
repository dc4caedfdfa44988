//! The steps of a version before it is put to the vote.

use chrono::NaiveDate;
use domain::{
    Refusal, Version,
    charter::{Amendable, Step},
    policy::{CharterAction, Permission},
    refusal::Transition,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait};

use super::{
    load::{hold_text, hold_version, told},
    moment::written_at,
    write::with_numbers,
};
use crate::{Cx, Result, entities::framing_version, events::EventKind, live};

/// Opens a version to amendments between two days; its words rest meanwhile.
///
/// # Errors
/// `Forbidden` but for who prepares the framing texts; `NotFound`; `Invalid`; `Conflict`; `FramingState`; `EmptyText`,
/// `FramingArticles`; `JustTyped` if somebody types at this very moment.
pub async fn open_amendments(
    cx: &Cx,
    slug: &str,
    number: i32,
    version: Version,
    days: &Amendable,
) -> Result<()> {
    cx.require(Permission::Charter(CharterAction::Prepare))?;
    let days = days.check(cx.today())?;
    take(cx, slug, number, version, Step::OpenAmendments, Some(days)).await
}

/// Has a version examined: what was proposed is settled, and its words can be changed again.
///
/// # Errors
/// `Forbidden`, `NotFound`, `Conflict`, `FramingState`, `EmptyText`, `FramingArticles`.
pub async fn examine(cx: &Cx, slug: &str, number: i32, version: Version) -> Result<()> {
    cx.require(Permission::Charter(CharterAction::Prepare))?;
    take(cx, slug, number, version, Step::Examine, None).await
}

/// Takes a version back to writing.
///
/// # Errors
/// `Forbidden`, `NotFound`, `Conflict`, `FramingState`.
pub async fn resume(cx: &Cx, slug: &str, number: i32, version: Version) -> Result<()> {
    cx.require(Permission::Charter(CharterAction::Prepare))?;
    take(cx, slug, number, version, Step::Resume, None).await
}

/// Gives a version up. It stays readable for those who follow.
///
/// # Errors
/// `Forbidden`, `NotFound`, `Conflict`, `FramingState`; `JustTyped` if somebody types at this very moment.
pub async fn abandon(cx: &Cx, slug: &str, number: i32, version: Version) -> Result<()> {
    cx.require(Permission::Charter(CharterAction::Prepare))?;
    take(cx, slug, number, version, Step::Abandon, None).await
}

async fn take(
    cx: &Cx,
    slug: &str,
    number: i32,
    version: Version,
    step: Step,
    days: Option<(NaiveDate, NaiveDate)>,
) -> Result<()> {
    let version = with_what_is_typed(cx, slug, number, version).await?;
    let tx = cx.begin().await?;
    let text = hold_text(&tx, slug).await?;
    let mut row = hold_version(&tx, text.id, number, version).await?;
    row.state.after(step)?;
    if matches!(step, Step::OpenAmendments | Step::Examine) {
        if row.body.is_empty() {
            return Err(Refusal::Transition(Transition::EmptyText).into());
        }
        row = with_numbers(cx, &tx, &text, row).await?;
    }
    let id = row.id;
    let kind = match step {
        Step::OpenAmendments => EventKind::FramingAmendmentsOpened,
        Step::Examine => EventKind::FramingVersionExamined,
        Step::Abandon => EventKind::FramingVersionAbandoned,
        _ => EventKind::FramingVersionResumed,
    };
    let mut changed = stepped(cx, &row, step)?;
    if let Some((from, until)) = days {
        changed.amendable_from = Set(Some(from));
        changed.amendable_until = Set(Some(until));
    }
    written(&tx, changed).await?;
    told(cx, &tx, kind, &text, Some(number)).await?;
    cx.commit(tx).await?;
    // Whoever is still writing it together is told.
    cx.backend.rooms().look(id);
    Ok(())
}

/// What was typed together goes with whoever takes a step: what the version has come to, if nothing but that was added to
/// what they read at `version`.
pub(super) async fn with_what_is_typed(
    cx: &Cx,
    slug: &str,
    number: i32,
    version: Version,
) -> Result<Version> {
    let kept = live::keep(cx, written_at(cx, slug, number).await?).await?;
    Ok(kept.filter(|kept| *kept == version.next()).unwrap_or(version))
}

/// A version after a step, to be written.
pub(super) fn stepped(
    cx: &Cx,
    row: &framing_version::Model,
    step: Step,
) -> Result<framing_version::ActiveModel> {
    let state = row.state.after(step)?;
    let version = row.version.next();
    let mut row: framing_version::ActiveModel = row.clone().into();
    row.state = Set(state);
    row.state_at = Set(Some(cx.now));
    row.state_by = Set(cx.actor.user_id());
    row.version = Set(version);
    Ok(row)
}

/// Writes a version after a step. Its room goes on as long as its words may be changed, and ends with it.
///
/// # Errors
/// `JustTyped` if something was typed that no save holds, and the words rest from now on.
pub(super) async fn written(
    tx: &impl ConnectionTrait,
    row: framing_version::ActiveModel,
) -> Result<framing_version::Model> {
    let row = row.update(tx).await?;
    if row.state.is_writable() {
        live::rests_on(tx, row.id, row.version).await?;
    } else if !live::end(tx, row.id).await? {
        return Err(Refusal::Transition(Transition::JustTyped).into());
    }
    Ok(row)
}
