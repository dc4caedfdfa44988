//! Whether the journal is as it was sealed: the whole chain is gone through.

use chrono::{DateTime, Utc};
use domain::{ids::EventId, policy::Permission};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde::{Deserialize, Serialize};

use super::{
    chain::{Digests, GENESIS, NOT_SEALED, hash, of_data, of_origin},
    seal::last,
};
use crate::{
    Cx, Result,
    entities::{event, journal_seal},
    events::EventKind,
};

/// Lines read at once.
const BATCH: u64 = 2_000;

/// What is wrong with a place of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The line was removed.
    Removed,
    /// The line is not what was sealed.
    Changed,
    /// Seals are missing before this one, or were written again.
    Cut,
}

/// Where the chain breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Break {
    /// The place in the chain.
    pub sequence: i64,
    /// When it was sealed.
    pub sealed_at: DateTime<Utc>,
    /// The line.
    pub event: EventId,
    /// What is wrong.
    pub wrong: Wrong,
}

/// The last seal: whoever notes it elsewhere can tell later that nothing before it was removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastSeal {
    /// Its place in the chain.
    pub sequence: i64,
    /// Its hash.
    pub hash: String,
    /// When it was sealed.
    pub at: DateTime<Utc>,
}

/// What was found of the chain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chain {
    /// How many lines are sealed.
    pub lines: u64,
    /// How many are not yet.
    pub unsealed: u64,
    /// When the first line that is kept was written.
    pub since: Option<DateTime<Utc>>,
    /// How many lines have had their details forgotten.
    pub emptied: u64,
    /// The last seal.
    pub last: Option<LastSeal>,
    /// Where it breaks first; none if it is whole.
    pub broken: Option<Break>,
}

/// What the line says by which earlier ones were removed on time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Purged {
    /// The last that was removed.
    pub until: i64,
    /// Its hash, which the first that was kept follows.
    pub hash: String,
}

/// The last seal, for administrators; none before the first.
///
/// # Errors
/// `Forbidden` but for an administrator.
pub async fn last_seal(cx: &Cx) -> Result<Option<LastSeal>> {
    cx.require(Permission::Administer)?;
    let seal = last(cx.reader()).await?;
    Ok(seal.map(|seal| LastSeal { sequence: seal.sequence, hash: seal.hash, at: seal.sealed_at }))
}

/// The place of a hash that was noted, if the chain has it; its beginning is enough.
///
/// # Errors
/// `Forbidden` but for an administrator.
pub async fn noted(cx: &Cx, beginning: &str) -> Result<Option<LastSeal>> {
    cx.require(Permission::Administer)?;
    let beginning: String =
        beginning.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    if beginning.len() < 8 || !beginning.chars().all(|c| c.is_ascii_hexdigit()) {
        return Ok(None);
    }
    let seal = journal_seal::Entity::find()
        .filter(journal_seal::Column::Hash.starts_with(beginning))
        .order_by_asc(journal_seal::Column::Sequence)
        .one(cx.reader())
        .await?;
    Ok(seal.map(|seal| LastSeal { sequence: seal.sequence, hash: seal.hash, at: seal.sealed_at }))
}

/// Goes through the chain, from the first line that is kept.
///
/// # Errors
/// `Forbidden` but for an administrator; the database cannot be read.
pub async fn verify(cx: &Cx) -> Result<Chain> {
    cx.require(Permission::Administer)?;
    let cx = &cx.reading_together().await?;
    let db = cx.reader();
    let mut chain = Chain::default();
    let (from, mut previous) = beginning(db).await?;
    let mut place = from;
    loop {
        let seals = journal_seal::Entity::find()
            .filter(journal_seal::Column::Sequence.gt(place))
            .order_by_asc(journal_seal::Column::Sequence)
            .limit(BATCH)
            .all(db)
            .await?;
        let Some(end) = seals.last() else { break };
        let ids: Vec<EventId> = seals.iter().map(|seal| seal.event_id).collect();
        let lines = event::Entity::find().filter(event::Column::Id.is_in(ids)).all(db).await?;
        let lines: std::collections::HashMap<EventId, event::Model> =
            lines.into_iter().map(|line| (line.id, line)).collect();
        for seal in &seals {
            chain.lines += 1;
            let line = lines.get(&seal.event_id);
            if chain.since.is_none() {
                chain.since = line.map(|line| line.at);
            }
            let wrong = if seal.sequence != place + 1 || seal.previous != previous {
                Some(Wrong::Cut)
            } else {
                line.map_or(Some(Wrong::Removed), |line| wrong(seal, line, &mut chain.emptied))
            };
            if let Some(wrong) = wrong {
                chain.broken.get_or_insert(broken(seal, wrong));
            }
            place = seal.sequence;
            previous.clone_from(&seal.hash);
        }
        chain.last = Some(LastSeal { sequence: end.sequence, hash: end.hash.clone(), at: end.sealed_at });
    }
    if let Some(seal) = before(db, from).await? {
        chain.broken.get_or_insert(broken(&seal, Wrong::Cut));
    }
    let sealable = event::Entity::find().filter(event::Column::Kind.ne(NOT_SEALED.code()));
    chain.unsealed = sealable.count(db).await?.saturating_sub(chain.lines);
    Ok(chain)
}

fn broken(seal: &journal_seal::Model, wrong: Wrong) -> Break {
    Break { sequence: seal.sequence, sealed_at: seal.sealed_at, event: seal.event_id, wrong }
}

/// What is wrong with a line, if anything is. What was forgotten on time is not.
fn wrong(seal: &journal_seal::Model, line: &event::Model, emptied: &mut u64) -> Option<Wrong> {
    let digests = Digests { data: seal.data_digest.clone(), origin: seal.origin_digest.clone() };
    if hash(&seal.previous, seal.sequence, line, &digests) != seal.hash {
        return Some(Wrong::Changed);
    }
    if of_data(line) != seal.data_digest {
        if line.data != "{}" {
            return Some(Wrong::Changed);
        }
        *emptied += 1;
    }
    let same = match (&line.origin, &seal.origin_salt, &seal.origin_digest) {
        (Some(origin), Some(salt), Some(digest)) => of_origin(salt, origin) == *digest,
        (None, ..) => true,
        (Some(_), ..) => false,
    };
    (!same).then_some(Wrong::Changed)
}

/// The place and the hash that the first line follows: nothing, or what was removed on time and said so.
async fn beginning(db: &impl ConnectionTrait) -> Result<(i64, String)> {
    let purged = event::Entity::find()
        .filter(event::Column::Kind.eq(EventKind::JournalPurged.code()))
        .order_by_desc(event::Column::Id)
        .one(db)
        .await?;
    let purged = purged.and_then(|line| serde_json::from_str::<Purged>(&line.data).ok());
    Ok(purged.map_or_else(|| (0, GENESIS.to_owned()), |purged| (purged.until, purged.hash)))
}

/// A seal that stands before what was said to be the beginning.
async fn before(db: &impl ConnectionTrait, place: i64) -> Result<Option<journal_seal::Model>> {
    let seal = journal_seal::Entity::find()
        .filter(journal_seal::Column::Sequence.lte(place))
        .order_by_asc(journal_seal::Column::Sequence)
        .one(db)
        .await?;
    Ok(seal)
}
