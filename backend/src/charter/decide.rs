//! What a vote makes of a version: `polls` calls this in its own transactions.

use chrono::NaiveDate;
use domain::{
    Refusal,
    charter::{Articles, Step},
    ids::FramingVersionId,
    policy::{CharterAction, Permission},
    polls::ResolutionNumber,
    refusal::Transition,
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QuerySelect};

use super::{
    amendments,
    life::{stepped, written},
    load::told,
    write::with_numbers,
};
use crate::{
    Cx, Found, Result,
    contributions::typeset,
    entities::{framing_article, framing_text, framing_version},
    events::EventKind,
    files::Fingerprint,
    live,
    polls::FramingOfPoll,
};

/// A version that may be put to the vote.
#[derive(Clone, Debug)]
pub struct VersionToVote {
    /// Which.
    pub id: FramingVersionId,
    /// The name of its text in addresses.
    pub slug: String,
    /// The title of its text, typeset.
    pub title: String,
    /// Its number.
    pub number: i32,
}

/// A version, for somebody who may put it to the vote.
///
/// # Errors
/// `Forbidden` but for who runs polls; `NotFound`; `FramingState` unless it is examined;
/// `AmendmentsLeft` while amendments wait, or while what was adopted of them is not in its words.
pub async fn to_vote(cx: &Cx, id: FramingVersionId) -> Result<VersionToVote> {
    cx.require(Permission::RunPolls)?;
    cx.require(Permission::Charter(CharterAction::Follow))?;
    let (text, version) = with_text(cx.reader(), id).await?;
    version.state.after(Step::PutToVote)?;
    must_be_examined(cx.reader(), id).await?;
    Ok(VersionToVote { id, slug: text.slug, title: typeset(&text.title), number: version.number })
}

/// Nothing is voted on while amendments wait, or while what was adopted of them is not in the words.
async fn must_be_examined(db: &impl ConnectionTrait, id: FramingVersionId) -> Result<()> {
    if amendments::left(db, id).await? > 0 {
        return Err(Refusal::Transition(Transition::AmendmentsLeft).into());
    }
    Ok(())
}

/// The version of a poll, for who reads both.
pub(crate) async fn named_version(cx: &Cx, id: FramingVersionId) -> Result<Option<FramingOfPoll>> {
    if !cx.may(Permission::Charter(CharterAction::Follow)) {
        return Ok(None);
    }
    let (text, version) = with_text(cx.reader(), id).await?;
    Ok(Some(FramingOfPoll { slug: text.slug, title: typeset(&text.title), number: version.number }))
}

async fn with_text(
    db: &impl ConnectionTrait,
    id: FramingVersionId,
) -> Result<(framing_text::Model, framing_version::Model)> {
    let version = framing_version::Entity::find_by_id(id).one(db).await?.found()?;
    let text = framing_text::Entity::find_by_id(version.text_id).one(db).await?.found()?;
    Ok((text, version))
}

/// The same, kept from all other changes until this is committed.
async fn hold(
    tx: &impl ConnectionTrait,
    id: FramingVersionId,
) -> Result<(framing_text::Model, framing_version::Model)> {
    let (text, _) = with_text(tx, id).await?;
    let text = framing_text::Entity::find_by_id(text.id).lock_exclusive().one(tx).await?.found()?;
    let version = framing_version::Entity::find_by_id(id).lock_exclusive().one(tx).await?.found()?;
    Ok((text, version))
}

/// Refuses once if something was just typed together: nobody puts to the vote words that they have not read.
///
/// # Errors
/// `JustTyped`.
pub(crate) async fn must_be_read(cx: &Cx, id: FramingVersionId) -> Result<()> {
    match live::keep(cx, id).await? {
        Some(_) => Err(Refusal::Transition(Transition::JustTyped).into()),
        None => Ok(()),
    }
}

/// Puts a version to the vote: its words rest until the result.
pub(crate) async fn put_to_vote(cx: &Cx, tx: &impl ConnectionTrait, id: FramingVersionId) -> Result<()> {
    let (text, version) = hold(tx, id).await?;
    if version.body.is_empty() {
        return Err(Refusal::Transition(Transition::EmptyText).into());
    }
    version.state.after(Step::PutToVote)?;
    let version = with_numbers(cx, tx, &text, version).await?;
    must_be_examined(tx, id).await?;
    written(tx, stepped(cx, &version, Step::PutToVote)?).await?;
    told(cx, tx, EventKind::FramingVersionPutToVote, &text, Some(version.number)).await
}

/// The vote on a version is called off.
pub(crate) async fn vote_called_off(cx: &Cx, tx: &impl ConnectionTrait, id: FramingVersionId) -> Result<()> {
    let (text, version) = hold(tx, id).await?;
    written(tx, stepped(cx, &version, Step::CallOff)?).await?;
    told(cx, tx, EventKind::FramingVoteCalledOff, &text, Some(version.number)).await
}

/// How a vote on a version ended.
pub(crate) struct Decided {
    pub number: ResolutionNumber,
    /// Who decided.
    pub body: String,
    pub on: NaiveDate,
    pub is_carried: bool,
}

/// A version that is carried is in force from the day that was wished for, at the earliest that of the decision; one that
/// is not goes back to writing.
pub(crate) async fn voted(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    id: FramingVersionId,
    decided: &Decided,
) -> Result<()> {
    let (text, version) = hold(tx, id).await?;
    if !decided.is_carried {
        written(tx, stepped(cx, &version, Step::Reject)?).await?;
        return told(cx, tx, EventKind::FramingVersionRejected, &text, Some(version.number)).await;
    }
    let mut row = stepped(cx, &version, Step::Adopt)?;
    let from = version.starts_on.map_or(decided.on, |wished| wished.max(decided.on));
    row.in_force_on = Set(Some(from));
    row.decision = Set(decided.number.to_string());
    row.decided_by = Set(decided.body.clone());
    row.decided_on = Set(Some(decided.on));
    row.fingerprint = Set(fingerprint(&version.body));
    written(tx, row).await?;
    write_articles(tx, id, &version.body).await?;
    told(cx, tx, EventKind::FramingVersionAdopted, &text, Some(version.number)).await
}

/// The exact Markdown of an adopted version, whose SHA-256 is its fingerprint.
pub(super) fn source(body: &str) -> String {
    format!("{body}\n")
}

pub(super) fn fingerprint(body: &str) -> String {
    Fingerprint::of(source(body).as_bytes()).as_str().to_owned()
}

/// Keeps the articles of an adopted version one by one.
pub(super) async fn write_articles(
    tx: &impl ConnectionTrait,
    version: FramingVersionId,
    body: &str,
) -> Result<()> {
    let read = Articles::read(body).articles;
    let rows: Vec<framing_article::ActiveModel> = read
        .into_iter()
        .zip(0..)
        .map(|(article, place)| framing_article::ActiveModel {
            version_id: Set(version),
            place: Set(place),
            number: Set(article.number.to_string()),
            title: Set(article.title),
            body: Set(article.body),
            ..Default::default()
        })
        .collect();
    for rows in rows.chunks(200) {
        framing_article::Entity::insert_many(rows.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}
