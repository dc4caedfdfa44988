//! A copy of all one's data: what one is, did and wrote, each kind as lines of named cells.
//!
//! What others wrote is not in it, nor what one may not read any more; of a secret vote, only that one took part. Words and
//! files are made of it above.

mod who;
mod written;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{
    Refusal,
    ids::UserId,
    personal_data::{EXPORT_MINUTES, EXPORTS_A_DAY},
    refusal::Forbidden,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use crate::{
    Cx, Result,
    entities::data_export,
    events::{Event, EventKind},
    library::Piece,
};

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words, as they were typed.
    Text(String),
    /// A stable code.
    Code(String),
    /// A moment.
    Moment(DateTime<Utc>),
    /// A day.
    Day(NaiveDate),
    /// A number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
}

/// A line: its cells, by the names of what they hold. What is empty is not there.
pub type Line = Vec<(&'static str, Cell)>;

/// A kind of data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name, the same in files and in keys of sentences.
    pub name: &'static str,
    /// Its lines, in their order.
    pub lines: Vec<Line>,
}

/// All that is somebody's own.
#[derive(Clone, Debug, Default)]
pub struct Own {
    /// By kind; each is there, perhaps without a line.
    pub parts: Vec<Part>,
    /// The files they deposited that they may still read, and their photo.
    pub files: Vec<Piece>,
}

/// Asks for a copy of one's own data, to be taken soon after.
///
/// # Errors
/// `SignInRequired`; `TooMany` beyond [`EXPORTS_A_DAY`].
pub async fn ask_export(cx: &Cx) -> Result<()> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let me = cx.person()?.id;
    let day = TimeDelta::days(1);
    let tx = cx.begin().await?;
    let asked: Vec<data_export::Model> = data_export::Entity::find()
        .filter(data_export::Column::UserId.eq(me))
        .filter(data_export::Column::At.gt(cx.now - day))
        .order_by_asc(data_export::Column::At)
        .all(&tx)
        .await?;
    if asked.len() as u64 >= EXPORTS_A_DAY
        && let Some(first) = asked.first()
    {
        let seconds = (first.at + day - cx.now).num_seconds().max(1);
        let retry_after_seconds = u32::try_from(seconds).unwrap_or(u32::MAX);
        return Err(Refusal::TooMany { retry_after_seconds }.into());
    }
    let row = data_export::ActiveModel { user_id: Set(me), at: Set(cx.now), ..Default::default() };
    data_export::Entity::insert(row).exec_without_returning(&tx).await?;
    Event::new(EventKind::DataTaken).user(me).record(cx, &tx).await?;
    cx.commit(tx).await
}

/// Whether the copy that somebody asked for can be taken.
///
/// # Errors
/// `SignInRequired`.
pub async fn is_ready(cx: &Cx) -> Result<bool> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let me = cx.person()?.id;
    let recent = data_export::Entity::find()
        .filter(data_export::Column::UserId.eq(me))
        .filter(data_export::Column::At.gt(cx.now - TimeDelta::minutes(EXPORT_MINUTES)));
    Ok(recent.count(cx.reader()).await? > 0)
}

/// All that is one's own, as it is now, if one asked for it; nothing otherwise. A query for each kind, through one
/// connection.
///
/// # Errors
/// `SignInRequired`.
pub async fn own(cx: &Cx) -> Result<Option<Own>> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    if !is_ready(cx).await? {
        return Ok(None);
    }
    let cx = &cx.reading_together().await?;
    let me = cx.person()?.id;
    let mut parts = who::parts(cx, me).await?;
    parts.extend(written::parts(cx, me).await?);
    let files = written::files(cx, me).await?;
    Ok(Some(Own { parts, files }))
}

fn part(name: &'static str, lines: Vec<Line>) -> Part {
    Part { name, lines }
}

/// A line, without what is empty.
fn line<const N: usize>(cells: [(&'static str, Option<Cell>); N]) -> Line {
    cells.into_iter().filter_map(|(name, cell)| Some((name, cell?))).collect()
}

fn text(words: String) -> Option<Cell> {
    (!words.is_empty()).then_some(Cell::Text(words))
}

fn code(code: &str) -> Option<Cell> {
    (!code.is_empty()).then(|| Cell::Code(code.to_owned()))
}

fn moment(at: DateTime<Utc>) -> Option<Cell> {
    Some(Cell::Moment(at))
}

fn number(number: impl Into<i64>) -> Option<Cell> {
    Some(Cell::Number(number.into()))
}

/// Whether somebody did something themselves, for data in which others appear.
fn by_me(who: UserId, me: UserId) -> Option<Cell> {
    Some(Cell::Flag(who == me))
}
