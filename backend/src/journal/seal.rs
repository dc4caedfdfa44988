//! Sealing the lines of the journal: each takes its place in a chain, after the change it tells.
//!
//! Not when it is written: one line after another would have every change of the council wait for the others. A line is
//! sealed within the minute, in the order of the numbers that the database gave; one whose change took longer than those
//! after it comes later in the chain, and is not lost. One node at a time seals: places are unique, so who comes second
//! writes nothing.

use domain::ids::EventId;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, sea_query::OnConflict,
};

use super::chain::{Digests, GENESIS, NOT_SEALED, hash, hex, of_data, of_origin};
use crate::{
    Backend, Result,
    entities::{event, journal_seal},
};

/// Lines sealed in one transaction.
const BATCH: usize = 1_000;
/// How far behind the last sealed line those that come late are looked for, each minute.
const BEHIND: i64 = 5_000;

/// Which lines are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The last ones.
    Recent,
    /// Wherever they are.
    Everywhere,
}

/// Seals the lines that are not, and says how many.
///
/// # Errors
/// The database failed.
pub async fn seal(backend: &Backend, reach: Reach) -> Result<u64> {
    let mut sealed = 0;
    loop {
        let done = batch(backend, reach).await?;
        sealed += done;
        if done < BATCH as u64 {
            return Ok(sealed);
        }
    }
}

/// The last seal.
pub(super) async fn last(db: &impl ConnectionTrait) -> Result<Option<journal_seal::Model>> {
    Ok(journal_seal::Entity::find().order_by_desc(journal_seal::Column::Sequence).one(db).await?)
}

async fn batch(backend: &Backend, reach: Reach) -> Result<u64> {
    let db = backend.db();
    let Some(lines) = unsealed(db.reader(), reach).await? else { return Ok(0) };
    let tx = db.begin().await?;
    let last = last(&tx).await?;
    let (mut sequence, mut previous) =
        last.map_or_else(|| (0, GENESIS.to_owned()), |last| (last.sequence, last.hash));
    let mut rows = Vec::with_capacity(lines.len());
    for line in &lines {
        sequence += 1;
        let salt = line.origin.as_ref().map(|_| hex(&backend.random::<16>()));
        let origin =
            line.origin.as_deref().zip(salt.as_deref()).map(|(origin, salt)| of_origin(salt, origin));
        let digests = Digests { data: of_data(line), origin };
        let sealed = hash(&previous, sequence, line, &digests);
        rows.push(journal_seal::ActiveModel {
            sequence: Set(sequence),
            event_id: Set(line.id),
            previous: Set(std::mem::replace(&mut previous, sealed.clone())),
            hash: Set(sealed),
            data_digest: Set(digests.data),
            origin_digest: Set(digests.origin),
            origin_salt: Set(salt),
            sealed_at: Set(backend.now()),
        });
    }
    let wanted = rows.len() as u64;
    let once = OnConflict::new().do_nothing().to_owned();
    let written =
        journal_seal::Entity::insert_many(rows).on_conflict(once).exec_without_returning(&tx).await?;
    if written != wanted {
        // Another node seals them: what was written here is given up.
        return Ok(0);
    }
    tx.commit().await?;
    Ok(written)
}

/// The lines without a seal, in order; none if there is none.
async fn unsealed(db: &impl ConnectionTrait, reach: Reach) -> Result<Option<Vec<event::Model>>> {
    let mut seals = journal_seal::Entity::find().select_only().column(journal_seal::Column::EventId);
    let mut lines = event::Entity::find().filter(event::Column::Kind.ne(NOT_SEALED.code()));
    if reach == Reach::Recent {
        let last: Option<EventId> = journal_seal::Entity::find()
            .select_only()
            .column(journal_seal::Column::EventId)
            .order_by_desc(journal_seal::Column::EventId)
            .into_tuple()
            .one(db)
            .await?;
        let from = EventId(last.map_or(0, |last| last.0 - BEHIND));
        seals = seals.filter(journal_seal::Column::EventId.gt(from));
        lines = lines.filter(event::Column::Id.gt(from));
    }
    let lines = lines
        .filter(event::Column::Id.not_in_subquery(seals.into_query()))
        .order_by_asc(event::Column::Id)
        .limit(BATCH as u64)
        .all(db)
        .await?;
    Ok((!lines.is_empty()).then_some(lines))
}
