//! Preparing a poll, changing it before it begins, ending it at once, calling it off.

use chrono::{DateTime, NaiveDateTime, Utc};
use domain::{
    Refusal, Version,
    contributions::Step,
    form,
    groups::Visibility,
    ids::{ContributionId, FramingVersionId, PollId},
    policy::{ContributionAction, Permission},
    polls::{Phase, PollForm, Question, Schedule},
    refusal::Forbidden,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};

use super::{electorate, event, hold, must_not_be_polled};
use crate::{Cx, Found, Result, charter, clock, contributions, entities::poll, events::EventKind};

/// The text that a poll would be about, for somebody who may put it to the vote.
///
/// # Errors
/// `NotFound`; `Forbidden` but for the chair, and for a text of a secret group; `ContributionState` unless it is
/// proposed for adoption.
pub async fn text_to_adopt(cx: &Cx, id: ContributionId) -> Result<contributions::Head> {
    let head = contributions::head(cx, id, ContributionAction::Adopt).await?;
    head.facts.state.after(Step::Adopt)?;
    if head.facts.group.visibility == Visibility::Secret {
        return Err(Refusal::Forbidden(Forbidden::SecretGroup).into());
    }
    Ok(head)
}

/// Prepares a poll of the whole council, about a text to adopt or about any question.
///
/// # Errors
/// `Forbidden` but for the chair and administrators; `Invalid`; those of [`text_to_adopt`]; `PollOnText`.
pub async fn prepare(cx: &Cx, text: Option<ContributionId>, form: &PollForm) -> Result<PollId> {
    cx.require(Permission::RunPolls)?;
    let about = match text {
        Some(id) => About::Text(text_to_adopt(cx, id).await?),
        None => About::Nothing,
    };
    prepare_about(cx, about, form).await
}

/// Prepares a poll of the whole council about a version of a framing text, which is put to the vote with it.
///
/// # Errors
/// `Forbidden` but for the chair and administrators; `Invalid`; those of [`charter::to_vote`]; `JustTyped` if somebody
/// wrote in it meanwhile.
pub async fn prepare_on_framing(cx: &Cx, version: FramingVersionId, form: &PollForm) -> Result<PollId> {
    cx.require(Permission::RunPolls)?;
    let version = charter::to_vote(cx, version).await?.id;
    charter::must_be_read(cx, version).await?;
    let poll = prepare_about(cx, About::Framing(version), form).await?;
    // Whoever is still writing it together is told.
    cx.backend.rooms().look(version);
    Ok(poll)
}

/// What a poll would adopt.
enum About {
    Nothing,
    Text(contributions::Head),
    Framing(FramingVersionId),
}

async fn prepare_about(cx: &Cx, about: About, form: &PollForm) -> Result<PollId> {
    let me = cx.person()?.id;
    let (question, schedule) = form.check(local(cx.now))?;
    let tx = cx.begin().await?;
    let (mut text, mut framing) = (None, None);
    match &about {
        About::Nothing => {}
        About::Text(head) => {
            contributions::hold(&tx, head.facts.id).await?;
            must_not_be_polled(&tx, head.facts.id).await?;
            text = Some(head);
        }
        About::Framing(version) => {
            charter::put_to_vote(cx, &tx, *version).await?;
            framing = Some(*version);
        }
    }
    let mut row = poll::ActiveModel {
        contribution_id: Set(text.map(|text| text.facts.id)),
        contribution_version: Set(text.map_or(0, |text| text.version.0)),
        framing_version_id: Set(framing),
        created_by: Set(me),
        created_at: Set(cx.now),
        has_electorate: Set(false),
        paper_for: Set(0),
        paper_against: Set(0),
        paper_abstaining: Set(0),
        proclaimed_at: Set(None),
        proclaimed_by: Set(None),
        entitled: Set(0),
        votes_for: Set(0),
        votes_against: Set(0),
        votes_abstaining: Set(0),
        carried: Set(false),
        year: Set(None),
        sequence: Set(None),
        cancelled_at: Set(None),
        cancelled_reason: Set(String::new()),
        version: Set(Version::FIRST),
        ..Default::default()
    };
    ask(cx, &mut row, question, &schedule);
    let poll = row.insert(&tx).await?;
    electorate::write(&tx, &poll).await?;
    electorate::settle(cx, &tx, &poll).await?;
    event(EventKind::PollPrepared, &poll)?.record(cx, &tx).await?;
    cx.commit(tx).await?;
    Ok(poll.id)
}

/// Changes a poll that has not begun.
///
/// # Errors
/// `Forbidden`; `NotFound`; `Invalid`; `Conflict` if somebody changed it since `version`; `PollRunning`, `PollOver`,
/// `PollCancelled`.
pub async fn change(cx: &Cx, id: PollId, version: Version, form: &PollForm) -> Result<()> {
    cx.require(Permission::RunPolls)?;
    let (question, schedule) = form.check(local(cx.now))?;
    let tx = cx.begin().await?;
    let row = hold(&tx, id).await?;
    row.times().phase(cx.now).must_be(Phase::ToCome)?;
    if row.version != version {
        return Err(Refusal::Conflict.into());
    }
    let mut row: poll::ActiveModel = row.into();
    ask(cx, &mut row, question, &schedule);
    row.version = Set(version.next());
    let poll = row.update(&tx).await?;
    electorate::write(&tx, &poll).await?;
    electorate::settle(cx, &tx, &poll).await?;
    event(EventKind::PollChanged, &poll)?.record(cx, &tx).await?;
    cx.commit(tx).await
}

/// Writes what is asked, and when.
fn ask(cx: &Cx, row: &mut poll::ActiveModel, question: Question, schedule: &Schedule) {
    row.question = Set(question.question);
    row.details = Set(question.details);
    row.body = Set(question.body);
    row.secrecy = Set(question.secrecy);
    row.quorum = Set(question.rules.quorum);
    row.majority = Set(question.rules.majority);
    row.proxies = Set(i32::try_from(question.rules.proxies).unwrap_or_default());
    row.opens_at = Set(schedule.opens.map_or(cx.now, instant));
    row.closes_at = Set(instant(schedule.closes));
}

/// Ends a poll before its time.
///
/// # Errors
/// `Forbidden`; `NotFound`; `PollNotOpen`, `PollOver`, `PollCancelled`.
pub async fn close_now(cx: &Cx, id: PollId) -> Result<()> {
    cx.require(Permission::RunPolls)?;
    let tx = cx.begin().await?;
    let row = hold(&tx, id).await?;
    row.times().phase(cx.now).must_be(Phase::Open)?;
    electorate::settle(cx, &tx, &row).await?;
    let mut row: poll::ActiveModel = row.into();
    row.closes_at = Set(cx.now);
    row.has_electorate = Set(true);
    let poll = row.update(&tx).await?;
    event(EventKind::PollClosed, &poll)?.record(cx, &tx).await?;
    cx.commit(tx).await
}

/// Calls a poll off, with a reason that everybody reads. What was cast is removed.
///
/// # Errors
/// `Forbidden`; `NotFound`; `Invalid`; `PollOver` once its result is proclaimed, `PollCancelled`.
pub async fn cancel(cx: &Cx, id: PollId, reason: &str) -> Result<()> {
    cx.require(Permission::RunPolls)?;
    poll::Entity::find_by_id(id).one(cx.reader()).await?.found()?;
    let reason = form::text(reason, 3, 1_000).map_err(|problem| Refusal::field("reason", problem))?;
    let tx = cx.begin().await?;
    let row = hold(&tx, id).await?;
    let phase = row.times().phase(cx.now);
    if matches!(phase, Phase::Proclaimed | Phase::Cancelled) {
        phase.must_be(Phase::Open)?;
    }
    super::secret::forget_ballots(&tx, id).await?;
    let mut row: poll::ActiveModel = row.into();
    row.cancelled_at = Set(Some(cx.now));
    row.cancelled_reason = Set(reason);
    let poll = row.update(&tx).await?;
    if let Some(version) = poll.framing_version_id {
        charter::vote_called_off(cx, &tx, version).await?;
    }
    event(EventKind::PollCancelled, &poll)?.record(cx, &tx).await?;
    cx.commit(tx).await?;
    super::secret::leave_no_trace(cx).await;
    Ok(())
}

/// An instant in the time of the council.
pub(super) fn local(at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&clock::ZONE).naive_local()
}

/// When it is that time for the council; the earlier of two when clocks go back, the next one when they go forward.
fn instant(local: NaiveDateTime) -> DateTime<Utc> {
    let read = |at: NaiveDateTime| at.and_local_timezone(clock::ZONE).earliest();
    let at = read(local).or_else(|| read(local + chrono::TimeDelta::hours(1)));
    at.map_or_else(|| local.and_utc(), |at| at.to_utc())
}
