//! Who may vote: the members of the council on the day a poll begins. They are written down with the poll, so that
//! proxies can be given beforehand, and settled when it begins.

use std::collections::HashSet;

use domain::{ids::UserId, people::CouncilRole};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
};

use super::{event, hold};
use crate::{
    Backend, Cx, Result, clock,
    entities::{poll, poll_voter, user},
    events::EventKind,
    people,
};

/// The roles whose mandate gives a vote.
const ROLES: [CouncilRole; 3] = [CouncilRole::Member, CouncilRole::Chair, CouncilRole::ViceChair];
/// Rows written together.
const TOGETHER: usize = 500;

/// Writes down who may vote, as far as that is known now.
pub(super) async fn write(tx: &impl ConnectionTrait, poll: &poll::Model) -> Result<()> {
    let day = clock::day(poll.opens_at);
    let members: HashSet<UserId> = user::Entity::find()
        .select_only()
        .column(user::Column::Id)
        .filter(people::holding_mandates(day, &ROLES))
        .into_tuple::<UserId>()
        .all(tx)
        .await?
        .into_iter()
        .collect();
    let written: HashSet<UserId> = poll_voter::Entity::find()
        .select_only()
        .column(poll_voter::Column::UserId)
        .filter(poll_voter::Column::PollId.eq(poll.id))
        .into_tuple::<UserId>()
        .all(tx)
        .await?
        .into_iter()
        .collect();
    let gone: Vec<UserId> = written.difference(&members).copied().collect();
    for gone in gone.chunks(TOGETHER) {
        let of_poll = || poll_voter::Column::PollId.eq(poll.id);
        poll_voter::Entity::delete_many()
            .filter(of_poll())
            .filter(poll_voter::Column::UserId.is_in(gone.iter().copied()))
            .exec(tx)
            .await?;
        // Whom they represented speaks for themselves again.
        poll_voter::Entity::update_many()
            .col_expr(poll_voter::Column::ProxyId, sea_orm::sea_query::Expr::value(None::<i64>))
            .filter(of_poll())
            .filter(poll_voter::Column::ProxyId.is_in(gone.iter().copied()))
            .exec(tx)
            .await?;
    }
    let mut new: Vec<UserId> = members.difference(&written).copied().collect();
    new.sort_unstable();
    insert(tx, new.into_iter().map(|user_id| blank(poll, user_id))).await
}

fn blank(poll: &poll::Model, user_id: UserId) -> poll_voter::Model {
    poll_voter::Model {
        poll_id: poll.id,
        user_id,
        has_voted: false,
        manner: String::new(),
        proxy_id: None,
        proxy_by: None,
    }
}

/// Writes these rows, in this order.
pub(super) async fn insert(
    tx: &impl ConnectionTrait,
    rows: impl IntoIterator<Item = poll_voter::Model>,
) -> Result<()> {
    let rows: Vec<poll_voter::ActiveModel> = rows
        .into_iter()
        .map(|row| poll_voter::ActiveModel {
            poll_id: Set(row.poll_id),
            user_id: Set(row.user_id),
            has_voted: Set(row.has_voted),
            manner: Set(row.manner),
            proxy_id: Set(row.proxy_id),
            proxy_by: Set(row.proxy_by),
        })
        .collect();
    for rows in rows.chunks(TOGETHER) {
        poll_voter::Entity::insert_many(rows.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Settles who may vote, once the poll has begun.
pub(super) async fn settle(cx: &Cx, tx: &impl ConnectionTrait, poll: &poll::Model) -> Result<()> {
    if poll.has_electorate || cx.now < poll.opens_at || poll.cancelled_at.is_some() {
        return Ok(());
    }
    write(tx, poll).await?;
    let settled = poll::ActiveModel { id: Set(poll.id), has_electorate: Set(true), ..Default::default() };
    settled.update(tx).await?;
    // Whoever casts the first ballot may be who finds that it began: the line is not theirs, nor of that moment.
    event(EventKind::PollOpened, poll)?.came(poll.created_by, poll.opens_at).record(cx, tx).await
}

/// Settles who may vote in the polls that have just begun.
///
/// # Errors
/// The database refused it.
pub async fn open_due(backend: &Backend) -> Result<()> {
    let cx = backend.system();
    let due = poll::Entity::find()
        .filter(poll::Column::HasElectorate.eq(false))
        .filter(poll::Column::CancelledAt.is_null())
        .filter(poll::Column::OpensAt.lte(cx.now))
        .all(cx.reader())
        .await?;
    for poll in due {
        let tx = cx.begin().await?;
        settle(&cx, &tx, &hold(&tx, poll.id).await?).await?;
        cx.commit(tx).await?;
    }
    Ok(())
}
