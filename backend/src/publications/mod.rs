//! Publications: the frozen, numbered texts that anyone may read and cite.

use chrono::{DateTime, NaiveDate, Utc};
use domain::contributions::{ContributionKind, PublicationNumber, State};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};

use crate::{
    Cx, Found, Page, PageNumber, Result,
    contributions::{self, AdoptionView, ContributionView, typeset},
    entities::{adoption, contribution, join},
    files::Fingerprint,
};

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

/// The publications of a feed, the last made public first.
///
/// # Errors
/// The database cannot be read.
pub async fn feed(cx: &Cx) -> Result<Vec<Publication>> {
    rows(cx, published().order_by_desc(adoption::Column::PublishedAt).limit(SIZE)).await
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
        }
    }
}

/// A publication as it is read.
#[derive(Clone, Debug)]
pub struct PublicationView {
    /// The text, without its reviews; its group is named only to those who may know of it.
    pub text: ContributionView,
    /// How it was adopted.
    pub adoption: AdoptionView,
}

/// The publication of this number; an adopted text too, for those who may read it already.
///
/// # Errors
/// `NotFound` if there is none, or it may not be read.
pub async fn show(cx: &Cx, number: PublicationNumber) -> Result<PublicationView> {
    let mut text = contributions::numbered(cx, number).await?;
    let adoption = text.adoption.take().found()?;
    Ok(PublicationView { text, adoption })
}

/// The exact bytes that were frozen at adoption: their SHA-256 is the fingerprint.
///
/// # Errors
/// `NotFound` if there is none, or it may not be read.
pub async fn frozen_bytes(cx: &Cx, number: PublicationNumber) -> Result<bytes::Bytes> {
    let adoption = show(cx, number).await?.adoption;
    cx.backend.files().get(&Fingerprint::stored(&adoption.fingerprint)).await
}

#[cfg(test)]
mod tests;
