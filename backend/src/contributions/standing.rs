//! What becomes of a published text: replaced by another, withdrawn, in force again. It stays readable.

use domain::{
    FieldProblem, Refusal,
    contributions::{PublicationNumber, Standing, StandingForm, must_be_published},
    ids::ContributionId,
    policy::ContributionAction,
    webhooks::Told,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, sea_query::Expr};

use super::{list::number, load::load, view::StandingView};
use crate::{
    Cx, Found, Result,
    entities::{adoption, contribution},
    events::{Event, EventKind},
    printing, webhooks,
};

/// Says that a published text is replaced, withdrawn, or in force again. Gives its number.
///
/// # Errors
/// `Invalid`, and on `standing` when it says nothing new; `Transition` unless the text is published; `Conflict` if
/// somebody else said so in the meantime; `Forbidden` but for the chair; `NotFound`.
pub async fn set_standing(cx: &Cx, id: ContributionId, form: &StandingForm) -> Result<PublicationNumber> {
    let text = load(cx, id, ContributionAction::Withdraw).await?;
    must_be_published(text.state)?;
    let row = adoption::Entity::find_by_id(id).one(cx.reader()).await?.found()?;
    let own = number(Some((row.year, row.sequence))).found()?;
    let change = form.check(own)?;
    let replaced_by = change.replaced_by.map(|number| number.to_string());
    if row.standing == change.standing
        && row.standing_reason == change.reason
        && row.replaced_by == replaced_by
    {
        return Err(Refusal::field("standing", FieldProblem::Unchanged).into());
    }
    let kind = match change.standing {
        Standing::InForce => EventKind::ContributionReinstated,
        Standing::Superseded => EventKind::ContributionSuperseded,
        Standing::Withdrawn => EventKind::ContributionWithdrawn,
    };
    let tx = cx.begin().await?;
    if let Some(number) = change.replaced_by
        && !is_public(&tx, number).await?
    {
        return Err(Refusal::field("replaced_by", FieldProblem::NotAPublication).into());
    }
    let said = adoption::Entity::update_many()
        .col_expr(adoption::Column::Standing, Expr::value(change.standing))
        .col_expr(adoption::Column::StandingAt, Expr::value(Some(cx.now)))
        .col_expr(adoption::Column::StandingReason, Expr::value(change.reason))
        .col_expr(adoption::Column::ReplacedBy, Expr::value(replaced_by.clone()))
        .col_expr(adoption::Column::UpdatedAt, Expr::value(Some(cx.now)))
        .filter(adoption::Column::ContributionId.eq(id))
        .filter(adoption::Column::Standing.eq(row.standing))
        .filter(adoption::Column::StandingReason.eq(row.standing_reason))
        .exec(&tx)
        .await?;
    if said.rows_affected == 0 {
        return Err(Refusal::Conflict.into());
    }
    contribution::Entity::update_many()
        .col_expr(contribution::Column::UpdatedAt, Expr::value(cx.now))
        .filter(contribution::Column::Id.eq(id))
        .exec(&tx)
        .await?;
    Event::new(kind)
        .group(text.group_id)
        .contribution(id)
        .data(&serde_json::json!({ "number": own, "replaced_by": replaced_by }))?
        .record(cx, &tx)
        .await?;
    webhooks::publication(cx, &tx, Told::Standing, own).await?;
    printing::want(cx, &tx, id).await?;
    cx.commit(tx).await?;
    Ok(own)
}

/// Whether a published text still speaks for the council, for those who may change it.
///
/// # Errors
/// `Transition` unless it is published; `Forbidden` but for the chair; `NotFound`.
pub async fn standing(cx: &Cx, id: ContributionId) -> Result<StandingView> {
    let text = load(cx, id, ContributionAction::Withdraw).await?;
    must_be_published(text.state)?;
    let row = adoption::Entity::find_by_id(id).one(cx.reader()).await?.found()?;
    Ok(StandingView {
        standing: row.standing,
        at: row.standing_at,
        reason: row.standing_reason,
        replaced_by: row.replaced_by.and_then(|number| number.parse().ok()),
    })
}

async fn is_public(tx: &impl ConnectionTrait, number: PublicationNumber) -> Result<bool> {
    let found = adoption::Entity::find()
        .filter(adoption::Column::Year.eq(number.year))
        .filter(adoption::Column::Sequence.eq(i32::try_from(number.sequence).unwrap_or_default()))
        .filter(adoption::Column::PublishedAt.is_not_null())
        .count(tx)
        .await?;
    Ok(found > 0)
}
