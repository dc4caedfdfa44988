//! What keeps a secret poll secret.
//!
//! A ballot is a choice under a random receipt: no name, no time, no line in the journal. That somebody voted is said
//! elsewhere, without time either. Both tables are written anew at each ballot, in the order of receipts and of people,
//! so that neither the order of rows nor what the database notes of each (`rowid`, `ctid`, `xmin`) follows the order in
//! which people came. What was removed is overwritten when the poll is over. The page of the poll says what this cannot
//! do: hide from somebody who watches the server, or compares copies of it made during the poll.

use domain::{
    ids::PollId,
    polls::{Choice, Receipt},
    refusal::Refusal,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::electorate;
use crate::{
    Cx, Result,
    entities::{poll, poll_open_ballot, poll_secret_ballot, poll_voter},
};

/// Ballots written together.
const TOGETHER: usize = 500;

/// Puts a ballot in the box.
pub(super) async fn put(
    tx: &impl ConnectionTrait,
    poll: &poll::Model,
    choice: Choice,
    receipt: &Receipt,
) -> Result<()> {
    let key = (poll.id, receipt.as_str().to_owned());
    if poll_secret_ballot::Entity::find_by_id(key).one(tx).await?.is_some() {
        // Eighty random bits do not come twice: somebody sends what they saw elsewhere.
        return Err(Refusal::Malformed.into());
    }
    insert(
        tx,
        [poll_secret_ballot::Model { poll_id: poll.id, receipt: receipt.as_str().to_owned(), choice }],
    )
    .await?;
    shuffle(tx, poll.id).await
}

/// Writes anew, in an order that tells nothing, the ballots of a poll and who has voted in it.
pub(super) async fn shuffle(tx: &impl ConnectionTrait, id: PollId) -> Result<()> {
    let ballots = poll_secret_ballot::Entity::find()
        .filter(poll_secret_ballot::Column::PollId.eq(id))
        .order_by_asc(poll_secret_ballot::Column::Receipt)
        .all(tx)
        .await?;
    let voters = poll_voter::Entity::find()
        .filter(poll_voter::Column::PollId.eq(id))
        .order_by_asc(poll_voter::Column::UserId)
        .all(tx)
        .await?;
    poll_secret_ballot::Entity::delete_many()
        .filter(poll_secret_ballot::Column::PollId.eq(id))
        .exec(tx)
        .await?;
    poll_voter::Entity::delete_many().filter(poll_voter::Column::PollId.eq(id)).exec(tx).await?;
    insert(tx, ballots).await?;
    electorate::insert(tx, voters).await
}

async fn insert(
    tx: &impl ConnectionTrait,
    ballots: impl IntoIterator<Item = poll_secret_ballot::Model>,
) -> Result<()> {
    let rows: Vec<poll_secret_ballot::ActiveModel> = ballots
        .into_iter()
        .map(|ballot| poll_secret_ballot::ActiveModel {
            poll_id: Set(ballot.poll_id),
            receipt: Set(ballot.receipt),
            choice: Set(ballot.choice),
        })
        .collect();
    for rows in rows.chunks(TOGETHER) {
        poll_secret_ballot::Entity::insert_many(rows.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Leaves nothing, in the files of the database, of what was removed or written anew. The poll is over already: should
/// this fail, that is for the administrator to read.
pub(super) async fn leave_no_trace(cx: &Cx) {
    if let Err(error) = cx.backend.db().forget_what_was_removed().await {
        tracing::error!(%error, "former rows of a secret poll may still be in the files of the database");
    }
}

/// Removes every ballot of a poll, open or secret, and who voted.
pub(super) async fn forget_ballots(tx: &impl ConnectionTrait, id: PollId) -> Result<()> {
    poll_secret_ballot::Entity::delete_many()
        .filter(poll_secret_ballot::Column::PollId.eq(id))
        .exec(tx)
        .await?;
    poll_open_ballot::Entity::delete_many().filter(poll_open_ballot::Column::PollId.eq(id)).exec(tx).await?;
    poll_voter::Entity::delete_many().filter(poll_voter::Column::PollId.eq(id)).exec(tx).await?;
    Ok(())
}
