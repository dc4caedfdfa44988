//! A shared text in the database: its state, and the updates written since, in one order for every node.
//!
//! Whoever appends says which update they know last: if others wrote in the meantime nothing is written, and they read
//! on first. So the order has no gap, and each node holds all that stands before what it writes.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::{
    Version,
    ids::{ContributionId, FramingVersionId, LiveTextId, UserId},
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, OnConflict, SimpleExpr},
};

use super::{Subject, text::LiveDoc};
use crate::{
    Error, Result, db,
    entities::{live_text, live_update},
};

/// A shared text as it is stored.
pub(crate) struct Stored {
    /// Which: another life of the same text is another one.
    pub id: LiveTextId,
    /// What it is of.
    pub subject: Subject,
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

/// The column that names what a shared text is of.
fn column(subject: Subject) -> live_text::Column {
    match subject {
        Subject::Contribution(_) => live_text::Column::ContributionId,
        Subject::Framing(_) => live_text::Column::FramingVersionId,
    }
}

/// The shared text of this.
fn is_of(subject: Subject) -> SimpleExpr {
    match subject {
        Subject::Contribution(id) => column(subject).eq(id),
        Subject::Framing(id) => column(subject).eq(id),
    }
}

/// The shared text, if there is one.
pub(crate) async fn load(db: &impl ConnectionTrait, subject: impl Into<Subject>) -> Result<Option<Stored>> {
    let subject = subject.into();
    for _ in 0..TRIES {
        let found = live_text::Entity::find().filter(is_of(subject)).one(db).await?;
        let Some(row) = found else { return Ok(None) };
        let updates = since(db, row.id, row.folded_seq).await?;
        // Folded between the two: some are gone.
        let whole = updates.iter().map(|(seq, _)| *seq).eq((row.folded_seq + 1..).take(updates.len()));
        let last = updates.last().map_or(row.folded_seq, |(seq, _)| *seq);
        if !whole || last < row.seq {
            continue;
        }
        return Ok(Some(Stored {
            id: row.id,
            subject,
            doc: LiveDoc::stored(&row.state, updates.iter().map(|(_, bytes)| bytes.as_slice()))?,
            seq: last,
            unfolded: last - row.folded_seq,
            named_version: row.named_version,
            typed_by: people(&row.typed_by),
        }));
    }
    Err(Error::unexpected(format!("the live text of {subject} has a gap")))
}

/// The same, kept from whoever would write to it until the change is committed.
pub(crate) async fn hold(tx: &impl ConnectionTrait, subject: impl Into<Subject>) -> Result<Option<Stored>> {
    let subject = subject.into();
    live_text::Entity::find()
        .filter(is_of(subject))
        .select_only()
        .column(live_text::Column::Seq)
        .lock_exclusive()
        .into_tuple::<i64>()
        .one(tx)
        .await?;
    load(tx, subject).await
}

/// The updates after one.
pub(super) async fn since(
    db: &impl ConnectionTrait,
    id: LiveTextId,
    seq: i64,
) -> Result<Vec<(i64, Vec<u8>)>> {
    let rows = live_update::Entity::find()
        .select_only()
        .columns([live_update::Column::Seq, live_update::Column::Bytes])
        .filter(live_update::Column::LiveTextId.eq(id))
        .filter(live_update::Column::Seq.gt(seq))
        .order_by_asc(live_update::Column::Seq)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows)
}

/// The last update and who typed since the last version, unless the shared text has ended.
pub(super) async fn typed_by(
    db: &impl ConnectionTrait,
    id: LiveTextId,
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
pub(super) async fn begin(
    tx: &impl ConnectionTrait,
    subject: Subject,
    version: Version,
    body: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let (contribution_id, framing_version_id) = match subject {
        Subject::Contribution(id) => (Some(id), None),
        Subject::Framing(id) => (None, Some(id)),
    };
    let row = live_text::ActiveModel {
        id: NotSet,
        contribution_id: Set(contribution_id),
        framing_version_id: Set(framing_version_id),
        state: Set(LiveDoc::seeded(version, body).state()),
        folded_seq: Set(0),
        seq: Set(0),
        named_seq: Set(0),
        named_version: Set(version),
        typed_by: Set(String::new()),
        touched_at: Set(now),
        unnamed_since: Set(None),
    };
    let kept = OnConflict::column(column(subject)).do_nothing().to_owned();
    let insert = live_text::Entity::insert(row).on_conflict(kept).build(tx.get_database_backend());
    tx.execute_raw(insert).await?;
    Ok(())
}

/// Writes the update after what is known; `false` if others wrote since.
pub(super) async fn append(
    tx: &impl ConnectionTrait,
    known: &Stored,
    bytes: &[u8],
    now: DateTime<Utc>,
) -> Result<bool> {
    use live_text::Column as C;
    let next = known.seq + 1;
    let since = Expr::col(C::UnnamedSince).if_null(Expr::value(now));
    let ours = live_text::Entity::update_many()
        .col_expr(C::Seq, Expr::value(next))
        .col_expr(C::TypedBy, Expr::value(names(&known.typed_by)))
        .col_expr(C::TouchedAt, Expr::value(now))
        .col_expr(C::UnnamedSince, since)
        .filter(C::Id.eq(known.id))
        .filter(C::Seq.eq(known.seq))
        .exec(tx)
        .await?;
    if ours.rows_affected == 0 {
        return Ok(false);
    }
    let row = live_update::ActiveModel {
        live_text_id: Set(known.id),
        seq: Set(next),
        bytes: Set(bytes.to_vec()),
        at: Set(now),
    };
    live_update::Entity::insert(row).exec_without_returning(tx).await?;
    db::notify(tx, &format!("{}:{next}", known.subject)).await?;
    Ok(true)
}

/// Says that a version holds all up to `seq`; `false` if something was written since.
pub(super) async fn name(
    tx: &impl ConnectionTrait,
    id: LiveTextId,
    seq: i64,
    version: Version,
) -> Result<bool> {
    use live_text::Column as C;
    let named = live_text::Entity::update_many()
        .col_expr(C::NamedSeq, Expr::value(seq))
        .col_expr(C::NamedVersion, Expr::value(version))
        .col_expr(C::TypedBy, Expr::value(""))
        .col_expr(C::UnnamedSince, Expr::value(None::<DateTime<Utc>>))
        .filter(C::Id.eq(id))
        .filter(C::Seq.eq(seq))
        .exec(tx)
        .await?;
    Ok(named.rows_affected == 1)
}

/// Says that what is typed stands on a version, without saying that the version holds all of it.
pub(crate) async fn rests_on(
    tx: &impl ConnectionTrait,
    subject: impl Into<Subject>,
    version: Version,
) -> Result<()> {
    live_text::Entity::update_many()
        .col_expr(live_text::Column::NamedVersion, Expr::value(version))
        .filter(is_of(subject.into()))
        .exec(tx)
        .await?;
    Ok(())
}

/// Folds all up to `seq` into the state, unless something was written since.
pub(super) async fn fold(
    tx: &impl ConnectionTrait,
    id: LiveTextId,
    seq: i64,
    state: Vec<u8>,
) -> Result<bool> {
    use live_text::Column as C;
    let folded = live_text::Entity::update_many()
        .col_expr(C::State, Expr::value(state))
        .col_expr(C::FoldedSeq, Expr::value(seq))
        .filter(C::Id.eq(id))
        .filter(C::Seq.eq(seq))
        .exec(tx)
        .await?;
    if folded.rows_affected == 0 {
        return Ok(false);
    }
    live_update::Entity::delete_many()
        .filter(live_update::Column::LiveTextId.eq(id))
        .filter(live_update::Column::Seq.lte(seq))
        .exec(tx)
        .await?;
    Ok(true)
}

/// Ends the shared text of one that is no longer written; `false` if something was typed that no version holds.
pub(crate) async fn end(tx: &impl ConnectionTrait, subject: impl Into<Subject>) -> Result<bool> {
    use live_text::Column as C;
    let subject = subject.into();
    live_text::Entity::delete_many()
        .filter(is_of(subject))
        .filter(Expr::col(C::Seq).equals(C::NamedSeq))
        .exec(tx)
        .await?;
    let left = live_text::Entity::find().filter(is_of(subject)).select_only().column(C::Seq);
    let left: Option<i64> = left.into_tuple().one(tx).await?;
    db::notify(tx, &format!("{subject}:0")).await?;
    Ok(left.is_none())
}

/// The texts in which something waits to become a version: for long, or since nobody types any more.
pub(super) async fn unnamed(
    db: &impl ConnectionTrait,
    since: DateTime<Utc>,
    quiet: DateTime<Utc>,
) -> Result<Vec<Subject>> {
    use live_text::Column as C;
    let rows: Vec<(Option<ContributionId>, Option<FramingVersionId>)> = live_text::Entity::find()
        .select_only()
        .columns([C::ContributionId, C::FramingVersionId])
        .filter(C::UnnamedSince.is_not_null())
        .filter(C::UnnamedSince.lte(since).or(C::TouchedAt.lte(quiet)))
        .into_tuple()
        .all(db)
        .await?;
    let of = |(contribution, framing): (Option<ContributionId>, Option<FramingVersionId>)| {
        contribution.map(Subject::from).or_else(|| framing.map(Subject::from))
    };
    Ok(rows.into_iter().filter_map(of).collect())
}

fn names(people: &[UserId]) -> String {
    people.iter().map(UserId::to_string).collect::<Vec<_>>().join(" ")
}

fn people(names: &str) -> Vec<UserId> {
    let mut seen = BTreeSet::new();
    names.split(' ').filter_map(|name| name.parse().ok()).filter(|id| seen.insert(*id)).collect()
}
