//! Proposing a text for adoption.

use domain::{
    Refusal,
    contributions::{ReviewerState, Step, Verdict},
    ids::{ContributionId, RevisionId},
    policy::{self, ContributionAction},
    refusal::Transition,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    checklist,
    load::{Loaded, load, step},
    moment, reviewers,
};
use crate::{
    Cx, Result,
    entities::review,
    events::{Event, EventKind},
};

/// What became of a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proposed {
    /// The text is with the chair.
    Done,
    /// Nothing was done: this should be read before.
    Reminded(Reminders),
}

/// What whoever proposes a text should know before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reminders {
    /// The points of the council's checklist that are not ticked.
    pub unticked: Vec<String>,
    /// The named reviewers who have not reviewed this version.
    pub awaited: Vec<String>,
    /// Those who ask that it be changed.
    pub against: Vec<String>,
}

impl Reminders {
    fn is_empty(&self) -> bool {
        *self == Reminders::default()
    }
}

/// Proposes to the chair a text whose current version was approved, if the council's checklist is ticked and the named
/// reviewers approve.
///
/// # Errors
/// `Transition` if it is not in review, or not approved; `Forbidden` but for a facilitator; `NotFound`.
pub async fn propose(cx: &Cx, id: ContributionId) -> Result<Proposed> {
    let text = ready(cx, moment::load_whole(cx, id, ContributionAction::Propose).await?).await?;
    let reminders = reminded(cx, &text).await?;
    if !reminders.is_empty() {
        return Ok(Proposed::Reminded(reminders));
    }
    put(cx, &text, 0).await?;
    Ok(Proposed::Done)
}

/// Proposes the same, whatever is missing: whoever asks has read what.
///
/// # Errors
/// As [`propose`].
pub async fn propose_anyway(cx: &Cx, id: ContributionId) -> Result<()> {
    let text = ready(cx, moment::load_whole(cx, id, ContributionAction::Propose).await?).await?;
    let unchecked = reminded(cx, &text).await?.unticked.len();
    put(cx, &text, unchecked).await
}

/// What to know of a text that could be proposed.
///
/// # Errors
/// As [`propose`].
pub async fn reminders(cx: &Cx, id: ContributionId) -> Result<Reminders> {
    let text = ready(cx, load(cx, id, ContributionAction::Propose).await?).await?;
    reminded(cx, &text).await
}

/// The text, if it may be proposed now.
async fn ready(cx: &Cx, text: Loaded) -> Result<Loaded> {
    text.state.after(Step::Propose)?;
    policy::group_is_at_work(&text.facts().group)?;
    if !is_approved(cx, text.revision()?).await? {
        return Err(Refusal::Transition(Transition::NotApproved).into());
    }
    Ok(text)
}

async fn reminded(cx: &Cx, text: &Loaded) -> Result<Reminders> {
    let points = checklist::of(cx, text.id, true).await?;
    let unticked = points.into_iter().filter(|point| point.done.is_none()).map(|point| point.what);
    let mut reminders = Reminders { unticked: unticked.collect(), ..Reminders::default() };
    for reviewer in reviewers::of(cx, &reviewers::Of::new(text)).await? {
        match reviewer.state {
            ReviewerState::AskedForChanges => reminders.against.push(reviewer.name),
            state if state.is_awaited() => reminders.awaited.push(reviewer.name),
            _ => {}
        }
    }
    Ok(reminders)
}

async fn put(cx: &Cx, text: &Loaded, unchecked: usize) -> Result<()> {
    let tx = cx.begin().await?;
    crate::groups::still_at_work(&tx, text.group_id).await?;
    step(cx, &tx, text, Step::Propose).await?;
    Event::new(EventKind::ContributionProposed)
        .group(text.group_id)
        .contribution(text.id)
        .data(&serde_json::json!({ "version": text.version, "unchecked": unchecked }))?
        .record(cx, &tx)
        .await?;
    cx.commit(tx).await?;
    // Whoever is still writing it together is told.
    cx.backend.rooms().look(text.id);
    Ok(())
}

/// Whether the last position taken on this revision is an approval.
async fn is_approved(cx: &Cx, revision: RevisionId) -> Result<bool> {
    let last = review::Entity::find()
        .filter(review::Column::RevisionId.eq(revision))
        .filter(review::Column::Verdict.ne(Verdict::Comment))
        .order_by_desc(review::Column::At)
        .order_by_desc(review::Column::Id)
        .one(cx.reader())
        .await?;
    Ok(last.is_some_and(|review| review.verdict == Verdict::Approve))
}
