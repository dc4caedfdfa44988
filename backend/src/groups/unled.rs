//! Groups at work that nobody may run today.

use domain::{
    groups::{GroupRole, GroupState},
    ids::GroupId,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select,
    sea_query::{Expr, ExprTrait, SelectStatement},
};

use super::visible::visible_to;
use crate::{
    Cx, Result,
    contributions::{GroupRef, typeset},
    entities::{group, join, membership, user},
    people::writing_members,
};

/// Named at most.
const AT_MOST: u64 = 30;

/// A group at work that nobody may run today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnledGroup {
    /// Which one.
    pub id: GroupId,
    /// Its address and its name.
    pub group: GroupRef,
}

/// The groups at work that nobody may run today, by name; none for those who are not told of them. One query.
///
/// # Errors
/// The database cannot be read.
pub async fn unled(cx: &Cx) -> Result<Vec<UnledGroup>> {
    #[derive(FromQueryResult)]
    struct Row {
        id: GroupId,
        slug: String,
        name: String,
    }
    if !told_of_unled(cx) {
        return Ok(Vec::new());
    }
    let rows: Vec<Row> = group::Entity::find()
        .select_only()
        .columns([group::Column::Id, group::Column::Slug, group::Column::Name])
        .filter(visible_to(&cx.actor))
        .filter(nobody_runs_it(cx))
        .order_by_asc(group::Column::NameFolded)
        .order_by_asc(group::Column::Id)
        .limit(AT_MOST)
        .into_model()
        .all(cx.reader())
        .await?;
    let named =
        |row: Row| UnledGroup { id: row.id, group: GroupRef { slug: row.slug, name: typeset(&row.name) } };
    Ok(rows.into_iter().map(named).collect())
}

/// Who is told that nobody runs a group any more: the chair and administrators, who see to it.
pub(crate) fn told_of_unled(cx: &Cx) -> bool {
    cx.actor.presides() || cx.actor.is_administrator()
}

/// Whether there is such a group, for those who are told.
pub(crate) fn any_unled(cx: &Cx) -> Expr {
    if !told_of_unled(cx) {
        return Expr::value(false);
    }
    let unled = group::Entity::find().select_only().column(group::Column::Id).filter(nobody_runs_it(cx));
    Expr::exists(unled.into_query())
}

/// At work, and nobody runs it any more.
pub(super) fn nobody_runs_it(cx: &Cx) -> Condition {
    Condition::all()
        .add(group::Column::State.ne(GroupState::Closed))
        .add(Expr::exists(facilitators_of_the_group(cx).column(membership::Column::Id).into_query()).not())
}

/// How many may run the group today.
pub(super) fn facilitators_today(cx: &Cx) -> SelectStatement {
    facilitators_of_the_group(cx).column_as(membership::Column::Id.count(), "n").into_query()
}

fn facilitators_of_the_group(cx: &Cx) -> Select<membership::Entity> {
    membership::Entity::find()
        .select_only()
        .join(
            JoinType::InnerJoin,
            join::<membership::Entity, user::Entity>(membership::Column::UserId, user::Column::Id),
        )
        .filter(membership::Column::Role.eq(GroupRole::Facilitator))
        .filter(
            Expr::col((membership::Entity, membership::Column::GroupId))
                .equals((group::Entity, group::Column::Id)),
        )
        .filter(writing_members(cx.today()))
}
