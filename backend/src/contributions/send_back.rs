//! Sending back to its authors a text that was proposed.

use domain::{
    FieldProblem, Refusal,
    contributions::{ReviewForm, Step, Verdict},
    ids::ContributionId,
    policy::ContributionAction,
};
use sea_orm::{ActiveValue::Set, EntityTrait};

use super::{
    load::{hold, load, step},
    render,
};
use crate::{
    Cx, Result,
    entities::review,
    events::{Event, EventKind},
    polls,
};

/// Sends a proposed text back to its authors; the reason is read beside the reviews.
///
/// # Errors
/// `Invalid` without a reason; `Transition` if it is not proposed, or a poll decides of it; `Forbidden` but for the chair; `NotFound`.
pub async fn send_back(cx: &Cx, id: ContributionId, reason: &str) -> Result<()> {
    let text = load(cx, id, ContributionAction::SendBack).await?;
    text.state.after(Step::SendBack)?;
    let form = ReviewForm { verdict: Verdict::RequestChanges.code().to_owned(), comment: reason.to_owned() };
    let (verdict, reason) = form.check().map_err(about_reason)?;
    let row = review::ActiveModel {
        contribution_id: Set(id),
        revision_id: Set(text.revision()?),
        reviewer_id: Set(cx.person()?.id),
        verdict: Set(verdict),
        comment_html: Set(render::comment(&reason)),
        comment: Set(reason),
        at: Set(cx.now),
        ..Default::default()
    };
    let tx = cx.begin().await?;
    hold(&tx, id).await?;
    polls::must_not_be_polled(&tx, id).await?;
    step(cx, &tx, &text, Step::SendBack).await?;
    review::Entity::insert(row).exec_without_returning(&tx).await?;
    Event::new(EventKind::ContributionSentBack)
        .group(text.group_id)
        .contribution(id)
        .data(&serde_json::json!({ "version": text.version }))?
        .record(cx, &tx)
        .await?;
    cx.commit(tx).await
}

/// The field of this form is called `reason`.
fn about_reason(refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::Invalid(errors) => {
            let problem = errors.into_iter().next().map_or(FieldProblem::Missing, |error| error.problem);
            Refusal::field("reason", problem)
        }
        other => other,
    }
}
