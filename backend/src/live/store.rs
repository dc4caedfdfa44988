//! A shared text in the database: its state, and the updates written since, in one order for every node.
//!
//! Whoever appends says which update they know last: if others wrote in the meantime nothing is written, and they read
//! on first. So the order has no gap, and each node holds all that stands before what it writes.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::{
    Version,
    ids::{ContributionId, UserId},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use super::text::LiveDoc;
use crate::{
    Error, Result, db,
    entities::{live_text, live_update},
};

/// A shared text as it is stored.
pub(crate) struct Stored {
    /// The text.
    pub doc: LiveDoc,
    /// The last update it holds.
    pub seq: i64,
    /// How many updates are not folded.
    pub unfolded: i64,
    /// The last version that it knows of.
    pub named_version: Version,
    /// Who typed since, the latest last.
    pub typed_by: Vec<UserId>,
}

/// How often what is stored is read again when it is folded meanwhile.
const TRIES: usize = 5;

/// The shared text, if there is one.
pub(crate) async fn load(db: &impl ConnectionTrait, id: ContributionId) -> Result<Option<Stored>> {
    for _ in 0..TRIES {
        let Some(row) = live_text::Entity::find_by_id(id).one(db).await? else { return Ok(None) };
        let updates = since(db, id, row.folded_seq).await?;
        // Folded between the two: some are gone.
        let whole = updates.iter().map(|(seq, _)| *seq).eq((row.folded_seq + 1..).take(updates.len()));
        let last = updates.last().map_or(row.folded_seq, |(seq, _)| *seq);
        if !whole || last < row.seq {
            continue;
        }
        return Ok(Some(Stored {
            doc: LiveDoc::stored(&row.state, updates.iter().map(|(_, bytes)| bytes.as_slice()))?,
            seq: last,
            unfolded: last - row.folded_seq,
            named_version: row.named_version,
            typed_by: people(&row.typed_by),
        }));
    }
    Err(Error::unexpected(format!("the live text of {id} has a gap")))
}

/// The same, kept from whoever would write to it until the change is committed.
pub(crate) async fn hold(tx: &impl ConnectionTrait, id: ContributionId) -> Result<Option<Stored>> {
    live_text::Entity::find_by_id(id)
        .select_only()
        .column(live_text::Column::Seq)
        .lock_exclusive()
        .into_tuple::<i64>()
        .one(tx)
        .await?;
    load(tx, id).await
}

/// The updates after one.
pub(super) async fn since(
    db: &impl ConnectionTrait,
    id: ContributionId,
    seq: i64,
) -> Result<Vec<(i64, Vec<u8>)>> {
    let rows = live_update::Entity::find()
        .select_only()
        .columns([live_update::Column::Seq, live_update::Column::Bytes])
        .filter(live_update::Column::ContributionId.eq(id))
        .filter(live_update::Column::Seq.gt(seq))
        .order_by_asc(live_update::Column::Seq)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows)
}

/// Who typed since the last version, if there is a shared text.
pub(super) async fn typed_by(
    db: &impl ConnectionTrait,
    id: ContributionId,
) -> Result<Option<(i64, Vec<UserId>)>> {
    let row: Option<(i64, String)> = live_text::Entity::find_by_id(id)
        .select_only()
        .columns([live_text::Column::Seq, live_text::Column::TypedBy])
        .into_tuple()
        .one(db)
        .await?;
    Ok(row.map(|(seq, names)| (seq, people(&names))))
}

/// Begins a shared text from a version, unless somebody just did.
pub(crate) async fn begin(
    tx: &impl ConnectionTrait,
    id: ContributionId,
    version: Version,
    body: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = live_text::ActiveModel {
        contribution_id: Set(id),
        state: Set(LiveDoc::seeded(version, body).state()),
        folded_seq: Set(0),
        seq: Set(0),
        named_seq: Set(0),
        named_version: Set(version),
        typed_by: Set(String::new()),
        touched_at: Set(now),
        unnamed_since: Set(None),
    };
    let kept = OnConflict::column(live_text::Column::ContributionId).do_nothing().to_owned();
    let insert = live_text::Entity::insert(row).on_conflict(kept).build(tx.get_database_backend());
    tx.execute_raw(insert).await?;
    Ok(())
}

/// Writes the update after `known`; `false` if it is no longer the last one.
pub(crate) async fn append(
    tx: &impl ConnectionTrait,
    id: ContributionId,
    known: i64,
    bytes: &[u8],
    typed_by: &[UserId],
    now: DateTime<Utc>,
) -> Result<bool> {
    use live_text::Column as C;
    let since = Expr::col(C::UnnamedSince).if_null(Expr::value(now));
    let ours = live_text::Entity::update_many()
        .col_expr(C::Seq, Expr::value(known + 1))
        .col_expr(C::TypedBy, Expr::value(names(typed_by)))
        .col_expr(C::TouchedAt, Expr::value(now))
        .col_expr(C::UnnamedSince, since)
        .filter(C::ContributionId.eq(id))
        .filter(C::Seq.eq(known))
        .exec(tx)
        .await?;
    if ours.rows_affected == 0 {
        return Ok(false);
    }
    let row = live_update::ActiveModel {
        contribution_id: Set(id),
        seq: Set(known + 1),
        bytes: Set(bytes.to_vec()),
        at: Set(now),
    };
    live_update::Entity::insert(row).exec_without_returning(tx).await?;
    db::notify(tx, &format!("{id}:{}", known + 1)).await?;
    Ok(true)
}

/// Says that a version holds all up to `seq`; `false` if something was written since.
pub(crate) async fn name(
    tx: &impl ConnectionTrait,
    id: ContributionId,
    seq: i64,
    version: Version,
) -> Result<bool> {
    use live_text::Column as C;
    let named = live_text::Entity::update_many()
        .col_expr(C::NamedSeq, Expr::value(seq))
        .col_expr(C::NamedVersion, Expr::value(version))
        .col_expr(C::TypedBy, Expr::value(""))
        .col_expr(C::UnnamedSince, Expr::value(None::<DateTime<Utc>>))
        .filter(C::ContributionId.eq(id))
        .filter(C::Seq.eq(seq))
        .exec(tx)
        .await?;
    Ok(named.rows_affected == 1)
}

/// Says that what is typed stands on a version, without saying that the version holds all of it.
pub(crate) async fn rests_on(tx: &impl ConnectionTrait, id: ContributionId, version: Version) -> Result<()> {
    live_text::Entity::update_many()
        .col_expr(live_text::Column::NamedVersion, Expr::value(version))
        .filter(live_text::Column::ContributionId.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Folds all up to `seq` into the state, unless something was written since.
pub(super) async fn fold(
    tx: &impl ConnectionTrait,
    id: ContributionId,
    seq: i64,
    state: Vec<u8>,
) -> Result<bool> {
    use live_text::Column as C;
    let folded = live_text::Entity::update_many()
        .col_expr(C::State, Expr::value(state))
        .col_expr(C::FoldedSeq, Expr::value(seq))
        .filter(C::ContributionId.eq(id))
        .filter(C::Seq.eq(seq))
        .exec(tx)
        .await?;
    if folded.rows_affected == 0 {
        return Ok(false);
    }
    live_update::Entity::delete_many()
        .filter(live_update::Column::ContributionId.eq(id))
        .filter(live_update::Column::Seq.lte(seq))
        .exec(tx)
        .await?;
    Ok(true)
}

/// Ends the shared text of one that is no longer written; `false` if something was typed that no version holds.
pub(crate) async fn end(tx: &impl ConnectionTrait, id: ContributionId) -> Result<bool> {
    use live_text::Column as C;
    live_text::Entity::delete_many()
        .filter(C::ContributionId.eq(id))
        .filter(Expr::col(C::Seq).equals(C::NamedSeq))
        .exec(tx)
        .await?;
    let left: Option<i64> =
        live_text::Entity::find_by_id(id).select_only().column(C::Seq).into_tuple().one(tx).await?;
    db::notify(tx, &format!("{id}:0")).await?;
    Ok(left.is_none())
}

/// The texts in which something waits to become a version: for long, or since nobody types any more.
pub(super) async fn unnamed(
    db: &impl ConnectionTrait,
    since: DateTime<Utc>,
    quiet: DateTime<Utc>,
) -> Result<Vec<ContributionId>> {
    use live_text::Column as C;
    let rows = live_text::Entity::find()
        .select_only()
        .column(C::ContributionId)
        .filter(C::UnnamedSince.is_not_null())
        .filter(C::UnnamedSince.lte(since).or(C::TouchedAt.lte(quiet)))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows)
}

fn names(people: &[UserId]) -> String {
    people.iter().map(UserId::to_string).collect::<Vec<_>>().join(" ")
}

fn people(names: &str) -> Vec<UserId> {
    let mut seen = BTreeSet::new();
    names.split(' ').filter_map(|name| name.parse().ok()).filter(|id| seen.insert(*id)).collect()
}
