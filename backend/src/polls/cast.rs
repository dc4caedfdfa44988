//! Casting a ballot, for oneself or for somebody one represents.

use domain::{
    Refusal,
    ids::{PollId, UserId},
    policy::Permission,
    polls::{Choice, Manner, Receipt, Secrecy},
    refusal::{FieldProblem, Forbidden, Transition},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait};

use super::{electorate, event, hold, noted, secret, voter};
use crate::{
    Backend, Cx, Result,
    entities::{poll, poll_open_ballot, poll_voter},
    events::EventKind,
    people,
};

/// A receipt for a secret ballot, shown before it is cast.
pub fn receipt(backend: &Backend) -> Receipt {
    Receipt::from_random(backend.random())
}

/// Casts the ballot of `of`: the person asking, or somebody whom they represent. It is for good.
///
/// A secret ballot is kept under `receipt`, which the page showed to who casts it, and leaves no line in the journal. A
/// ballot that is refused leaves one, and nothing else.
///
/// # Errors
/// `Forbidden` but for members of the council; `NotFound`; `Invalid` for `choice`; `PollNotOpen`, `PollOver`,
/// `PollCancelled`; `NotAVoter`, `Represented`, `AlreadyVoted`.
pub async fn cast(cx: &Cx, id: PollId, of: Option<UserId>, choice: &str, receipt: &str) -> Result<()> {
    // What comes on paper is noted with its trace, by those who run polls.
    cx.require_oneself(Forbidden::BallotOnBehalf)?;
    let outcome = try_cast(cx, id, of, choice, receipt).await;
    noted(cx, id, outcome).await
}

async fn try_cast(cx: &Cx, id: PollId, of: Option<UserId>, choice: &str, receipt: &str) -> Result<()> {
    cx.require(Permission::Vote)?;
    let me = cx.person()?.id;
    let of = of.unwrap_or(me);
    let choice = Choice::from_code(choice).ok_or(Refusal::field("choice", FieldProblem::NotAChoice))?;
    let tx = cx.begin().await?;
    let poll = hold(&tx, id).await?;
    poll.times().phase(cx.now).must_take_ballots()?;
    electorate::settle(cx, &tx, &poll).await?;
    let voter = voter(&tx, id, of).await?;
    match voter.proxy_id {
        Some(holder) if of == me && holder != me => {
            return Err(Refusal::Transition(Transition::Represented).into());
        }
        holder if of != me && holder != Some(me) => {
            return Err(Refusal::Forbidden(Forbidden::OthersBallot).into());
        }
        _ => {}
    }
    if people::members_among(cx, &tx, &[of]).await?.is_empty() {
        return Err(Refusal::Transition(Transition::NotAVoter).into());
    }
    mark(&tx, voter, Manner::Online).await?;
    match poll.secrecy {
        Secrecy::Open => {
            write(cx, &tx, &poll, of, choice, Manner::Online).await?;
            event(EventKind::BallotCast, &poll)?.user(of).record(cx, &tx).await?;
        }
        Secrecy::Secret => secret::put(&tx, &poll, choice, &Receipt::read(receipt)?).await?,
    }
    cx.commit(tx).await
}

/// Notes that there is a ballot of this person.
pub(super) async fn mark(tx: &impl ConnectionTrait, voter: poll_voter::Model, manner: Manner) -> Result<()> {
    if voter.has_voted {
        return Err(Refusal::Transition(Transition::AlreadyVoted).into());
    }
    let mut voter: poll_voter::ActiveModel = voter.into();
    voter.has_voted = Set(true);
    voter.manner = Set(manner.code().to_owned());
    voter.update(tx).await?;
    Ok(())
}

/// Writes a ballot that is not secret.
pub(super) async fn write(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    poll: &poll::Model,
    of: UserId,
    choice: Choice,
    manner: Manner,
) -> Result<()> {
    let row = poll_open_ballot::ActiveModel {
        poll_id: Set(poll.id),
        user_id: Set(of),
        choice: Set(choice),
        manner: Set(manner),
        cast_by: Set(cx.person()?.id),
        cast_at: Set(cx.now),
    };
    poll_open_ballot::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}
