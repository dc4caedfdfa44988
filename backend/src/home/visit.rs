//! When somebody was here: written at most once an hour, so that reading the home page stays a reading.

use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::UserId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr};

use crate::{Cx, Result, entities::user};

/// A visit is noted again after this long.
const NOTED: TimeDelta = TimeDelta::hours(1);
/// Somebody who was away for this long comes back for a new visit.
const AWAY: TimeDelta = TimeDelta::hours(3);

/// The last moment somebody was seen, and the end of their visit before this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Visits {
    last: Option<DateTime<Utc>>,
    previous: Option<DateTime<Utc>>,
}

impl Visits {
    /// What to note at `now`, if anything.
    fn at(self, now: DateTime<Utc>) -> Option<Visits> {
        match self.last {
            Some(last) if now - last < NOTED => None,
            Some(last) if now - last < AWAY => Some(Visits { last: Some(now), ..self }),
            last => Some(Visits { last: Some(now), previous: last.or(self.previous) }),
        }
    }
}

/// Notes that the person is here, and says when they were here before.
pub(super) async fn visit(cx: &Cx, me: UserId) -> Result<Option<DateTime<Utc>>> {
    type Row = (Option<DateTime<Utc>>, Option<DateTime<Utc>>);
    let row: Option<Row> = user::Entity::find_by_id(me)
        .select_only()
        .columns([user::Column::LastVisitAt, user::Column::PreviousVisitAt])
        .into_tuple()
        .one(cx.reader())
        .await?;
    let (last, previous) = row.unwrap_or_default();
    let visits = Visits { last, previous };
    // Who is here on their behalf is not them.
    let noted = visits.at(cx.now).filter(|_| cx.acting().is_none());
    let Some(noted) = noted else { return Ok(visits.previous) };
    user::Entity::update_many()
        .col_expr(user::Column::LastVisitAt, Expr::value(noted.last))
        .col_expr(user::Column::PreviousVisitAt, Expr::value(noted.previous))
        .filter(user::Column::Id.eq(me))
        .exec(cx.backend.db().writer())
        .await?;
    Ok(noted.previous)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visit_goes_on_until_three_hours_of_absence() {
        let at = |hours: f64| crate::testing::start() + TimeDelta::seconds((hours * 3600.0) as i64);
        let first = Visits { last: None, previous: None }.at(at(0.0)).expect("noted");
        assert_eq!(first, Visits { last: Some(at(0.0)), previous: None });
        assert_eq!(first.at(at(0.5)), None);
        let same = first.at(at(2.0)).expect("noted");
        assert_eq!(same, Visits { last: Some(at(2.0)), previous: None });
        let next = same.at(at(5.0)).expect("noted");
        assert_eq!(next, Visits { last: Some(at(5.0)), previous: Some(at(2.0)) });
    }
}
