//! Sending a text for review.

use domain::{
    contributions::{Step, may_be_reviewed},
    ids::ContributionId,
    policy::{self, ContributionAction},
};

use super::{
    load::{source, step},
    moment,
};
use crate::{
    Cx, Result,
    events::{Event, EventKind},
};

/// Sends a text for review.
///
/// # Errors
/// `Transition` if it is empty, not a draft, or its group closed; `NotFound`, `Forbidden`.
pub async fn submit(cx: &Cx, id: ContributionId) -> Result<()> {
    let text = moment::load_whole(cx, id, ContributionAction::Submit).await?;
    text.state.after(Step::Submit)?;
    policy::group_is_at_work(&text.facts().group)?;
    may_be_reviewed(&source(cx.reader(), id, text.version).await?.body)?;
    let tx = cx.begin().await?;
    crate::groups::still_at_work(&tx, text.group_id).await?;
    step(cx, &tx, &text, Step::Submit).await?;
    Event::new(EventKind::ContributionSubmitted)
        .group(text.group_id)
        .contribution(id)
        .data(&serde_json::json!({ "version": text.version }))?
        .record(cx, &tx)
        .await?;
    cx.commit(tx).await
}
