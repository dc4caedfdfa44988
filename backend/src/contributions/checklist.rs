//! The council's checklist, as it is ticked for one text. A point is known by its words: once the council rewords it,
//! it is to be checked again.

use chrono::{DateTime, Utc};
use domain::{
    Refusal, contributions::State, ids::ContributionId, policy::ContributionAction, refusal::Transition,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    sea_query::OnConflict,
};

use super::load::load;
use crate::{
    Cx, Result, council,
    entities::{checked_point, join, user},
    events::{Event, EventKind},
};

/// A point of the checklist, for one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// What is to be checked.
    pub what: String,
    /// Who ticked it, and when.
    pub done: Option<(String, DateTime<Utc>)>,
}

/// The council's points, ticked or not for this text. One query, none if no point is `ticked`.
pub(super) async fn of(cx: &Cx, id: ContributionId, ticked: bool) -> Result<Vec<Point>> {
    #[derive(FromQueryResult)]
    struct Line {
        point: String,
        name: String,
        at: DateTime<Utc>,
    }
    let points = council::current(cx).await?.map(|council| council.checklist.clone()).unwrap_or_default();
    if points.is_empty() || !ticked {
        return Ok(points.into_iter().map(|what| Point { what, done: None }).collect());
    }
    let lines: Vec<Line> = checked_point::Entity::find()
        .select_only()
        .columns([checked_point::Column::Point, checked_point::Column::At])
        .column(user::Column::Name)
        .join(
            JoinType::InnerJoin,
            join::<checked_point::Entity, user::Entity>(checked_point::Column::UserId, user::Column::Id),
        )
        .filter(checked_point::Column::ContributionId.eq(id))
        .into_model()
        .all(cx.reader())
        .await?;
    let point = |what: String| {
        let done = lines.iter().find(|line| line.point == what).map(|line| (line.name.clone(), line.at));
        Point { what, done }
    };
    Ok(points.into_iter().map(point).collect())
}

/// Ticks these points of a text in review, and no other: who and when is noted for those that were not yet.
///
/// # Errors
/// `Transition` unless the text is in review; `NotFound`, `Forbidden`.
pub async fn check_points(cx: &Cx, id: ContributionId, done: &[String]) -> Result<()> {
    let text = load(cx, id, ContributionAction::Write).await?;
    if text.state != State::InReview {
        return Err(Refusal::Transition(Transition::ContributionState).into());
    }
    text.require_writable()?;
    let by = cx.person()?.id;
    let points = of(cx, id, true).await?;
    let wanted = |point: &&Point| done.contains(&point.what);
    let ticked: Vec<String> =
        points.iter().filter(wanted).filter(|p| p.done.is_none()).map(|p| p.what.clone()).collect();
    let unticked: Vec<String> =
        points.iter().filter(|p| p.done.is_some() && !wanted(p)).map(|p| p.what.clone()).collect();
    if ticked.is_empty() && unticked.is_empty() {
        return Ok(());
    }
    let tx = cx.begin().await?;
    checked_point::Entity::delete_many()
        .filter(checked_point::Column::ContributionId.eq(id))
        .filter(checked_point::Column::Point.is_in(unticked.iter().cloned()))
        .exec(&tx)
        .await?;
    for point in &ticked {
        let row = checked_point::ActiveModel {
            contribution_id: Set(id),
            point: Set(point.clone()),
            user_id: Set(by),
            at: Set(cx.now),
        };
        // Ticked by two people at the same moment: the last one stays.
        let again =
            OnConflict::columns([checked_point::Column::ContributionId, checked_point::Column::Point])
                .update_columns([checked_point::Column::UserId, checked_point::Column::At])
                .to_owned();
        checked_point::Entity::insert(row).on_conflict(again).exec_without_returning(&tx).await?;
    }
    Event::new(EventKind::ContributionChecked)
        .group(text.group_id)
        .contribution(id)
        .data(&serde_json::json!({ "ticked": ticked.len(), "unticked": unticked.len() }))?
        .record(cx, &tx)
        .await?;
    cx.commit(tx).await
}
