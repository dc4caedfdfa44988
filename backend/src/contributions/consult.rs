//! Putting a text in consultation of all the members of the council, until a date.

use domain::{
    Refusal,
    contributions::{ConsultationForm, State},
    ids::ContributionId,
    policy::{self, ContributionAction},
    refusal::Transition,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::load::{Loaded, load};
use crate::{
    Cx, Result,
    entities::contribution,
    events::{Event, EventKind},
};

/// Opens a consultation on a text in review, or changes its last day and its question.
///
/// # Errors
/// `Invalid`; `Transition` unless it is in review, in a group at work; `Forbidden` but for a facilitator, and in a
/// secret group; `NotFound`.
pub async fn consult(cx: &Cx, id: ContributionId, form: &ConsultationForm) -> Result<()> {
    let text = load(cx, id, ContributionAction::Consult).await?;
    let consulted = text.facts().consulted;
    if text.state != State::InReview && !consulted {
        return Err(Refusal::Transition(Transition::ContributionState).into());
    }
    policy::group_is_at_work(&text.facts().group)?;
    let asked = form.check(cx.today())?;
    let tx = cx.begin().await?;
    // Another day or another question: those who are consulted go on reading what was said since the opening.
    let since =
        if consulted { Expr::col(contribution::Column::ConsultedAt) } else { Expr::value(Some(cx.now)) };
    set(cx, &tx, &text, [Expr::value(Some(asked.until)), since], &asked.question).await?;
    Event::new(EventKind::ContributionConsultationOpened)
        .group(text.group_id)
        .contribution(id)
        .data(&serde_json::json!({ "until": asked.until, "version": text.version }))?
        .record(cx, &tx)
        .await?;
    cx.commit(tx).await
}

/// Ends a consultation before its date. What was said stays.
///
/// # Errors
/// `Transition` if none goes on; `Forbidden` but for a facilitator; `NotFound`.
pub async fn end_consultation(cx: &Cx, id: ContributionId) -> Result<()> {
    let text = load(cx, id, ContributionAction::Consult).await?;
    if !text.facts().consulted {
        return Err(Refusal::Transition(Transition::ContributionState).into());
    }
    let tx = cx.begin().await?;
    set(cx, &tx, &text, [Expr::null(), Expr::null()], "").await?;
    Event::new(EventKind::ContributionConsultationEnded)
        .group(text.group_id)
        .contribution(id)
        .record(cx, &tx)
        .await?;
    cx.commit(tx).await
}

async fn set(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    text: &Loaded,
    [until, since]: [Expr; 2],
    question: &str,
) -> Result<()> {
    let done = contribution::Entity::update_many()
        .col_expr(contribution::Column::ConsultedUntil, until)
        .col_expr(contribution::Column::ConsultedAt, since)
        .col_expr(contribution::Column::Consultation, Expr::value(question))
        .col_expr(contribution::Column::UpdatedAt, Expr::value(cx.now))
        .filter(contribution::Column::Id.eq(text.id))
        .filter(contribution::Column::State.eq(text.state))
        .exec(tx)
        .await?;
    if done.rows_affected == 0 {
        return Err(Refusal::Transition(Transition::ContributionState).into());
    }
    Ok(())
}
