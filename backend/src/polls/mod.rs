//! Polls: a question put to the council, its ballots, its result.
//!
//! Each change holds the row of its poll, so that ballots, the end and the result come one after the other. What keeps a
//! secret poll secret is in `secret.rs`.

mod cast;
mod count;
mod electorate;
mod paper;
mod prepare;
mod proxies;
mod register;
mod secret;
mod usual;
mod view;

pub use cast::{cast, receipt};
pub use count::proclaim;
pub use electorate::open_due;
pub use paper::{set_paper_count, take_paper};
pub use prepare::{cancel, change, close_now, prepare, prepare_on_framing, text_to_adopt};
pub use proxies::{give_proxy, take_back_proxy};
pub use register::{BallotRow, Ballots, PollRow, Register, ballots, list, of_text, register};
pub use usual::{change_usual, usual};
pub use view::{FramingOfPoll, Mine, PollView, Represented, TextOfPoll, Voter, show, typed};

pub(crate) use register::{
    any_unsettled, must_not_be_polled, questions, texts_put_to_the_vote, unproclaimed,
};

use domain::{
    Refusal,
    ids::{PollId, UserId},
    refusal::Transition,
};
use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect};

use crate::{
    Cx, Found, Result,
    entities::{poll, poll_voter},
    events::{Event, EventKind},
};

#[cfg(test)]
mod tests;

/// The poll, kept from all other changes until this one is committed.
async fn hold(tx: &impl ConnectionTrait, id: PollId) -> Result<poll::Model> {
    poll::Entity::find_by_id(id).lock_exclusive().one(tx).await?.found()
}

/// Somebody who may vote in it.
async fn voter(tx: &impl ConnectionTrait, poll: PollId, user: UserId) -> Result<poll_voter::Model> {
    let found = poll_voter::Entity::find_by_id((poll, user)).one(tx).await?;
    found.ok_or_else(|| Refusal::Transition(Transition::NotAVoter).into())
}

/// A line of the journal about a poll. Of a secret ballot there is none.
fn event(kind: EventKind, poll: &poll::Model) -> Result<Event> {
    let event = Event::new(kind).data(&serde_json::json!({ "poll": poll.id }))?;
    Ok(match poll.contribution_id {
        Some(text) => event.contribution(text),
        None => event,
    })
}

/// Notes that somebody tried what was refused, and gives the refusal back: the poll itself keeps no trace of it.
async fn noted<T>(cx: &Cx, id: PollId, outcome: Result<T>) -> Result<T> {
    let why = match &outcome {
        Err(crate::Error::Refused(why @ (Refusal::Transition(_) | Refusal::Forbidden(_)))) => why,
        _ => return outcome,
    };
    if cx.actor.person().is_some() {
        let tx = cx.begin().await?;
        let data = serde_json::json!({ "poll": id, "why": why });
        Event::new(EventKind::BallotRefused).data(&data)?.record(cx, &tx).await?;
        cx.commit(tx).await?;
    }
    outcome
}
