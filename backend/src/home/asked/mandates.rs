//! The mandates that are about to end, for those who keep the records.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use domain::{
    home::AskedKind,
    people::{CouncilRole, MANDATE_ENDS_SOON},
    policy::Permission,
};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait},
};

use super::{Asked, Subject};
use crate::{
    Cx, Result,
    entities::{mandate, user},
};

#[derive(FromQueryResult)]
struct Ending {
    count: i64,
    first: Option<NaiveDate>,
}

/// One thing asked of whoever manages people: the seats that will be empty within
/// [`MANDATE_ENDS_SOON`] days, because nothing follows the mandate that ends. One query.
pub(super) async fn waiting(cx: &Cx) -> Result<Vec<Asked>> {
    if !cx.may(Permission::ManagePeople) {
        return Ok(Vec::new());
    }
    let today = cx.today();
    let soon = today.checked_add_days(Days::new(MANDATE_ENDS_SOON)).unwrap_or(today);
    // Those whose seat is kept: a mandate that has no end, or ends later.
    let renewed = mandate::Entity::find()
        .select_only()
        .column(mandate::Column::UserId)
        .filter(mandate::Column::EndsOn.is_null().or(mandate::Column::EndsOn.gt(soon)))
        .into_query();
    let suspended = user::Entity::find()
        .select_only()
        .column(user::Column::Id)
        .filter(user::Column::SuspendedAt.is_not_null())
        .into_query();
    let ending: Option<Ending> = mandate::Entity::find()
        .select_only()
        .expr_as(Expr::col(mandate::Column::UserId).count_distinct(), "count")
        .expr_as(mandate::Column::EndsOn.min(), "first")
        .filter(mandate::Column::EndsOn.between(today, soon))
        .filter(mandate::Column::Role.ne(CouncilRole::Guest))
        .filter(mandate::Column::UserId.not_in_subquery(renewed))
        .filter(mandate::Column::UserId.not_in_subquery(suspended))
        .into_model()
        .one(cx.reader())
        .await?;
    let Some(Ending { count: 1.., first: Some(first) }) = ending else { return Ok(Vec::new()) };
    let count = ending.map_or(0, |ending| usize::try_from(ending.count).unwrap_or_default());
    // It is asked from the day on which the first of them comes into sight.
    let since = first.checked_sub_days(Days::new(MANDATE_ENDS_SOON)).unwrap_or(first);
    Ok(vec![Asked {
        since: Some(noon(since)),
        due: Some(first),
        count,
        ..Asked::one(AskedKind::Renew, Subject::Mandates)
    }])
}

fn noon(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc() + chrono::TimeDelta::hours(12)
}
