//! The cases that somebody looks after, and what they reported themselves.

use chrono::{DateTime, Utc};
use domain::{
    groups::Visibility,
    ids::{CaseId, GroupId},
    moderation::{CaseState, Ground, ReportedKind},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, Order, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait},
};

use crate::{
    Cx, Page, PageNumber, Result,
    contributions::{GroupRef, typeset},
    entities::{group, join, report, report_case},
};

/// Cases a page.
const SIZE: u64 = 20;
/// One's own reports that are shown.
const MINE: u64 = 50;

/// A case in the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRow {
    /// Which one.
    pub id: CaseId,
    /// What was reported.
    pub kind: ReportedKind,
    /// What it is called, typeset.
    pub title: String,
    /// Its group; none for the common library.
    pub group: Option<GroupRef>,
    /// Where it stands.
    pub state: CaseState,
    /// How many reported it.
    pub reports: u64,
    /// Since when it waits, or when it was decided.
    pub since: DateTime<Utc>,
}

/// The cases that the person asking looks after, as a condition on `report_cases`; none if there can be none.
pub(super) fn looked_after(cx: &Cx) -> Option<Condition> {
    let person = cx.actor.person()?;
    let run: Vec<GroupId> = person.run_groups().collect();
    let common = cx.actor.presides() || cx.actor.is_administrator();
    if run.is_empty() && !common {
        return None;
    }
    let mut seen = Condition::any().add(report_case::Column::GroupId.is_in(run));
    if cx.actor.presides() {
        let groups = group::Entity::find()
            .select_only()
            .column(group::Column::Id)
            .filter(
                Condition::any()
                    .add(group::Column::Visibility.ne(Visibility::Secret))
                    .add(group::Column::Id.is_in(cx.actor.groups())),
            )
            .into_query();
        seen = seen.add(report_case::Column::GroupId.in_subquery(groups));
    }
    if common {
        seen = seen.add(report_case::Column::GroupId.is_null());
    }
    let not_mine = Condition::any()
        .add(report_case::Column::AuthorId.is_null())
        .add(report_case::Column::AuthorId.ne(person.id));
    Some(Condition::all().add(seen).add(not_mine))
}

/// The cases that the person asking looks after: those that wait, or those that were decided; none when they look after
/// nothing.
///
/// # Errors
/// `SignInRequired`.
pub async fn cases(cx: &Cx, waiting: bool, number: PageNumber) -> Result<Option<Page<CaseRow>>> {
    #[derive(FromQueryResult)]
    struct Line {
        id: CaseId,
        kind: ReportedKind,
        title: String,
        slug: Option<String>,
        name: Option<String>,
        state: CaseState,
        opened_at: DateTime<Utc>,
        decided_at: Option<DateTime<Utc>>,
        appealed_at: Option<DateTime<Utc>>,
        ruled_at: Option<DateTime<Utc>>,
        reports: i64,
    }
    cx.person()?;
    let Some(seen) = looked_after(cx) else { return Ok(None) };
    let states = CaseState::ALL.iter().copied().filter(|state| state.waits() == waiting);
    let found = report_case::Entity::find().filter(seen).filter(report_case::Column::State.is_in(states));
    let total = found.clone().count(cx.reader()).await?;
    use report_case::Column as C;
    let reports = report::Entity::find()
        .select_only()
        .column_as(report::Column::Id.count(), "reports")
        .filter(Expr::col((report::Entity, report::Column::CaseId)).equals((report_case::Entity, C::Id)))
        .into_query();
    let found = found
        .select_only()
        .columns([C::Id, C::Kind, C::Title, C::State, C::OpenedAt, C::DecidedAt, C::AppealedAt, C::RuledAt])
        .columns([group::Column::Slug, group::Column::Name])
        .expr_as(Expr::from(reports), "reports")
        .join(JoinType::LeftJoin, join::<report_case::Entity, group::Entity>(C::GroupId, group::Column::Id));
    let found = if waiting {
        found.order_by(C::OpenedAt, Order::Asc)
    } else {
        found.order_by(C::DecidedAt, Order::Desc)
    };
    let lines: Vec<Line> = found
        .order_by_desc(C::Id)
        .offset(number.offset(SIZE))
        .limit(SIZE)
        .into_model()
        .all(cx.reader())
        .await?;
    let row = |line: Line| CaseRow {
        id: line.id,
        kind: line.kind,
        title: typeset(&line.title),
        group: line.slug.zip(line.name).map(|(slug, name)| GroupRef { slug, name: typeset(&name) }),
        state: line.state,
        reports: line.reports.unsigned_abs(),
        since: match line.state {
            CaseState::Open => line.opened_at,
            CaseState::Appealed => line.appealed_at.unwrap_or(line.opened_at),
            CaseState::Kept | CaseState::Acted => line.decided_at.unwrap_or(line.opened_at),
            CaseState::Upheld | CaseState::Restored => line.ruled_at.unwrap_or(line.opened_at),
        },
    };
    Ok(Some(Page { rows: lines.into_iter().map(row).collect(), number, total, size: SIZE }))
}

/// Something that the person asking reported.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct MyReport {
    /// The case it is in.
    pub case_id: CaseId,
    /// What it was.
    pub kind: ReportedKind,
    /// What it is called.
    pub title: String,
    /// Where it stands.
    pub state: CaseState,
    /// Why they reported it.
    pub ground: Ground,
    /// When.
    pub at: DateTime<Utc>,
}

/// What the person asking reported, the latest first.
///
/// # Errors
/// `SignInRequired`.
pub async fn mine(cx: &Cx) -> Result<Vec<MyReport>> {
    let me = cx.person()?.id;
    let mut rows: Vec<MyReport> = report::Entity::find()
        .select_only()
        .columns([report::Column::CaseId, report::Column::Ground, report::Column::At])
        .columns([report_case::Column::Kind, report_case::Column::Title, report_case::Column::State])
        .join(
            JoinType::InnerJoin,
            join::<report::Entity, report_case::Entity>(report::Column::CaseId, report_case::Column::Id),
        )
        .filter(report::Column::UserId.eq(me))
        .order_by_desc(report::Column::Id)
        .limit(MINE)
        .into_model()
        .all(cx.reader())
        .await?;
    for row in &mut rows {
        row.title = typeset(&row.title);
    }
    Ok(rows)
}
