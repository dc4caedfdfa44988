//! Adopting: the text is frozen, numbered, and its fingerprint taken.

use domain::{
    Refusal, Version,
    contributions::{Adoption, AdoptionForm, PublicationNumber, Standing, Step, frozen_text},
    ids::{ContributionId, RevisionId, UserId},
    policy::ContributionAction,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::load::{Loaded, load, source, step};
use crate::{
    Cx, Result, council,
    entities::adoption,
    events::{Event, EventKind},
    files::Fingerprint,
    polls,
};

/// Adopts version `version` of a proposed text, and gives it the next number of its year.
///
/// # Errors
/// `Invalid`; `Transition` if it is not proposed, or somebody else adopted it; `Conflict` if the text changed since it
/// was read; `PollOnText` while it is put to the vote; `Forbidden` but for the chair; `NotFound`.
pub async fn adopt(
    cx: &Cx,
    id: ContributionId,
    version: Version,
    form: &AdoptionForm,
) -> Result<PublicationNumber> {
    let text = load(cx, id, ContributionAction::Adopt).await?;
    text.state.after(Step::Adopt)?;
    let decided = form.check(cx.today())?;
    let text = freeze(cx, text, version).await?;
    let tx = cx.begin().await?;
    council::hold_numbers(&tx).await?;
    polls::must_not_be_polled(&tx, id).await?;
    let number = adopt_in(cx, &tx, &text, &decided).await?;
    cx.commit(tx).await?;
    Ok(number)
}

/// A text that is about to be adopted: its words are in the file store.
pub(crate) struct Frozen {
    text: Loaded,
    revision: RevisionId,
    fingerprint: Fingerprint,
    by_poll: bool,
}

/// Version `version` of a proposed text, ready to be adopted with a vote.
///
/// # Errors
/// Those of [`adopt`], but for its form.
pub(crate) async fn to_adopt(cx: &Cx, id: ContributionId, version: Version) -> Result<Frozen> {
    let text = load(cx, id, ContributionAction::Adopt).await?;
    text.state.after(Step::Adopt)?;
    Ok(Frozen { by_poll: true, ..freeze(cx, text, version).await? })
}

async fn freeze(cx: &Cx, text: Loaded, version: Version) -> Result<Frozen> {
    if version != text.version {
        return Err(Refusal::Conflict.into());
    }
    let read = source(cx.reader(), text.id, version).await?;
    // The file is there before anything says so; without the row, it is a file nobody knows.
    let frozen = frozen_text(&read.title, &read.summary, &read.body);
    let fingerprint = cx.backend.files().put(frozen.into_bytes()).await?;
    Ok(Frozen { text, revision: read.id, fingerprint, by_poll: false })
}

/// Adopts it, in the transaction of who decides; the numbers are held.
///
/// # Errors
/// `ContributionState` if it is no longer proposed.
pub(crate) async fn adopt_in(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    frozen: &Frozen,
    decided: &Adoption,
) -> Result<PublicationNumber> {
    let Frozen { text, revision, fingerprint, by_poll } = frozen;
    step(cx, tx, text, Step::Adopt).await?;
    let number = next_number(tx, decided.year()).await?;
    let record =
        Record { revision: *revision, by: cx.person()?.id, at: cx.now, published: None, by_poll: *by_poll };
    insert(tx, text.id, number, decided, fingerprint, &record).await?;
    Event::new(EventKind::ContributionAdopted)
        .group(text.group_id)
        .contribution(text.id)
        .data(&serde_json::json!({ "number": number, "fingerprint": fingerprint.as_str() }))?
        .record(cx, tx)
        .await?;
    Ok(number)
}

/// The number after the last of its year. The caller holds the numbers.
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
    /// Whether a poll decided.
    pub by_poll: bool,
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
        by_poll: Set(record.by_poll),
        mended_at: Set(None),
        mending: Set(String::new()),
    };
    adoption::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}
