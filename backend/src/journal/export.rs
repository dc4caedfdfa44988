//! The journal whole, as it is given out: line after line of the chain, each with its hash.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{
    ids::{EventId, UserId},
    policy::Permission,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;

use super::{Reach, seal};
use crate::{
    Cx, Result,
    entities::{event, journal_seal},
    events::{Event, EventKind},
    people,
};

/// Lines read at once.
const BATCH: u64 = 1_000;

/// A line as it is given out. Its details are not: they may be about groups that administrators do not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExportedLine {
    /// Its place in the chain.
    pub sequence: i64,
    /// Its number.
    pub id: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who did it: their number.
    pub actor_id: Option<i64>,
    /// Their name.
    pub actor: Option<String>,
    /// What happened.
    pub kind: String,
    /// In which group.
    pub group_id: Option<i64>,
    /// About which text.
    pub contribution_id: Option<i64>,
    /// To whom: their number.
    pub user_id: Option<i64>,
    /// Their name.
    pub user: Option<String>,
    /// From where, until that is forgotten.
    pub origin: Option<String>,
    /// The digest of its details.
    pub data_digest: String,
    /// The digest of where it comes from.
    pub origin_digest: Option<String>,
    /// The hash of the line before.
    pub previous: String,
    /// Its hash.
    pub hash: String,
}

/// Begins to give the journal out: seals all its lines, and tells that it was taken.
///
/// # Errors
/// `Forbidden` but for an administrator.
pub async fn begin_export(cx: &Cx) -> Result<()> {
    cx.require(Permission::Administer)?;
    let tx = cx.begin().await?;
    Event::new(EventKind::JournalExported).record(cx, &tx).await?;
    cx.commit(tx).await?;
    seal(&cx.backend, Reach::Everywhere).await?;
    Ok(())
}

/// The lines after this place of the chain; none at its end.
///
/// # Errors
/// `Forbidden` but for an administrator.
pub async fn export(cx: &Cx, after: i64) -> Result<Vec<ExportedLine>> {
    cx.require(Permission::Administer)?;
    let seals = journal_seal::Entity::find()
        .filter(journal_seal::Column::Sequence.gt(after))
        .order_by_asc(journal_seal::Column::Sequence)
        .limit(BATCH)
        .all(cx.reader())
        .await?;
    let sealed = with_lines(cx, seals).await?;
    let people: Vec<UserId> =
        sealed.iter().flat_map(|(_, line)| [line.actor_id, line.user_id]).flatten().collect();
    let people = people::names(cx.reader(), people).await?;
    let line = |(seal, line): (journal_seal::Model, event::Model)| ExportedLine {
        sequence: seal.sequence,
        id: line.id.0,
        at: line.at,
        actor_id: line.actor_id.map(|id| id.0),
        actor: line.actor_id.and_then(|id| people.get(&id).cloned()),
        kind: line.kind,
        group_id: line.group_id.map(|id| id.0),
        contribution_id: line.contribution_id.map(|id| id.0),
        user_id: line.user_id.map(|id| id.0),
        user: line.user_id.and_then(|id| people.get(&id).cloned()),
        origin: line.origin,
        data_digest: seal.data_digest,
        origin_digest: seal.origin_digest,
        previous: seal.previous,
        hash: seal.hash,
    };
    Ok(sealed.into_iter().map(line).collect())
}

/// Seals with their lines; a line that was removed is left out, and its place shows it.
async fn with_lines(
    cx: &Cx,
    seals: Vec<journal_seal::Model>,
) -> Result<Vec<(journal_seal::Model, event::Model)>> {
    let ids: Vec<EventId> = seals.iter().map(|seal| seal.event_id).collect();
    let lines = event::Entity::find().filter(event::Column::Id.is_in(ids)).all(cx.reader()).await?;
    let mut lines: HashMap<EventId, event::Model> = lines.into_iter().map(|line| (line.id, line)).collect();
    let pair = |seal: journal_seal::Model| lines.remove(&seal.event_id).map(|line| (seal, line));
    Ok(seals.into_iter().filter_map(pair).collect())
}
