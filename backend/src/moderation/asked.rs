//! What reports ask of a person: to decide, to hear an appeal, to read what was decided.

use chrono::{DateTime, Utc};
use domain::{
    groups::GroupRole,
    ids::{CaseId, GroupId, UserId},
    moderation::CaseState,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select,
    sea_query::{Expr, ExprTrait, IntoCondition, Query, SelectStatement},
};

use super::list::looked_after;
use crate::{
    Cx, Result,
    contributions::typeset,
    entities::{join, membership, report, report_case},
};

/// Given at most.
const AT_MOST: u64 = 50;

/// How many cases wait, and since when.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Waiting {
    /// How many.
    pub count: i64,
    /// Since when the first of them does.
    pub since: Option<DateTime<Utc>>,
}

/// Whether a case waits for anybody.
pub(crate) fn any_waiting() -> Select<report_case::Entity> {
    report_case::Entity::find()
        .filter(report_case::Column::State.is_in([CaseState::Open, CaseState::Appealed]))
}

/// Whether there is something to read for this person.
pub(crate) fn any_to_read(me: UserId) -> (Select<report::Entity>, Select<report_case::Entity>) {
    let reported =
        report::Entity::find().filter(report::Column::UserId.eq(me)).filter(report::Column::Told.eq(false));
    let wrote = report_case::Entity::find()
        .filter(report_case::Column::AuthorId.eq(me))
        .filter(report_case::Column::AuthorTold.eq(false));
    (reported, wrote)
}

/// The cases that wait for the person asking to decide, everywhere or in one group; none if none does. Those who preside
/// are asked where a facilitator is a party, and of the common library: of the rest, the facilitators.
///
/// # Errors
/// `SignInRequired`.
pub async fn to_decide(cx: &Cx, of: Option<GroupId>) -> Result<Option<Waiting>> {
    let person = cx.person()?;
    let Some(seen) = looked_after(cx) else { return Ok(None) };
    let run: Vec<GroupId> = person.run_groups().collect();
    let by_facilitator = || Condition::all().add(report_case::Column::AuthorId.in_subquery(facilitators()));
    let reported_by_facilitator = report::Entity::find()
        .select_only()
        .column(report::Column::CaseId)
        .filter(report::Column::UserId.in_subquery(facilitators()))
        .into_query();
    let mine = report::Entity::find()
        .select_only()
        .column(report::Column::CaseId)
        .filter(report::Column::UserId.eq(person.id))
        .into_query();
    let of_mine = Condition::all().add(report_case::Column::GroupId.is_in(run)).add(
        // What one who runs the group wrote is decided by those who preside.
        Condition::any().add(report_case::Column::AuthorId.is_null()).add(by_facilitator().not()),
    );
    let mut asked = Condition::any().add(of_mine).add(report_case::Column::GroupId.is_null());
    if cx.actor.presides() {
        asked = asked.add(by_facilitator()).add(report_case::Column::Id.in_subquery(reported_by_facilitator));
    }
    let open = report_case::Entity::find()
        .filter(seen)
        .filter(report_case::Column::State.eq(CaseState::Open))
        .filter(report_case::Column::Id.not_in_subquery(mine))
        .filter(asked);
    counted(cx, open, report_case::Column::OpenedAt, of).await
}

/// The appeals that wait for the person asking, everywhere or in one group; none if none does.
///
/// # Errors
/// `SignInRequired`.
pub async fn to_rule(cx: &Cx, of: Option<GroupId>) -> Result<Option<Waiting>> {
    cx.person()?;
    let Some(seen) = looked_after(cx) else { return Ok(None) };
    if !cx.actor.presides() {
        return Ok(None);
    }
    let appeals =
        report_case::Entity::find().filter(seen).filter(report_case::Column::State.eq(CaseState::Appealed));
    counted(cx, appeals, report_case::Column::AppealedAt, of).await
}

/// Those who run the group of the case.
fn facilitators() -> SelectStatement {
    Query::select()
        .column((membership::Entity, membership::Column::UserId))
        .from(membership::Entity)
        .and_where(
            Expr::col((membership::Entity, membership::Column::Role)).eq(GroupRole::Facilitator.code()),
        )
        .cond_where(
            Expr::col((membership::Entity, membership::Column::GroupId))
                .equals((report_case::Entity, report_case::Column::GroupId))
                .into_condition(),
        )
        .to_owned()
}

async fn counted(
    cx: &Cx,
    found: Select<report_case::Entity>,
    since: report_case::Column,
    of: Option<GroupId>,
) -> Result<Option<Waiting>> {
    let found = match of {
        Some(group) => found.filter(report_case::Column::GroupId.eq(group)),
        None => found,
    };
    let waiting: Option<Waiting> = found
        .select_only()
        .column_as(report_case::Column::Id.count(), "count")
        .column_as(since.min(), "since")
        .into_model()
        .one(cx.reader())
        .await?;
    Ok(waiting.filter(|waiting| waiting.count > 0))
}

/// A decision that the person asking has not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The case.
    pub case: CaseId,
    /// What it is about, typeset.
    pub title: String,
    /// When it was decided.
    pub since: Option<DateTime<Utc>>,
}

/// The decisions that the person asking has not read: about what they reported, and about what they wrote.
///
/// # Errors
/// `SignInRequired`.
pub async fn verdicts(cx: &Cx) -> Result<Vec<Verdict>> {
    let me = cx.person()?.id;
    let (reported, wrote) = any_to_read(me);
    let reported: Vec<report_case::Model> = reported
        .join(
            JoinType::InnerJoin,
            join::<report::Entity, report_case::Entity>(report::Column::CaseId, report_case::Column::Id),
        )
        .select_also(report_case::Entity)
        .limit(AT_MOST)
        .all(cx.reader())
        .await?
        .into_iter()
        .filter_map(|(_, case)| case)
        .collect();
    let wrote = wrote.order_by_asc(report_case::Column::Id).limit(AT_MOST).all(cx.reader()).await?;
    let verdict = |row: report_case::Model| Verdict {
        case: row.id,
        title: typeset(&row.title),
        since: row.ruled_at.or(row.decided_at),
    };
    Ok(reported.into_iter().chain(wrote).map(verdict).collect())
}
