//! The day by which a text is due.

use chrono::NaiveDate;
use domain::{contributions::due_day, ids::ContributionId, policy::ContributionAction};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::load::load;
use crate::{
    Cx, Result,
    entities::contribution,
    events::{Event, EventKind},
};

/// Sets the day by which a text is due; a blank one takes it away. Gives the day.
///
/// # Errors
/// `Invalid` on `due_on`; `Transition` once the text is no longer written; `NotFound`, `Forbidden`.
pub async fn set_deadline(cx: &Cx, id: ContributionId, due_on: &str) -> Result<Option<NaiveDate>> {
    let text = load(cx, id, ContributionAction::Write).await?;
    text.require_writable()?;
    let due_on = due_day(due_on, cx.today())?;
    if due_on == text.due_on {
        return Ok(due_on);
    }
    let tx = cx.begin().await?;
    contribution::Entity::update_many()
        .col_expr(contribution::Column::DueOn, Expr::value(due_on))
        .filter(contribution::Column::Id.eq(id))
        .exec(&tx)
        .await?;
    Event::new(EventKind::ContributionDeadlineSet)
        .group(text.group_id)
        .contribution(id)
        .data(&serde_json::json!({ "due_on": due_on }))?
        .record(cx, &tx)
        .await?;
    cx.commit(tx).await?;
    Ok(due_on)
}
