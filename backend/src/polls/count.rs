//! Proclaiming a result: it is counted, numbered in the register, and frozen; a text that is carried is adopted.

use chrono::Datelike;
use domain::{
    Refusal, Version,
    contributions::Adoption,
    ids::PollId,
    policy::Permission,
    polls::{Choice, Count, Manner, Phase, ResolutionNumber, Secrecy, tally},
    refusal::{Forbidden, Transition},
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait},
};

use super::{electorate, event, hold, secret};
use crate::{
    Cx, Found, Result, charter, clock, contributions, council,
    entities::{poll, poll_open_ballot, poll_secret_ballot, poll_voter},
    events::EventKind,
};

/// Proclaims the result of a poll that is over, and gives the number of the decision. Once, for good.
///
/// # Errors
/// `Forbidden` but for the chair and administrators, and but for the chair when a text is to be adopted; `NotFound`;
/// `PollNotOpen`, `PollRunning`, `PollOver`, `PollCancelled`; `PaperCount` unless as many ballots on paper were counted
/// as people gave one; those of `contributions::adopt` for the text.
pub async fn proclaim(cx: &Cx, id: PollId) -> Result<ResolutionNumber> {
    cx.require(Permission::RunPolls)?;
    let poll = poll::Entity::find_by_id(id).one(cx.reader()).await?.found()?;
    poll.times().phase(cx.now).must_be(Phase::ToCount)?;
    if poll.contribution_id.is_some() && !cx.actor.presides() {
        return Err(Refusal::Forbidden(Forbidden::ChairOnly).into());
    }
    let text = match poll.contribution_id {
        Some(text) => Some(contributions::to_adopt(cx, text, Version(poll.contribution_version)).await?),
        None => None,
    };
    let tx = cx.begin().await?;
    council::hold_numbers(&tx).await?;
    let poll = hold(&tx, id).await?;
    poll.times().phase(cx.now).must_be(Phase::ToCount)?;
    electorate::settle(cx, &tx, &poll).await?;
    let on_paper = voted_on_paper(&tx, id).await?;
    if poll.secrecy == Secrecy::Secret && poll.paper().total() != on_paper {
        return Err(Refusal::Transition(Transition::PaperCount).into());
    }
    let entitled = poll_voter::Entity::find().filter(poll_voter::Column::PollId.eq(id)).count(&tx).await?;
    let cast = ballots(&tx, &poll).await?.and(poll.paper());
    let result = tally(&poll.rules(), u32::try_from(entitled).unwrap_or(u32::MAX), cast);
    let decided_on = clock::day(poll.closes_at);
    let number = next_number(&tx, decided_on.year()).await?;
    if poll.secrecy == Secrecy::Secret {
        secret::shuffle(&tx, id).await?;
    }
    let stored = |n: u32| Set(i32::try_from(n).unwrap_or(i32::MAX));
    let mut row: poll::ActiveModel = poll.clone().into();
    row.has_electorate = Set(true);
    row.proclaimed_at = Set(Some(cx.now));
    row.proclaimed_by = Set(Some(cx.person()?.id));
    row.entitled = stored(result.entitled);
    row.votes_for = stored(cast.votes_for);
    row.votes_against = stored(cast.votes_against);
    row.votes_abstaining = stored(cast.votes_abstaining);
    row.carried = Set(result.is_carried());
    row.year = Set(Some(number.year));
    row.sequence = Set(i32::try_from(number.sequence).ok());
    let poll = row.update(&tx).await?;
    if let Some(text) = text
        && result.is_carried()
    {
        let decided = Adoption {
            body: poll.body.clone(),
            adopted_on: decided_on,
            votes_for: cast.votes_for,
            votes_against: cast.votes_against,
            votes_abstaining: cast.votes_abstaining,
        };
        contributions::adopt_in(cx, &tx, &text, &decided).await?;
    }
    if let Some(version) = poll.framing_version_id {
        let is_carried = result.is_carried();
        let decided = charter::Decided { number, body: poll.body.clone(), on: decided_on, is_carried };
        charter::voted(cx, &tx, version, &decided).await?;
    }
    event(EventKind::PollProclaimed, &poll)?.record(cx, &tx).await?;
    cx.commit(tx).await?;
    if poll.secrecy == Secrecy::Secret {
        secret::leave_no_trace(cx).await;
    }
    Ok(number)
}

/// How many people gave a ballot on paper.
async fn voted_on_paper(db: &impl ConnectionTrait, id: PollId) -> Result<u32> {
    let count = poll_voter::Entity::find()
        .filter(poll_voter::Column::PollId.eq(id))
        .filter(poll_voter::Column::HasVoted.eq(true))
        .filter(poll_voter::Column::Manner.ne(Manner::Online.code()))
        .count(db)
        .await?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

/// The ballots that are written down, counted.
async fn ballots(tx: &impl ConnectionTrait, poll: &poll::Model) -> Result<Count> {
    let number = || Expr::col(sea_orm::sea_query::Asterisk).count();
    let counted: Vec<(Choice, i64)> = match poll.secrecy {
        Secrecy::Open => {
            let found = poll_open_ballot::Entity::find().filter(poll_open_ballot::Column::PollId.eq(poll.id));
            let found = found.select_only().column(poll_open_ballot::Column::Choice).expr_as(number(), "n");
            found.group_by(poll_open_ballot::Column::Choice).into_tuple().all(tx).await?
        }
        Secrecy::Secret => {
            let found =
                poll_secret_ballot::Entity::find().filter(poll_secret_ballot::Column::PollId.eq(poll.id));
            let found = found.select_only().column(poll_secret_ballot::Column::Choice).expr_as(number(), "n");
            found.group_by(poll_secret_ballot::Column::Choice).into_tuple().all(tx).await?
        }
    };
    let add = |count: Count, (choice, n): &(Choice, i64)| {
        count.with(*choice, u32::try_from(*n).unwrap_or(u32::MAX))
    };
    Ok(counted.iter().fold(Count::default(), add))
}

/// The number after the last of its year. The caller holds the numbers.
async fn next_number(tx: &impl ConnectionTrait, year: i32) -> Result<ResolutionNumber> {
    let last: Option<Option<i32>> = poll::Entity::find()
        .select_only()
        .column_as(poll::Column::Sequence.max(), "last")
        .filter(poll::Column::Year.eq(year))
        .into_tuple()
        .one(tx)
        .await?;
    let last = u32::try_from(last.flatten().unwrap_or_default()).unwrap_or_default();
    Ok(ResolutionNumber { year, sequence: last + 1 })
}
