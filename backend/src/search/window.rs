//! The lines of the index that answer a query and that one may see: a thousand at most, in one statement.
//!
//! Nothing in it grows with what is not shown: a word that is nearly everywhere is answered by the latest, without
//! comparing all of them.

use chrono::{DateTime, Utc};
use domain::{
    groups::{GroupFacts, GroupState, Visibility},
    ids::{GroupId, SearchDocumentId, UserId},
    search::SubjectKind,
};
use lexis::Query;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, Order, QueryFilter,
    QuerySelect, QueryTrait,
    sea_query::{self, Alias, Expr, ExprTrait, SelectStatement},
};

use super::{engine::Engine, find::Filter, subjects};
use crate::{
    Cx, Result, clock,
    db::count_up_to,
    entities::{
        comment_message, contribution, document, document_tag, group, message, review, search_document, user,
    },
    groups,
};

/// Lines compared at most.
pub(super) const MOST: usize = 1_000;
/// The kinds that have keywords.
pub(super) const KEYWORDED: [SubjectKind; 2] = [SubjectKind::Document, SubjectKind::Dossier];
/// From so many matches on, a word is too common for one text to answer better than another.
const COMMON: u64 = 2_000;

/// A line of the index.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Line {
    pub id: SearchDocumentId,
    pub kind: SubjectKind,
    pub subject_id: i64,
    pub group_id: Option<GroupId>,
    pub authors: String,
    pub at: DateTime<Utc>,
    visibility: Option<Visibility>,
    group_state: Option<GroupState>,
}

impl Line {
    /// Its group, for the policy.
    pub fn group(&self) -> Option<GroupFacts> {
        Some(GroupFacts { id: self.group_id?, visibility: self.visibility?, state: self.group_state? })
    }

    /// Who wrote it.
    pub fn authors(&self) -> impl Iterator<Item = UserId> + '_ {
        self.authors.split_whitespace().filter_map(|id| id.parse().ok())
    }
}

/// What was found, and whether there is more.
#[derive(Debug, Default)]
pub(super) struct Window {
    pub lines: Vec<Line>,
    pub more: bool,
}

/// The lines that answer, the best first; the latest first where there are too many to compare.
pub(super) async fn window(cx: &Cx, query: &Query, filter: Option<&Filter>) -> Result<Window> {
    let db = cx.reader();
    let engine = Engine::of(db);
    let mut select = lines(cx, engine, query);
    if let Some(filter) = filter {
        select.cond_where(narrowed(cx, filter));
    }
    select.limit(MOST as u64 + 1);
    if !is_common(db, engine, query).await? {
        select.order_by_expr(engine.rank(query), Order::Asc);
    }
    select.order_by((index(), rowid()), Order::Desc);
    let rows = db.query_all(&select).await?;
    let mut lines = Vec::with_capacity(rows.len());
    for row in &rows {
        lines.push(Line::from_query_result(row, "")?);
    }
    let more = lines.len() > MOST;
    lines.truncate(MOST);
    Ok(Window { lines, more })
}

/// One line that answers, if one may see any.
pub(super) async fn any(cx: &Cx, query: &Query) -> Result<Option<Line>> {
    let db = cx.reader();
    let mut select = lines(cx, Engine::of(db), query);
    select.limit(1);
    let row = db.query_one(&select).await?;
    Ok(row.map(|row| Line::from_query_result(&row, "")).transpose()?)
}

fn index() -> Alias {
    Alias::new("search_index")
}

fn rowid() -> Alias {
    Alias::new("rowid")
}

/// Whether more lines match than are worth comparing, seen or not: it decides of the order and nothing else.
async fn is_common(db: &impl ConnectionTrait, engine: Engine, query: &Query) -> Result<bool> {
    let mut matching = sea_query::Query::select();
    matching.expr(Expr::val(1)).from(index()).and_where(engine.matches(query));
    Ok(count_up_to(db, matching, COMMON + 1).await? > COMMON)
}

fn lines(cx: &Cx, engine: Engine, query: &Query) -> SelectStatement {
    use search_document::Column as D;
    let mut select = sea_query::Query::select();
    select.columns(
        [D::Id, D::Kind, D::SubjectId, D::GroupId, D::Authors, D::At].map(|c| (search_document::Entity, c)),
    );
    select
        .column((group::Entity, group::Column::Visibility))
        .expr_as(Expr::col((group::Entity, group::Column::State)), "group_state")
        // The index leads, whatever the engine thinks: the order in which it is written is the order in which it is read.
        .from(index())
        .join(JoinType::CrossJoin, search_document::Entity, Expr::val(true))
        .left_join(group::Entity, same((group::Entity, group::Column::Id), D::GroupId))
        .left_join(
            contribution::Entity,
            same((contribution::Entity, contribution::Column::Id), D::ContributionId),
        )
        .left_join(message::Entity, of_kind((message::Entity, message::Column::Id), SubjectKind::Message))
        .left_join(document::Entity, of_kinds((document::Entity, document::Column::Id), KEYWORDED))
        .left_join(review::Entity, of_kind((review::Entity, review::Column::Id), SubjectKind::Review))
        .left_join(
            comment_message::Entity,
            of_kind((comment_message::Entity, comment_message::Column::Id), SubjectKind::Comment),
        )
        .left_join(user::Entity, of_kind((user::Entity, user::Column::Id), SubjectKind::Person))
        .and_where(Expr::col((search_document::Entity, D::Id)).equals((index(), rowid())))
        .and_where(engine.matches(query))
        .cond_where(subjects::visible_to(cx));
    select
}

fn same<T, C>(column: (T, C), here: search_document::Column) -> Expr
where
    (T, C): sea_query::IntoColumnRef,
{
    Expr::col(column).equals((search_document::Entity, here))
}

fn of_kind<T, C>(column: (T, C), kind: SubjectKind) -> Expr
where
    (T, C): sea_query::IntoColumnRef,
{
    same(column, search_document::Column::SubjectId).and(search_document::Column::Kind.eq(kind))
}

fn of_kinds<T, C, const N: usize>(column: (T, C), kinds: [SubjectKind; N]) -> Expr
where
    (T, C): sea_query::IntoColumnRef,
{
    same(column, search_document::Column::SubjectId).and(search_document::Column::Kind.is_in(kinds))
}

/// The filter as a condition, for words so common that the latest thousand would not hold all that is asked for.
fn narrowed(cx: &Cx, filter: &Filter) -> Condition {
    use search_document::Column as D;
    let mut narrowed = Condition::all().add_option(filter.kind.map(|kind| D::Kind.eq(kind)));
    if !filter.among.is_empty() {
        narrowed = narrowed.add(D::Kind.is_in(filter.among.iter().copied()));
    }
    if !filter.group.is_empty() {
        // A group that is hidden has nothing.
        let known = group::Entity::find()
            .select_only()
            .column(group::Column::Id)
            .filter(group::Column::Slug.eq(&filter.group))
            .filter(groups::visible_to(&cx.actor))
            .into_query();
        narrowed = narrowed.add(Expr::col((search_document::Entity, D::GroupId)).in_subquery(known));
    }
    if let Some(author) = filter.author {
        let told = Condition::any()
            .add(group::Column::Visibility.ne(Visibility::Secret))
            .add(groups::visible_to(&cx.actor));
        narrowed = narrowed.add(D::Authors.contains(format!(" {author} "))).add(told);
    }
    if let Some(period) = filter.period {
        let (from, to) = period.days(cx.today());
        narrowed = narrowed
            .add_option(from.map(|day| D::At.gte(clock::start_of(day))))
            .add_option(to.and_then(|day| day.succ_opt()).map(|day| D::At.lt(clock::start_of(day))));
    }
    if !filter.tag.is_empty() {
        // Only of documents that one sees: the query around asks for it.
        let having = document_tag::Entity::find()
            .select_only()
            .column(document_tag::Column::DocumentId)
            .filter(document_tag::Column::Folded.eq(&filter.tag))
            .into_query();
        narrowed = narrowed
            .add(D::Kind.is_in(KEYWORDED))
            .add(Expr::col((search_document::Entity, D::SubjectId)).in_subquery(having));
    }
    narrowed
}
