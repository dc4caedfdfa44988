//! What came on paper: ballots given in the room or received by post, typed in by who runs the poll.
//!
//! Of an open poll, each ballot with its choice. Of a secret poll, who gave one, and the totals: nobody types in what
//! somebody voted.

use domain::{
    Refusal,
    ids::{PollId, UserId},
    policy::Permission,
    polls::{Choice, CountForm, Manner, Phase, Secrecy},
    refusal::{FieldProblem, Transition},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};

use super::{cast, electorate, event, hold, noted, secret, voter};
use crate::{Cx, Found, Result, entities::poll, events::EventKind, people};

/// Types in the ballot of somebody who voted on paper; of a secret poll, only that they did.
///
/// # Errors
/// `Forbidden` but for the chair and administrators; `NotFound`; `Invalid` for `manner` and `choice`; `PollNotOpen`,
/// `PollOver` once proclaimed, `PollCancelled`; `NotAVoter`, `AlreadyVoted`.
pub async fn take_paper(cx: &Cx, id: PollId, of: UserId, choice: &str, manner: &str) -> Result<()> {
    let outcome = try_take(cx, id, of, choice, manner).await;
    noted(cx, id, outcome).await
}

async fn try_take(cx: &Cx, id: PollId, of: UserId, choice: &str, manner: &str) -> Result<()> {
    cx.require(Permission::RunPolls)?;
    poll::Entity::find_by_id(id).one(cx.reader()).await?.found()?;
    let wrong = |field| Refusal::field(field, FieldProblem::NotAChoice);
    let manner = Manner::from_code(manner).filter(|manner| *manner != Manner::Online);
    let manner = manner.ok_or(wrong("manner"))?;
    let tx = cx.begin().await?;
    let poll = hold(&tx, id).await?;
    must_take_paper(poll.times().phase(cx.now))?;
    electorate::settle(cx, &tx, &poll).await?;
    let voter = voter(&tx, id, of).await?;
    if people::members_among(cx, &tx, &[of]).await?.is_empty() {
        return Err(Refusal::Transition(Transition::NotAVoter).into());
    }
    cast::mark(&tx, voter, manner).await?;
    match poll.secrecy {
        Secrecy::Open => {
            let choice = Choice::from_code(choice).ok_or(wrong("choice"))?;
            cast::write(cx, &tx, &poll, of, choice, manner).await?;
        }
        Secrecy::Secret => secret::shuffle(&tx, id).await?,
    }
    event(EventKind::PaperBallotTaken, &poll)?.user(of).record(cx, &tx).await?;
    cx.commit(tx).await
}

/// Writes what was counted in the ballot box of a secret poll, until its result is proclaimed.
///
/// # Errors
/// `Forbidden`; `NotFound`, also for an open poll; `Invalid`; `PollNotOpen`, `PollOver`, `PollCancelled`.
pub async fn set_paper_count(cx: &Cx, id: PollId, form: &CountForm) -> Result<()> {
    cx.require(Permission::RunPolls)?;
    let count = form.check()?;
    let tx = cx.begin().await?;
    let poll = hold(&tx, id).await?;
    if poll.secrecy != Secrecy::Secret {
        return Err(Refusal::NotFound.into());
    }
    must_take_paper(poll.times().phase(cx.now))?;
    let stored = |n: u32| Set(i32::try_from(n).unwrap_or_default());
    let mut row: poll::ActiveModel = poll.into();
    row.paper_for = stored(count.votes_for);
    row.paper_against = stored(count.votes_against);
    row.paper_abstaining = stored(count.votes_abstaining);
    let poll = row.update(&tx).await?;
    event(EventKind::PaperCounted, &poll)?.record(cx, &tx).await?;
    cx.commit(tx).await
}

/// Paper is typed in while ballots are cast, and afterwards until the result is proclaimed.
fn must_take_paper(phase: Phase) -> Result<(), Refusal> {
    if phase == Phase::ToCount { Ok(()) } else { phase.must_take_ballots() }
}
