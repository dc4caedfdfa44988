//! Proposing a text for adoption.

use domain::{
    Refusal,
    contributions::{Step, Verdict},
    ids::{ContributionId, RevisionId},
    policy::{self, ContributionAction},
    refusal::Transition,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    checklist,
    load::{Loaded, load, step},
    moment,
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
    /// Nothing was done: these points of the council's checklist are not ticked.
    Unchecked(Vec<String>),
}

/// Proposes to the chair a text whose current version was approved, if the council's checklist is ticked.
///
/// # Errors
/// `Transition` if it is not in review, or not approved; `Forbidden` but for a facilitator; `NotFound`.
pub async fn propose(cx: &Cx, id: ContributionId) -> Result<Proposed> {
    let text = ready(cx, moment::load_whole(cx, id, ContributionAction::Propose).await?).await?;
    let unchecked = unticked(cx, id).await?;
    if !unchecked.is_empty() {
        return Ok(Proposed::Unchecked(unchecked));
    }
    put(cx, &text, 0).await?;
    Ok(Proposed::Done)
}

/// Proposes the same, whatever is not ticked: whoever asks has read which points.
///
/// # Errors
/// As [`propose`].
pub async fn propose_anyway(cx: &Cx, id: ContributionId) -> Result<()> {
    let text = ready(cx, moment::load_whole(cx, id, ContributionAction::Propose).await?).await?;
    let unchecked = unticked(cx, id).await?.len();
    put(cx, &text, unchecked).await
}

/// The points of the checklist that are not ticked for a text that could be proposed.
///
/// # Errors
/// As [`propose`].
pub async fn unchecked_points(cx: &Cx, id: ContributionId) -> Result<Vec<String>> {
    ready(cx, load(cx, id, ContributionAction::Propose).await?).await?;
    unticked(cx, id).await
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

async fn unticked(cx: &Cx, id: ContributionId) -> Result<Vec<String>> {
    let points = checklist::of(cx, id, true).await?;
    Ok(points.into_iter().filter(|point| point.done.is_none()).map(|point| point.what).collect())
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
