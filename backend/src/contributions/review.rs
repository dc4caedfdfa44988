//! Reviewing: a remark, an approval, a request for changes, about the version that was read.

use domain::{
    Refusal, Version,
    behalf::Entered,
    contributions::{ReviewForm, State, Step, Verdict},
    ids::ContributionId,
    policy::{self, ContributionAction},
    refusal::Transition,
};
use sea_orm::{ActiveValue::Set, EntityTrait};

use super::{
    load::{load, source, step},
    render,
};
use crate::{
    Cx, Result, behalf,
    entities::review,
    events::{Event, EventKind},
};

/// What became of a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reviewed {
    /// It is about the current version.
    Current,
    /// A newer version came in the meantime: the review is kept with the one that was read, and moves nothing.
    Outdated {
        /// The version that came.
        current: Version,
    },
}

/// Says what one thinks of version `read` of a text.
///
/// # Errors
/// `Invalid`; `Transition` when it is not being reviewed (a remark is welcome until it is adopted); `NotFound`,
/// `Forbidden`.
pub async fn review(cx: &Cx, id: ContributionId, read: Version, form: &ReviewForm) -> Result<Reviewed> {
    let remark = form.verdict == Verdict::Comment.code();
    let action = if remark { ContributionAction::Comment } else { ContributionAction::Review };
    let text = load(cx, id, action).await?;
    let (verdict, comment) = form.check()?;
    let open = if remark { !text.state.is_frozen() } else { text.state == State::InReview };
    if !open {
        return Err(Refusal::Transition(Transition::ContributionState).into());
    }
    policy::group_is_at_work(&text.facts().group)?;
    let about = source(cx.reader(), id, read).await?;
    let current = read == text.version;
    let row = review::ActiveModel {
        contribution_id: Set(id),
        revision_id: Set(about.id),
        reviewer_id: Set(cx.person()?.id),
        verdict: Set(verdict),
        comment_html: Set(render::comment(&comment)),
        comment: Set(comment),
        at: Set(cx.now),
        ..Default::default()
    };
    let tx = cx.begin().await?;
    crate::groups::still_at_work(&tx, text.group_id).await?;
    if current && verdict == Verdict::RequestChanges {
        step(cx, &tx, &text, Step::RequestChanges).await?;
    }
    let made = review::Entity::insert(row).exec(&tx).await?.last_insert_id;
    behalf::mark(cx, &tx, Entered::Review, made.0).await?;
    Event::new(EventKind::ContributionReviewed)
        .group(text.group_id)
        .contribution(id)
        .data(&serde_json::json!({ "verdict": verdict, "version": read }))?
        .record(cx, &tx)
        .await?;
    cx.commit(tx).await?;
    Ok(if current { Reviewed::Current } else { Reviewed::Outdated { current: text.version } })
}
