//! What somebody is told of what was done on their behalf: one mail when it ends, with every line of it.

use chrono::{DateTime, Utc};
use domain::{
    behalf::AskedBy,
    ids::{ActingId, PaperConsentId, UserId},
};
use sea_orm::EntityTrait;

use crate::{
    Cx, Found, PageNumber, Result,
    entities::{acting, paper_consent, user},
    journal::{self, JournalLine},
    mail::{self, Letter},
    people,
};

/// What was done on behalf of somebody while one acted, as they are told.
#[derive(Clone, Debug)]
pub struct Told {
    /// By whose hand.
    pub by: String,
    /// From when.
    pub begun_at: DateTime<Utc>,
    /// Until when.
    pub ended_at: DateTime<Utc>,
    /// What, latest first.
    pub lines: Vec<JournalLine>,
    /// How many lines there are besides.
    pub more: u64,
}

/// That somebody noted that one takes part on paper, as one is told.
#[derive(Clone, Debug)]
pub struct Noted {
    /// By whom.
    pub by: String,
    /// How one asked.
    pub asked_by: AskedBy,
    /// On which day.
    pub asked_on: chrono::NaiveDate,
}

async fn name(cx: &Cx, id: UserId) -> Result<String> {
    Ok(user::Entity::find_by_id(id).one(cx.reader()).await?.found()?.name)
}

/// What was done on behalf of somebody during one acting, as they read it.
async fn as_told(cx: &Cx, row: &acting::Model) -> Result<Told> {
    let (actor, _) = people::actor_of(cx, row.for_id).await?;
    let theirs = Cx { actor, ..cx.clone() };
    let page = journal::on_behalf(&theirs, row.for_id, Some(row.id), PageNumber::FIRST).await?;
    let more = page.total.saturating_sub(page.rows.len() as u64);
    Ok(Told {
        by: name(cx, row.by_id).await?,
        begun_at: row.begun_at,
        ended_at: row.ended_at.unwrap_or(row.until_at),
        lines: page.rows,
        more,
    })
}

/// Tells somebody what was done on their behalf, once it is over.
pub(crate) async fn tell_acting(cx: &Cx, id: ActingId) -> Result<()> {
    let Some(row) = acting::Entity::find_by_id(id).one(cx.reader()).await? else { return Ok(()) };
    let to = user::Entity::find_by_id(row.for_id).one(cx.reader()).await?.found()?;
    let told = as_told(cx, &row).await?;
    mail::send(cx, &to, &to.email, &Letter::Acted(told)).await
}

/// Tells somebody that it was noted that they take part on paper.
pub(crate) async fn tell_paper(cx: &Cx, id: PaperConsentId) -> Result<()> {
    let Some(row) = paper_consent::Entity::find_by_id(id).one(cx.reader()).await? else { return Ok(()) };
    let to = user::Entity::find_by_id(row.user_id).one(cx.reader()).await?.found()?;
    let by = name(cx, row.recorded_by).await?;
    let noted = Noted { by, asked_by: row.asked_by, asked_on: row.asked_on };
    mail::send(cx, &to, &to.email, &Letter::OnPaper(noted)).await
}
