//! Adopting: the text is frozen, numbered, and its fingerprint taken.

use domain::{
    Refusal, Version,
    contributions::{Adoption, AdoptionForm, PublicationNumber, Standing, Step, frozen_text},
    ids::{ContributionId, RevisionId, UserId},
    policy::ContributionAction,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::load::{load, source, step};
use crate::{
    Cx, Result,
    entities::{adoption, council},
    events::{Event, EventKind},
    files::Fingerprint,
};

/// Adopts version `version` of a proposed text, and gives it the next number of its year.
///
/// # Errors
/// `Invalid`; `Transition` if it is not proposed, or somebody else adopted it; `Conflict` if the text changed since it
/// was read; `Forbidden` but for the chair; `NotFound`.
pub async fn adopt(
    cx: &Cx,
    id: ContributionId,
    version: Version,
    form: &AdoptionForm,
) -> Result<PublicationNumber> {
    let text = load(cx, id, ContributionAction::Adopt).await?;
    text.state.after(Step::Adopt)?;
    let decided = form.check(cx.today())?;
    if version != text.version {
        return Err(Refusal::Conflict.into());
    }
    let read = source(cx.reader(), id, version).await?;
    // The file is there before anything says so; without the row, it is a file nobody knows.
    let frozen = frozen_text(&read.title, &read.summary, &read.body);
    let fingerprint = cx.backend.files().put(frozen.into_bytes()).await?;
    let tx = cx.begin().await?;
    lock_numbers(&tx).await?;
    step(cx, &tx, &text, Step::Adopt).await?;
    let number = next_number(&tx, decided.year()).await?;
    let record = Record { revision: read.id, by: cx.person()?.id, at: cx.now, published: None };
    insert(&tx, id, number, &decided, &fingerprint, &record).await?;
    Event::new(EventKind::ContributionAdopted)
        .group(text.group_id)
        .contribution(id)
        .data(&serde_json::json!({ "number": number, "fingerprint": fingerprint.as_str() }))?
        .record(cx, &tx)
        .await?;
    cx.commit(tx).await?;
    Ok(number)
}

/// Numbers are given one at a time: on PostgreSQL the council's row is the gate, SQLite has one writer.
pub(super) async fn lock_numbers(tx: &impl ConnectionTrait) -> Result<()> {
    council::Entity::find()
        .select_only()
        .column(council::Column::Id)
        .lock_exclusive()
        .into_tuple::<i64>()
        .one(tx)
        .await?;
    Ok(())
}

/// The number after the last of its year. Call [`lock_numbers`] first.
pub(super) async fn next_number(tx: &impl ConnectionTrait, year: i32) -> Result<PublicationNumber> {
    let last: Option<Option<i32>> = adoption::Entity::find()
        .select_only()
        .column_as(adoption::Column::Sequence.max(), "last")
        .filter(adoption::Column::Year.eq(year))
        .into_tuple()
        .one(tx)
        .await?;
    let last = u32::try_from(last.flatten().unwrap_or_default()).unwrap_or_default();
    Ok(PublicationNumber { year, sequence: last + 1 })
}

/// Who recorded an adoption, of which revision, when, and when it was made public.
pub(super) struct Record {
    pub revision: RevisionId,
    pub by: UserId,
    pub at: chrono::DateTime<chrono::Utc>,
    pub published: Option<chrono::DateTime<chrono::Utc>>,
}

pub(super) async fn insert(
    tx: &impl ConnectionTrait,
    id: ContributionId,
    number: PublicationNumber,
    decided: &Adoption,
    fingerprint: &Fingerprint,
    record: &Record,
) -> Result<()> {
    let stored = |count: u32| i32::try_from(count).unwrap_or(i32::MAX);
    let row = adoption::ActiveModel {
        contribution_id: Set(id),
        revision_id: Set(record.revision),
        body: Set(decided.body.clone()),
        adopted_on: Set(decided.adopted_on),
        votes_for: Set(stored(decided.votes_for)),
        votes_against: Set(stored(decided.votes_against)),
        votes_abstaining: Set(stored(decided.votes_abstaining)),
        year: Set(number.year),
        sequence: Set(stored(number.sequence)),
        fingerprint: Set(fingerprint.as_str().to_owned()),
        recorded_by: Set(record.by),
        recorded_at: Set(record.at),
        published_at: Set(record.published),
        published_by: Set(record.published.map(|_| record.by)),
        edition: Set(1),
        corrected_at: Set(None),
        correction: Set(String::new()),
        standing: Set(Standing::InForce),
        standing_at: Set(None),
        standing_reason: Set(String::new()),
        replaced_by: Set(None),
        updated_at: Set(record.published),
    };
    adoption::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}
