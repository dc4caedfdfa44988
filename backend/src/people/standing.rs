//! Whose place in a group counts today, as conditions of queries that also read `users`. What it counts for is in
//! `domain::groups::role_today`.

use chrono::NaiveDate;
use domain::people::CouncilRole;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait},
};

use super::in_force;
use crate::entities::{mandate, user};

/// People with a mandate in force and those who run the installation, without the suspended.
pub(crate) fn of_the_council(today: NaiveDate) -> Condition {
    holding(today, CouncilRole::ALL)
}

/// Members of the council and those who run the installation, without the suspended: who may write in a group, and
/// run it.
pub(crate) fn writing_members(today: NaiveDate) -> Condition {
    holding(today, &[CouncilRole::Member, CouncilRole::Chair, CouncilRole::ViceChair])
}

fn holding(today: NaiveDate, roles: &[CouncilRole]) -> Condition {
    let mandates = mandate::Entity::find()
        .select_only()
        .column(mandate::Column::UserId)
        .filter(in_force(today))
        .filter(mandate::Column::Role.is_in(roles.iter().copied()))
        .into_query();
    Condition::all().add(user::Column::SuspendedAt.is_null()).add(
        Condition::any()
            .add(user::Column::IsAdministrator.eq(true))
            .add(Expr::col((user::Entity, user::Column::Id)).in_subquery(mandates)),
    )
}
