//! Texts that a council already has: written as they stand, once.

mod progress;

pub use progress::ImportedProgress;

use chrono::{DateTime, Utc};
use domain::{
    FieldProblem, Refusal, Version,
    contributions::{Adoption, ContributionText, PublicationNumber, State, Verdict, frozen_text},
    ids::{ContributionId, GroupId, RevisionId, UserId},
    refusal::Transition,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::{
    adopt::{self, Record},
    anchors::{Attached, Carrying, Onto},
    comparison::Comparison,
    create::{Saving, Start, authorship, insert, insert_revision, made_current},
    render,
};
use crate::{
    Cx, Error, Outcome, Result, council, db,
    entities::{adoption, contribution, review, revision, user},
    events::{Event, EventKind},
};

/// A text to import, checked.
#[derive(Clone, Debug)]
pub struct ImportedContribution {
    /// Its group.
    pub group: GroupId,
    /// Where it stands.
    pub state: State,
    /// What it says in the end. The reason is that of its last version.
    pub text: ContributionText,
    /// What its first version said, if it was something else.
    pub first_body: Option<String>,
    /// Its authors, in their order; the first one began it.
    pub authors: Vec<UserId>,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// The versions saved after the first, oldest first.
    pub revisions: Vec<ImportedRevision>,
    /// What reviewers said, oldest first.
    pub reviews: Vec<ImportedReview>,
    /// How it was adopted: for adopted and published texts, and for no other.
    pub adoption: Option<ImportedAdoption>,
    /// What is under way on it.
    pub progress: ImportedProgress,
    /// Who imports: takes the place of unknown authors, records the adoption.
    pub recorded_by: UserId,
}

/// A version of an imported text.
#[derive(Clone, Debug)]
pub struct ImportedRevision {
    /// Who saved it.
    pub by: UserId,
    /// When.
    pub at: DateTime<Utc>,
    /// Why; may be empty.
    pub reason: String,
    /// What the text said then; `None`: what it says in the end.
    pub body: Option<String>,
}

/// A review of an imported text, about the version of that moment.
#[derive(Clone, Debug)]
pub struct ImportedReview {
    /// Who.
    pub by: UserId,
    /// When.
    pub at: DateTime<Utc>,
    /// Their verdict.
    pub verdict: Verdict,
    /// What they wrote; may be empty.
    pub comment: String,
}

/// The adoption of an imported text.
#[derive(Clone, Debug)]
pub struct ImportedAdoption {
    /// The number it has; `None`: the next of its year.
    pub number: Option<PublicationNumber>,
    /// Body, day, votes.
    pub decided: Adoption,
    /// When it was made public, for a published text.
    pub published_at: Option<DateTime<Utc>>,
}

/// Writes a text as it stands; one that is already there, by its number or by its group and title, is not written
/// twice. If it still can be written and says something new, that becomes a new version.
///
/// # Errors
/// `Invalid` for a number taken by another text, or for what does not go with the state; `Transition` for a
/// frozen text that says something else.
pub async fn import(cx: &Cx, tx: &impl ConnectionTrait, imported: &ImportedContribution) -> Result<Outcome> {
    if imported.state.is_frozen() != imported.adoption.is_some() {
        return Err(Refusal::field("status", FieldProblem::NotAChoice).into());
    }
    imported.progress.check(imported.state, &imported.authors)?;
    match existing(tx, imported).await? {
        Some(row) => again(cx, tx, &row, imported).await,
        None => {
            first(cx, tx, imported).await?;
            Ok(Outcome::Created)
        }
    }
}

async fn existing(
    tx: &impl ConnectionTrait,
    imported: &ImportedContribution,
) -> Result<Option<contribution::Model>> {
    let number = imported.adoption.as_ref().and_then(|adoption| adoption.number);
    if let Some(number) = number {
        let taken = adoption::Entity::find()
            .filter(adoption::Column::Year.eq(number.year))
            .filter(adoption::Column::Sequence.eq(number.sequence))
            .one(tx)
            .await?;
        if let Some(taken) = taken {
            let row = contribution::Entity::find_by_id(taken.contribution_id).one(tx).await?;
            let same = |row: &contribution::Model| {
                row.title == imported.text.title && row.group_id == imported.group
            };
            return match row.filter(same) {
                Some(row) => Ok(Some(row)),
                None => Err(Refusal::field("number", FieldProblem::Taken).into()),
            };
        }
    }
    let found = contribution::Entity::find()
        .filter(contribution::Column::GroupId.eq(imported.group))
        .filter(contribution::Column::Title.eq(imported.text.title.as_str()))
        .one(tx)
        .await?;
    Ok(found)
}

/// A text that is already there.
async fn again(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    row: &contribution::Model,
    imported: &ImportedContribution,
) -> Result<Outcome> {
    // Whoever changed it here since the last import keeps what they wrote.
    let known = revision::Entity::find()
        .filter(revision::Column::ContributionId.eq(row.id))
        .filter(revision::Column::Summary.eq(imported.text.summary.as_str()))
        .filter(revision::Column::Body.eq(imported.text.body.as_str()))
        .one(tx)
        .await?;
    if known.is_some() {
        return Ok(Outcome::Unchanged);
    }
    if !row.state.is_writable() {
        return Err(Refusal::Transition(Transition::ContributionState).into());
    }
    let current = revision::Entity::find()
        .filter(revision::Column::ContributionId.eq(row.id))
        .filter(revision::Column::Position.eq(row.version.0))
        .one(tx)
        .await?
        .ok_or_else(|| Error::unexpected(format!("contribution {} has no revision", row.id)))?;
    contribution::Entity::update_many()
        .col_expr(contribution::Column::Version, Expr::value(row.version.next()))
        .col_expr(contribution::Column::Summary, Expr::value(imported.text.summary.as_str()))
        .col_expr(contribution::Column::UpdatedAt, Expr::value(cx.now))
        .filter(contribution::Column::Id.eq(row.id))
        .exec(tx)
        .await?;
    let words = Comparison::new(
        [&current.title, &current.summary, &current.body],
        [&imported.text.title, &imported.text.summary, &imported.text.body],
    )
    .words();
    let saving = Saving { by: imported.recorded_by, at: cx.now, words, merged_from: None };
    let attached = Attached::UNKNOWN;
    let onto =
        Onto { text: row.id, group: row.group_id, version: row.version.next(), by: saving.by, attached };
    let carrying = Carrying::new(&current.body, &imported.text.body, None).await?;
    let carried = carrying.carry(cx, tx, onto).await?.unwrap_or_default();
    let revision = insert_revision(tx, row.id, row.version.next(), &imported.text, &saving).await?;
    if !carried.is_empty() {
        db::execute_all(tx, carried).await?;
    }
    finish(tx, row.id, revision, &imported.text).await?;
    Event::new(EventKind::ContributionRevised)
        .group(row.group_id)
        .contribution(row.id)
        .data(&serde_json::json!({ "version": row.version.next(), "imported": true }))?
        .record(cx, tx)
        .await?;
    Ok(Outcome::Changed)
}

async fn finish(
    tx: &impl ConnectionTrait,
    id: ContributionId,
    revision: RevisionId,
    text: &ContributionText,
) -> Result<()> {
    let rendering = render::text(id, &text.summary, &text.body).await?;
    db::execute_all(tx, made_current(tx, id, revision, &rendering)?).await
}

async fn first(cx: &Cx, tx: &impl ConnectionTrait, imported: &ImportedContribution) -> Result<()> {
    let by = imported.authors.first().copied().unwrap_or(imported.recorded_by);
    let byline = byline(tx, &imported.authors).await?;
    let at = imported.created_at;
    let start = Start { group: imported.group, state: imported.state, byline, by, at };
    let id = insert(tx, &start, &imported.text).await?;
    if !imported.authors.is_empty() {
        tx.execute_raw(authorship(tx, id, &imported.authors)).await?;
    }
    let versions = versions(tx, id, by, imported).await?;
    let (current, _) = *versions.last().ok_or_else(|| Error::unexpected("a text without version"))?;
    finish(tx, id, current, &imported.text).await?;
    reviews(tx, id, imported, &versions).await?;
    let last = last_moment(imported);
    contribution::Entity::update_many()
        .col_expr(
            contribution::Column::Version,
            Expr::value(Version(i32::try_from(versions.len()).unwrap_or(1))),
        )
        .col_expr(contribution::Column::UpdatedAt, Expr::value(last))
        .col_expr(contribution::Column::StateSince, Expr::value(last))
        .filter(contribution::Column::Id.eq(id))
        .exec(tx)
        .await?;
    progress::write(tx, id, imported, last).await?;
    if let Some(adopted) = &imported.adoption {
        freeze(cx, tx, id, current, imported, adopted).await?;
    }
    Event::new(EventKind::ContributionCreated)
        .group(imported.group)
        .contribution(id)
        .data(&serde_json::json!({ "imported": true }))?
        .record(cx, tx)
        .await
}

async fn byline(tx: &impl ConnectionTrait, authors: &[UserId]) -> Result<String> {
    let found = user::Entity::find().filter(user::Column::Id.is_in(authors.iter().copied())).all(tx).await?;
    let name = |id: &UserId| found.iter().find(|user| user.id == *id).map(|user| user.name.as_str());
    Ok(authors.iter().filter_map(name).collect::<Vec<_>>().join("\n"))
}

/// When something last happened to it.
fn last_moment(imported: &ImportedContribution) -> DateTime<Utc> {
    let published = imported.adoption.as_ref().and_then(|adoption| adoption.published_at);
    let adopted = imported.adoption.as_ref().map(|adoption| noon(adoption.decided.adopted_on));
    let saved = imported.revisions.iter().map(|revision| revision.at);
    let said = imported.reviews.iter().map(|review| review.at);
    saved.chain(said).chain(published).chain(adopted).fold(imported.created_at, DateTime::max)
}

fn noon(day: chrono::NaiveDate) -> DateTime<Utc> {
    day.and_time(chrono::NaiveTime::MIN).and_utc() + chrono::TimeDelta::hours(12)
}

/// Writes every version; gives each with its moment, oldest first.
async fn versions(
    tx: &impl ConnectionTrait,
    id: ContributionId,
    by: UserId,
    imported: &ImportedContribution,
) -> Result<Vec<(RevisionId, DateTime<Utc>)>> {
    let saying = |body: &Option<String>, reason: &str| ContributionText {
        body: body.clone().unwrap_or_else(|| imported.text.body.clone()),
        reason: reason.to_owned(),
        ..imported.text.clone()
    };
    let mut text = saying(&imported.first_body, &imported.text.reason);
    let saving = Saving::first(by, imported.created_at, &text);
    let mut written =
        vec![(insert_revision(tx, id, Version::FIRST, &text, &saving).await?, imported.created_at)];
    let mut version = Version::FIRST;
    let last = imported.revisions.len();
    for (place, revision) in (1..).zip(&imported.revisions) {
        // Whatever was said on the way, the last version says what the text says.
        let body = if place == last { &None } else { &revision.body };
        let next = saying(body, &revision.reason);
        let words = Comparison::new(
            [&text.title, &text.summary, &text.body],
            [&next.title, &next.summary, &next.body],
        )
        .words();
        version = version.next();
        let saving = Saving { by: revision.by, at: revision.at, words, merged_from: None };
        written.push((insert_revision(tx, id, version, &next, &saving).await?, revision.at));
        text = next;
    }
    Ok(written)
}

async fn reviews(
    tx: &impl ConnectionTrait,
    id: ContributionId,
    imported: &ImportedContribution,
    versions: &[(RevisionId, DateTime<Utc>)],
) -> Result<()> {
    for said in &imported.reviews {
        let read = versions.iter().rev().find(|(_, at)| *at <= said.at).or(versions.first());
        let Some((revision, _)) = read else { continue };
        let row = review::ActiveModel {
            contribution_id: Set(id),
            revision_id: Set(*revision),
            reviewer_id: Set(said.by),
            verdict: Set(said.verdict),
            comment: Set(said.comment.clone()),
            comment_html: Set(render::comment(&said.comment)),
            at: Set(said.at),
            ..Default::default()
        };
        review::Entity::insert(row).exec_without_returning(tx).await?;
    }
    Ok(())
}

async fn freeze(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    id: ContributionId,
    revision: RevisionId,
    imported: &ImportedContribution,
    adopted: &ImportedAdoption,
) -> Result<()> {
    let text = &imported.text;
    let frozen = frozen_text(&text.title, &text.summary, &text.body);
    let fingerprint = cx.backend.files().put(frozen.into_bytes()).await?;
    council::hold_numbers(tx).await?;
    let number = match adopted.number {
        Some(number) => number,
        None => adopt::next_number(tx, adopted.decided.year()).await?,
    };
    let at = noon(adopted.decided.adopted_on);
    let published = match imported.state {
        State::Published => Some(adopted.published_at.unwrap_or(at)),
        _ => None,
    };
    let record = Record { revision, by: imported.recorded_by, at, published, by_poll: false };
    adopt::insert(tx, id, number, &adopted.decided, &fingerprint, &record).await
}
