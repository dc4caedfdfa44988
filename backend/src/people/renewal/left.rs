//! What people who leave the council leave behind in the groups.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use domain::{
    contributions::{State, Verdict},
    groups::{GroupRole, GroupState},
    ids::{GroupId, MandateId, UserId},
    people::CouncilRole,
};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, SelectStatement},
};

use super::Row;
use crate::{
    Cx, Result,
    contributions::{GroupRef, typeset},
    entities::{
        contribution, contribution_author, contribution_reviewer, group, join, mandate, membership, review,
        user,
    },
    people::{in_force, writing_members},
};

/// What a group would lack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupLeft {
    /// Which one.
    pub group: GroupRef,
    /// Whether nobody could run it any more.
    pub unled: bool,
    /// How many of its texts in progress would have no author left in the council.
    pub texts: u64,
    /// How many reviews are asked of people who leave.
    pub reviews: u64,
}

/// The first day without them.
fn after(last_day: NaiveDate) -> NaiveDate {
    last_day.checked_add_days(Days::new(1)).unwrap_or(last_day)
}

/// Those who would no longer write in the groups: nothing else makes them a member of the council from the next day.
pub(super) async fn gone(cx: &Cx, rows: &[Row], last_day: NaiveDate) -> Result<Vec<UserId>> {
    let mut people: Vec<UserId> =
        rows.iter().filter(|row| !row.is_administrator).map(|row| row.user_id).collect();
    people.sort_unstable();
    people.dedup();
    let writing = [CouncilRole::Member, CouncilRole::Chair, CouncilRole::ViceChair];
    let stay: Vec<UserId> = mandate::Entity::find()
        .select_only()
        .column(mandate::Column::UserId)
        .filter(mandate::Column::UserId.is_in(people.iter().copied()))
        .filter(mandate::Column::Id.is_not_in(rows.iter().map(|row| row.id)))
        .filter(mandate::Column::Role.is_in(writing))
        .filter(in_force(after(last_day)))
        .into_tuple()
        .all(cx.reader())
        .await?;
    people.retain(|id| !stay.contains(id));
    Ok(people)
}

/// Whether no mandate but the chosen ones makes anybody preside from the next day.
pub(super) async fn nobody_presides(cx: &Cx, chosen: &[MandateId], last_day: NaiveDate) -> Result<bool> {
    let presiding = mandate::Entity::find()
        .join(
            JoinType::InnerJoin,
            join::<mandate::Entity, user::Entity>(mandate::Column::UserId, user::Column::Id),
        )
        .filter(mandate::Column::Id.is_not_in(chosen.iter().copied()))
        .filter(mandate::Column::Role.is_in([CouncilRole::Chair, CouncilRole::ViceChair]))
        .filter(in_force(after(last_day)))
        .filter(user::Column::SuspendedAt.is_null())
        .count(cx.reader())
        .await?;
    Ok(presiding == 0)
}

/// What the groups at work would lack without these people, by name. Three queries, and one for the names.
pub(super) async fn groups(cx: &Cx, gone: &[UserId], last_day: NaiveDate) -> Result<Vec<GroupLeft>> {
    if gone.is_empty() {
        return Ok(Vec::new());
    }
    let day = after(last_day);
    let unled = unled(cx, gone, day).await?;
    let texts = texts(cx, gone, day).await?;
    let reviews = reviews(cx, gone).await?;
    let touched: Vec<GroupId> = unled.iter().chain(texts.keys()).chain(reviews.keys()).copied().collect();
    let rows: Vec<(GroupId, String, String)> = group::Entity::find()
        .select_only()
        .columns([group::Column::Id, group::Column::Slug, group::Column::Name])
        .filter(group::Column::Id.is_in(touched))
        .filter(group::Column::State.ne(GroupState::Closed))
        .order_by_asc(group::Column::NameFolded)
        .into_tuple()
        .all(cx.reader())
        .await?;
    let left = |(id, slug, name): (GroupId, String, String)| GroupLeft {
        group: GroupRef { slug, name: typeset(&name) },
        unled: unled.contains(&id),
        texts: texts.get(&id).copied().unwrap_or_default(),
        reviews: reviews.get(&id).copied().unwrap_or_default(),
    };
    Ok(rows.into_iter().map(left).collect())
}

/// The groups that one of them runs, and nobody else could.
async fn unled(cx: &Cx, gone: &[UserId], day: NaiveDate) -> Result<Vec<GroupId>> {
    let others = membership::Entity::find()
        .select_only()
        .column(membership::Column::GroupId)
        .join(
            JoinType::InnerJoin,
            join::<membership::Entity, user::Entity>(membership::Column::UserId, user::Column::Id),
        )
        .filter(membership::Column::Role.eq(GroupRole::Facilitator))
        .filter(membership::Column::UserId.is_not_in(gone.iter().copied()))
        .filter(writing_members(day))
        .into_query();
    let groups = membership::Entity::find()
        .select_only()
        .column(membership::Column::GroupId)
        .distinct()
        .filter(membership::Column::Role.eq(GroupRole::Facilitator))
        .filter(membership::Column::UserId.is_in(gone.iter().copied()))
        .filter(membership::Column::GroupId.not_in_subquery(others))
        .into_tuple()
        .all(cx.reader())
        .await?;
    Ok(groups)
}

#[derive(FromQueryResult)]
struct Count {
    group_id: GroupId,
    n: i64,
}

fn counted(rows: Vec<Count>) -> BTreeMap<GroupId, u64> {
    rows.into_iter().map(|row| (row.group_id, row.n.unsigned_abs())).collect()
}

/// The texts in progress that one of them signs, and nobody who stays does, counted by group.
async fn texts(cx: &Cx, gone: &[UserId], day: NaiveDate) -> Result<BTreeMap<GroupId, u64>> {
    let others = contribution_author::Entity::find()
        .select_only()
        .column(contribution_author::Column::UserId)
        .join(
            JoinType::InnerJoin,
            join::<contribution_author::Entity, user::Entity>(
                contribution_author::Column::UserId,
                user::Column::Id,
            ),
        )
        .filter(of_the_text())
        .filter(contribution_author::Column::UserId.is_not_in(gone.iter().copied()))
        .filter(writing_members(day))
        .into_query();
    let rows: Vec<Count> = contribution::Entity::find()
        .select_only()
        .column(contribution::Column::GroupId)
        .column_as(contribution::Column::Id.count(), "n")
        .filter(contribution::Column::State.is_in([State::Draft, State::InReview, State::ChangesRequested]))
        .filter(contribution::Column::Id.in_subquery(signed_by(gone)))
        .filter(Expr::exists(others).not())
        .group_by(contribution::Column::GroupId)
        .into_model()
        .all(cx.reader())
        .await?;
    Ok(counted(rows))
}

fn of_the_text() -> Expr {
    Expr::col((contribution_author::Entity, contribution_author::Column::ContributionId))
        .equals((contribution::Entity, contribution::Column::Id))
}

fn signed_by(people: &[UserId]) -> SelectStatement {
    contribution_author::Entity::find()
        .select_only()
        .column(contribution_author::Column::ContributionId)
        .filter(contribution_author::Column::UserId.is_in(people.iter().copied()))
        .into_query()
}

/// The reviews asked of them on which they have taken no position yet, counted by group.
async fn reviews(cx: &Cx, gone: &[UserId]) -> Result<BTreeMap<GroupId, u64>> {
    let said = review::Entity::find()
        .select_only()
        .column(review::Column::Id)
        .filter(
            Expr::col((review::Entity, review::Column::RevisionId))
                .equals((contribution::Entity, contribution::Column::RevisionId)),
        )
        .filter(
            Expr::col((review::Entity, review::Column::ContributionId))
                .equals((contribution::Entity, contribution::Column::Id)),
        )
        .filter(
            Expr::col((review::Entity, review::Column::ReviewerId))
                .equals((contribution_reviewer::Entity, contribution_reviewer::Column::UserId)),
        )
        .filter(review::Column::Verdict.ne(Verdict::Comment))
        .into_query();
    let rows: Vec<Count> = contribution_reviewer::Entity::find()
        .select_only()
        .column(contribution::Column::GroupId)
        .column_as(contribution_reviewer::Column::UserId.count(), "n")
        .join(
            JoinType::InnerJoin,
            join::<contribution_reviewer::Entity, contribution::Entity>(
                contribution_reviewer::Column::ContributionId,
                contribution::Column::Id,
            ),
        )
        .filter(contribution_reviewer::Column::UserId.is_in(gone.iter().copied()))
        .filter(contribution::Column::State.eq(State::InReview))
        .filter(Expr::exists(said).not())
        .group_by(contribution::Column::GroupId)
        .into_model()
        .all(cx.reader())
        .await?;
    Ok(counted(rows))
}
