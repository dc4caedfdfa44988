//! Making an adopted text public.

use domain::{contributions::Step, ids::ContributionId, policy::ContributionAction, webhooks::Told};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{
    list::number,
    load::{load, step},
};
use crate::{
    Cx, Found, Result,
    entities::adoption,
    events::{Event, EventKind},
    printing, webhooks,
};

/// Publishes an adopted text: anyone may read it from now on.
///
/// # Errors
/// `Transition` if it is not adopted, or published already; `Forbidden` but for the chair; `NotFound`.
pub async fn publish(cx: &Cx, id: ContributionId) -> Result<()> {
    let text = load(cx, id, ContributionAction::Publish).await?;
    text.state.after(Step::Publish)?;
    let tx = cx.begin().await?;
    step(cx, &tx, &text, Step::Publish).await?;
    adoption::Entity::update_many()
        .col_expr(adoption::Column::PublishedAt, Expr::value(Some(cx.now)))
        .col_expr(adoption::Column::UpdatedAt, Expr::value(Some(cx.now)))
        .col_expr(adoption::Column::PublishedBy, Expr::value(Some(cx.person()?.id)))
        .filter(adoption::Column::ContributionId.eq(id))
        .exec(&tx)
        .await?;
    Event::new(EventKind::ContributionPublished)
        .group(text.group_id)
        .contribution(id)
        .record(cx, &tx)
        .await?;
    let row = adoption::Entity::find_by_id(id).one(&tx).await?.found()?;
    let number = number(Some((row.year, row.sequence))).found()?;
    webhooks::publication(cx, &tx, Told::Published, number).await?;
    printing::want(cx, &tx, id).await?;
    cx.commit(tx).await
}
