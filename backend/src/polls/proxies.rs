//! Proxies: who votes in the name of whom, in one poll.

use domain::{
    Refusal,
    ids::{PollId, UserId},
    policy::Permission,
    polls::{Phase, ProxyFacts},
    refusal::{FieldProblem, Forbidden, Transition},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait,
    QueryFilter,
};

use super::{electorate, event, hold, noted, voter};
use crate::{Cx, Result, entities::poll_voter, events::EventKind};

/// Gives the proxy of `from`: the person asking, or somebody who gave it on paper to who runs the poll.
///
/// # Errors
/// `Forbidden` but for members of the council, and for others' proxies but for the chair and administrators; `NotFound`;
/// `Invalid` for `to`; `NotAVoter`, `NoProxies`, `AlreadyVoted`, `ProxyChain`, `TooManyProxies`; `PollOver`,
/// `PollCancelled`.
pub async fn give_proxy(cx: &Cx, id: PollId, from: Option<UserId>, to: UserId) -> Result<()> {
    let outcome = try_give(cx, id, from, to).await;
    noted(cx, id, outcome).await
}

async fn try_give(cx: &Cx, id: PollId, from: Option<UserId>, to: UserId) -> Result<()> {
    let from = whose(cx, from)?;
    let tx = cx.begin().await?;
    let poll = hold(&tx, id).await?;
    must_take_proxies(poll.times().phase(cx.now))?;
    electorate::settle(cx, &tx, &poll).await?;
    let giver = voter(&tx, id, from.0).await?;
    let receiver = voter(&tx, id, to).await.map_err(|_| not_a_choice())?;
    if from.0 == to {
        return Err(not_a_choice().into());
    }
    let facts = ProxyFacts {
        giver_voted: giver.has_voted,
        giver_represents: represented(&tx, id, from.0).await?,
        receiver_gave: receiver.proxy_id.is_some(),
        receiver_represents: represented(&tx, id, to).await?,
        most: poll.rules().proxies,
    };
    facts.may_give()?;
    let mut giver: poll_voter::ActiveModel = giver.into();
    giver.proxy_id = Set(Some(to));
    giver.proxy_by = Set(from.1);
    giver.update(&tx).await?;
    event(EventKind::ProxyGiven, &poll)?.user(from.0).record(cx, &tx).await?;
    cx.commit(tx).await
}

/// Takes a proxy back, as long as it has not been used.
///
/// # Errors
/// Those of [`give_proxy`]; `NotFound` when there is none.
pub async fn take_back_proxy(cx: &Cx, id: PollId, from: Option<UserId>) -> Result<()> {
    let (from, _) = whose(cx, from)?;
    let tx = cx.begin().await?;
    let poll = hold(&tx, id).await?;
    must_take_proxies(poll.times().phase(cx.now))?;
    let giver = voter(&tx, id, from).await?;
    if giver.has_voted {
        return Err(Refusal::Transition(Transition::AlreadyVoted).into());
    }
    if giver.proxy_id.is_none() {
        return Err(Refusal::NotFound.into());
    }
    let mut giver: poll_voter::ActiveModel = giver.into();
    giver.proxy_id = Set(None);
    giver.proxy_by = Set(None);
    giver.update(&tx).await?;
    event(EventKind::ProxyTakenBack, &poll)?.user(from).record(cx, &tx).await?;
    cx.commit(tx).await
}

fn not_a_choice() -> Refusal {
    Refusal::field("to", FieldProblem::NotAChoice)
}

/// Whose proxy it is, and who writes it down for them.
fn whose(cx: &Cx, from: Option<UserId>) -> Result<(UserId, Option<UserId>)> {
    let me = cx.person()?.id;
    match from.filter(|from| *from != me) {
        None => {
            cx.require_oneself(Forbidden::BallotOnBehalf)?;
            cx.require(Permission::Vote)?;
            Ok((me, None))
        }
        Some(from) => {
            cx.require(Permission::RunPolls)?;
            Ok((from, Some(me)))
        }
    }
}

fn must_take_proxies(phase: Phase) -> Result<(), Refusal> {
    if phase == Phase::ToCome { Ok(()) } else { phase.must_take_ballots() }
}

async fn represented(tx: &impl ConnectionTrait, id: PollId, by: UserId) -> Result<u32> {
    let count = poll_voter::Entity::find()
        .filter(poll_voter::Column::PollId.eq(id))
        .filter(poll_voter::Column::ProxyId.eq(by))
        .count(tx)
        .await?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}
