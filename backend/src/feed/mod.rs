//! The news: what happened in the groups one reads, the latest first, told in the same words wherever they are read.
//!
//! Rights are in the query: a line is found by those who read the group's work, and the text or the discussion it is
//! about as it is now. What is put to the council, adopted, published, corrected or withdrawn is told to whoever reads
//! that text, whatever their groups.

mod line;
mod told;

pub use line::{About, Line};
pub use told::TOLD;

use chrono::{DateTime, Utc};
use domain::{
    ids::{ContributionId, EventId, GroupId},
    policy::GroupAction,
};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use crate::{Cx, Result, clock, entities::event, events::EventKind, groups};
use told::{Row, happened};

/// Lines of the journal that a page reads.
const SIZE: u64 = 40;
/// Lines of the journal read for the few that are shown.
const SHORT: u64 = 30;
/// Lines of the journal read to tell of an absence, or of the life of a text.
const LONG: u64 = 200;

/// One page of the feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// The latest first.
    pub lines: Vec<Line>,
    /// Where the older ones begin, if there are any.
    pub older: Option<EventId>,
}

/// What happened in the groups that the person asking reads, before `before` if it is given.
///
/// # Errors
/// `SignInRequired`.
pub async fn everywhere(cx: &Cx, before: Option<EventId>) -> Result<Feed> {
    cx.person()?;
    page(cx, happened(cx), before).await
}

/// What happened in one group, before `before` if it is given.
///
/// # Errors
/// `NotFound`; `Forbidden` for those who do not read its work.
pub async fn of_group(cx: &Cx, slug: &str, before: Option<EventId>) -> Result<Feed> {
    let group = groups::find(cx, slug, GroupAction::ReadWork).await?;
    page(cx, happened(cx).filter(event::Column::GroupId.eq(group.id)), before).await
}

/// The last lines of one group, for somebody who reads its work.
///
/// # Errors
/// The database cannot be read.
pub async fn latest(cx: &Cx, group: GroupId, count: usize) -> Result<Vec<Line>> {
    let query = happened(cx).filter(event::Column::GroupId.eq(group)).order_by_desc(event::Column::Id);
    let mut lines = told::lines(cx, read(cx, query.limit(SHORT)).await?, is_of_the_same_day).await?;
    lines.truncate(count);
    Ok(lines)
}

/// What happened to a text in that time, from after its beginning to its end, but for its versions; the latest first.
///
/// # Errors
/// The database cannot be read.
pub async fn of_text(
    cx: &Cx,
    id: ContributionId,
    (from, until): (Option<DateTime<Utc>>, Option<DateTime<Utc>>),
) -> Result<Vec<Line>> {
    let versions = [EventKind::ContributionCreated, EventKind::ContributionRevised].map(EventKind::code);
    let mut query = happened(cx)
        .filter(event::Column::ContributionId.eq(id))
        .filter(event::Column::Kind.is_not_in(versions))
        .order_by_desc(event::Column::Id)
        .limit(LONG);
    if let Some(from) = from {
        query = query.filter(event::Column::At.gt(from));
    }
    if let Some(until) = until {
        query = query.filter(event::Column::At.lte(until));
    }
    // Between two versions, comments are told once.
    told::lines(cx, read(cx, query).await?, |line, _| is_comment(line.kind)).await
}

/// What others did since `from`, gathered: the same thing done several times is told once.
pub(crate) async fn since(cx: &Cx, from: DateTime<Utc>, count: usize) -> Result<Vec<Line>> {
    let me = cx.person()?.id;
    // In the order of the days rather than of the lines: it stops where the absence began.
    let query = happened(cx)
        .filter(event::Column::At.gt(from))
        .filter(event::Column::ActorId.ne(me))
        .order_by_desc(event::Column::At)
        .order_by_desc(event::Column::Id);
    let mut lines = told::lines(cx, read(cx, query.limit(LONG)).await?, |_, _| true).await?;
    lines.truncate(count);
    Ok(lines)
}

/// A page begins where the former one ended: no line is counted that is not shown.
async fn page(cx: &Cx, query: Select<event::Entity>, before: Option<EventId>) -> Result<Feed> {
    let query = match before {
        Some(before) => query.filter(event::Column::Id.lt(before)),
        None => query,
    };
    let mut rows = read(cx, query.order_by_desc(event::Column::Id).limit(SIZE + 1)).await?;
    let more = rows.len() as u64 > SIZE;
    rows.truncate(usize::try_from(SIZE).unwrap_or(usize::MAX));
    let older = if more { rows.last().map(|row| row.id) } else { None };
    Ok(Feed { lines: told::lines(cx, rows, is_of_the_same_day).await?, older })
}

async fn read(cx: &Cx, query: Select<event::Entity>) -> Result<Vec<Row>> {
    Ok(query.into_model().all(cx.reader()).await?)
}

/// Day by day, only what comes in numbers is gathered: answers to a discussion, versions and comments of a text, elements
/// of a dossier, amendments.
fn is_of_the_same_day(line: &Line, other: &Line) -> bool {
    let in_numbers = [
        EventKind::ThreadAnswered,
        EventKind::ContributionRevised,
        EventKind::DossierElementAdded,
        EventKind::FramingAmendmentProposed,
    ];
    let comes_so = in_numbers.contains(&line.kind) || is_comment(line.kind);
    comes_so && clock::day(line.at) == clock::day(other.at)
}

/// Comments come in numbers, whatever is done with them.
fn is_comment(kind: EventKind) -> bool {
    matches!(kind, EventKind::CommentMade | EventKind::CommentAnswered | EventKind::CommentResolved)
}

#[cfg(test)]
mod tests;
