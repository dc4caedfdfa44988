//! Proposing a text for adoption.

use domain::{
    Refusal,
    contributions::{Step, Verdict},
    ids::{ContributionId, RevisionId},
    policy::{self, ContributionAction},
    refusal::Transition,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::load::{load, step};
use crate::{
    Cx, Result,
    entities::review,
    events::{Event, EventKind},
};

/// Proposes to the chair a text whose current version was approved.
///
/// # Errors
/// `Transition` if it is not in review, or not approved; `Forbidden` but for a facilitator; `NotFound`.
pub async fn propose(cx: &Cx, id: ContributionId) -> Result<()> {
    let text = load(cx, id, ContributionAction::Propose).await?;
    text.state.after(Step::Propose)?;
    policy::group_is_at_work(&text.facts().group)?;
    if !is_approved(cx, text.revision()?).await? {
        return Err(Refusal::Transition(Transition::NotApproved).into());
    }
    let tx = cx.begin().await?;
    crate::groups::still_at_work(&tx, text.group_id).await?;
    step(cx, &tx, &text, Step::Propose).await?;
    Event::new(EventKind::ContributionProposed)
        .group(text.group_id)
        .contribution(id)
        .data(&serde_json::json!({ "version": text.version }))?
        .record(cx, &tx)
        .await?;
    cx.commit(tx).await
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
