//! Publications: the frozen, numbered texts that anyone may read and cite.

use chrono::{DateTime, NaiveDate, Utc};
use domain::contributions::{ContributionKind, PublicationNumber, Standing, State};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};

use crate::{
    Cx, Page, PageNumber, Result,
    contributions::{StandingView, typeset},
    entities::{adoption, contribution, join},
};

mod show;

pub use show::{Edition, PublicationView, frozen_bytes, show};

/// Rows a page.
const SIZE: u64 = 30;

/// A publication in a list or a feed.
#[derive(Clone, Debug)]
pub struct Publication {
    /// Its number.
    pub number: PublicationNumber,
    /// Its kind.
    pub kind: ContributionKind,
    /// Its title, typeset.
    pub title: String,
    /// Its summary, rendered; may be empty.
    pub summary_html: String,
    /// Who adopted it.
    pub body: String,
    /// The day it was adopted.
    pub adopted_on: NaiveDate,
    /// When it was made public.
    pub published_at: DateTime<Utc>,
    /// When it last changed for its readers: made public, corrected, replaced, withdrawn.
    pub updated_at: DateTime<Utc>,
    /// When and why it was corrected, if it was.
    pub corrected: Option<(DateTime<Utc>, String)>,
    /// Whether it still speaks for the council.
    pub standing: StandingView,
}

#[derive(FromQueryResult)]
struct Line {
    kind: ContributionKind,
    title: String,
    summary: String,
    year: i32,
    sequence: i32,
    body: String,
    adopted_on: NaiveDate,
    published_at: DateTime<Utc>,
    updated_at: Option<DateTime<Utc>>,
    corrected_at: Option<DateTime<Utc>>,
    correction: String,
    standing: Standing,
    standing_at: Option<DateTime<Utc>>,
    standing_reason: String,
    replaced_by: Option<String>,
}

/// The publications, by number, the latest first.
///
/// # Errors
/// The database cannot be read.
pub async fn list(cx: &Cx, page: PageNumber) -> Result<Page<Publication>> {
    let total = published().count(cx.reader()).await?;
    let rows = rows(cx, by_number(published()).offset(page.offset(SIZE)).limit(SIZE)).await?;
    Ok(Page { rows, number: page, total, size: SIZE })
}

/// The last `n` publications, by number.
///
/// # Errors
/// The database cannot be read.
pub async fn latest(cx: &Cx, n: u64) -> Result<Vec<Publication>> {
    rows(cx, by_number(published()).limit(n)).await
}

/// The publications of a feed, the last made public or changed first.
///
/// # Errors
/// The database cannot be read.
pub async fn feed(cx: &Cx) -> Result<Vec<Publication>> {
    rows(cx, published().order_by_desc(adoption::Column::UpdatedAt).limit(SIZE)).await
}

fn published() -> Select<adoption::Entity> {
    let text = join::<adoption::Entity, contribution::Entity>(
        adoption::Column::ContributionId,
        contribution::Column::Id,
    );
    adoption::Entity::find()
        .join(JoinType::InnerJoin, text)
        .filter(adoption::Column::PublishedAt.is_not_null())
        .filter(contribution::Column::State.eq(State::Published))
}

fn by_number(found: Select<adoption::Entity>) -> Select<adoption::Entity> {
    found.order_by_desc(adoption::Column::Year).order_by_desc(adoption::Column::Sequence)
}

async fn rows(cx: &Cx, found: Select<adoption::Entity>) -> Result<Vec<Publication>> {
    let lines: Vec<Line> = found
        .select_only()
        .columns([contribution::Column::Kind, contribution::Column::Title, contribution::Column::Summary])
        .columns([
            adoption::Column::Year,
            adoption::Column::Sequence,
            adoption::Column::Body,
            adoption::Column::AdoptedOn,
            adoption::Column::PublishedAt,
            adoption::Column::UpdatedAt,
            adoption::Column::CorrectedAt,
            adoption::Column::Correction,
            adoption::Column::Standing,
            adoption::Column::StandingAt,
            adoption::Column::StandingReason,
            adoption::Column::ReplacedBy,
        ])
        .into_model()
        .all(cx.reader())
        .await?;
    Ok(lines.into_iter().map(Publication::from).collect())
}

impl From<Line> for Publication {
    fn from(line: Line) -> Publication {
        Publication {
            number: PublicationNumber {
                year: line.year,
                sequence: u32::try_from(line.sequence).unwrap_or_default(),
            },
            kind: line.kind,
            title: typeset(&line.title),
            summary_html: markdown::render_inline(&line.summary, markdown::Typography::French),
            body: line.body,
            adopted_on: line.adopted_on,
            published_at: line.published_at,
            updated_at: line.updated_at.unwrap_or(line.published_at),
            corrected: line.corrected_at.map(|at| (at, line.correction)),
            standing: StandingView {
                standing: line.standing,
                at: line.standing_at,
                reason: line.standing_reason,
                replaced_by: line.replaced_by.and_then(|number| number.parse().ok()),
            },
        }
    }
}

#[cfg(test)]
mod tests;
