//! Whose place in a group counts today, as conditions of queries that also read `users`. What it counts for is in
//! `domain::groups::role_today`.

use chrono::NaiveDate;
use domain::{ids::UserId, people::CouncilRole};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait},
};

use super::in_force;
use crate::{
    Cx, Result,
    entities::{mandate, user},
};

/// People with a mandate in force and those who run the installation, without the suspended.
pub(crate) fn of_the_council(today: NaiveDate) -> Condition {
    holding(today, CouncilRole::ALL)
}

/// Members of the council and those who run the installation, without the suspended: who may write in a group, and
/// run it.
pub(crate) fn writing_members(today: NaiveDate) -> Condition {
    holding(today, &[CouncilRole::Member, CouncilRole::Chair, CouncilRole::ViceChair])
}

/// People whose mandate in force gives one of these roles, without the suspended.
pub(crate) fn holding_mandates(today: NaiveDate, roles: &[CouncilRole]) -> Condition {
    Condition::all().add(user::Column::SuspendedAt.is_null()).add(holders(today, roles))
}

/// Which of these people are members of the council today.
pub(crate) async fn members_among(cx: &Cx, db: &impl ConnectionTrait, ids: &[UserId]) -> Result<Vec<UserId>> {
    let roles = [CouncilRole::Member, CouncilRole::Chair, CouncilRole::ViceChair];
    let found = user::Entity::find()
        .select_only()
        .column(user::Column::Id)
        .filter(user::Column::Id.is_in(ids.iter().copied()))
        .filter(holding_mandates(cx.today(), &roles))
        .into_tuple()
        .all(db)
        .await?;
    Ok(found)
}

fn holding(today: NaiveDate, roles: &[CouncilRole]) -> Condition {
    let either = Condition::any().add(user::Column::IsAdministrator.eq(true)).add(holders(today, roles));
    Condition::all().add(user::Column::SuspendedAt.is_null()).add(either)
}

/// Looked up person by person: what is asked about one does not read everybody's mandates.
fn holders(today: NaiveDate, roles: &[CouncilRole]) -> Expr {
    let mandates = mandate::Entity::find()
        .select_only()
        .column(mandate::Column::Id)
        .filter(
            Expr::col((mandate::Entity, mandate::Column::UserId)).equals((user::Entity, user::Column::Id)),
        )
        .filter(in_force(today))
        .filter(mandate::Column::Role.is_in(roles.iter().copied()))
        .into_query();
    Expr::exists(mandates)
}
