//! Answering who asks one to stand in for them, and ending a delegation.

use domain::{
    FieldProblem, Refusal,
    delegations::{DelegationState, Office},
    groups::Answer,
    ids::{DelegationId, UserId},
    refusal::Forbidden,
    refusal::Transition,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait, QuerySelect};

use super::offer::{eligible, event};
use crate::{Cx, Found, Result, entities::delegation, events::EventKind};

fn over() -> Refusal {
    Refusal::Transition(Transition::DelegationOver)
}

/// What was given, unless its days are over.
async fn held(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    id: DelegationId,
    theirs: impl Fn(&delegation::Model) -> bool,
) -> Result<(delegation::Model, Office)> {
    let row = delegation::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    let row = row.filter(theirs).found()?;
    let office = Office::of(row.role, row.group_id).found()?;
    if row.ends_on < cx.today() { Err(over().into()) } else { Ok((row, office)) }
}

/// Accepts to stand in for somebody, or declines.
///
/// # Errors
/// `SignInRequired`; `NotFound` for what is asked of somebody else; `Invalid`; `DelegationOver` when it was answered or
/// taken back, when its days are over, or when one of the two may not any more.
pub async fn answer(cx: &Cx, id: DelegationId, answer: &str) -> Result<Answer> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let me = cx.person()?.id;
    let answer = Answer::from_code(answer).ok_or(Refusal::field("answer", FieldProblem::NotAChoice))?;
    let tx = cx.begin().await?;
    let (row, office) = held(cx, &tx, id, |row| row.to_id == me).await?;
    let (next, kind) = match answer {
        Answer::Accept => (DelegationState::Accepted, EventKind::DelegationAccepted),
        Answer::Refuse => (DelegationState::Declined, EventKind::DelegationDeclined),
    };
    let state = row.state.becomes(next)?;
    let from = row.from_id;
    if answer == Answer::Accept && !both_may(cx, &tx, from, office).await? {
        return Err(over().into());
    }
    let mut row: delegation::ActiveModel = row.into();
    row.state = Set(state);
    row.answered_at = Set(Some(cx.now));
    row.update(&tx).await?;
    event(kind, id, office, from)?.record(cx, &tx).await?;
    cx.commit(tx).await?;
    cx.backend.0.delegated.forget();
    Ok(answer)
}

/// Whether who gives it still holds it, and who was asked may still have it, today.
async fn both_may(cx: &Cx, tx: &impl ConnectionTrait, from: UserId, office: Office) -> Result<bool> {
    let me = cx.person()?.id;
    let (giver, _) = crate::people::actor_of(cx, from).await?;
    let holds = giver.person().is_some_and(|giver| giver.own_offices().contains(&office));
    // Those who may stand in for whoever gives it.
    let as_giver = Cx { actor: giver, ..cx.clone() };
    Ok(holds && eligible(&as_giver, tx, office).await?.iter().any(|person| person.id == me))
}

/// Ends a delegation: who gave it takes it back, answered or not; who accepted it gives it up.
///
/// # Errors
/// `SignInRequired`; `NotFound` for that of others; `DelegationOver`.
pub async fn end(cx: &Cx, id: DelegationId) -> Result<()> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let me = cx.person()?.id;
    let tx = cx.begin().await?;
    let (row, office) = held(cx, &tx, id, |row| row.from_id == me || row.to_id == me).await?;
    let gives = row.from_id == me;
    let next = match row.state {
        DelegationState::Waiting if gives => DelegationState::Withdrawn,
        _ => DelegationState::Ended,
    };
    let state = row.state.becomes(next)?;
    let other = if gives { row.to_id } else { row.from_id };
    let mut row: delegation::ActiveModel = row.into();
    row.state = Set(state);
    row.ended_at = Set(Some(cx.now));
    row.ended_by = Set(Some(me));
    row.update(&tx).await?;
    event(EventKind::DelegationEnded, id, office, other)?.record(cx, &tx).await?;
    cx.commit(tx).await?;
    cx.backend.0.delegated.forget();
    Ok(())
}
