//! Answering a handover, or taking it back. Accepted, the roles move at once.

use chrono::Days;
use domain::{
    Refusal,
    actor::Period,
    groups::{Answer, GroupRole, HandoverState},
    ids::{GroupId, HandoverId, UserId},
    people::CouncilRole,
    policy::group_is_at_work,
    refusal::Transition,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
};

use super::offer::ROLE;
use crate::{
    Cx, Found, Result,
    entities::{group, handover, mandate, membership},
    events::{Event, EventKind},
    groups, people,
};

/// Accepts or declines what somebody hands over to the person asking; gives the address of the group, if it is one.
///
/// # Errors
/// `SignInRequired`; `NotFound` for what is not handed over to them; `Invalid`; `HandoverOver` when it was answered or
/// taken back, or when one of the two may not do it any more; `GroupClosed`.
pub async fn answer(cx: &Cx, id: HandoverId, answer: &str) -> Result<(Option<String>, Answer)> {
    let me = cx.person()?.id;
    let answer =
        Answer::from_code(answer).ok_or(Refusal::field("answer", domain::FieldProblem::NotAChoice))?;
    let tx = cx.begin().await?;
    let row = handover::Entity::find_by_id(id).lock_exclusive().one(&tx).await?;
    let row = row.filter(|row| row.to_id == me).found()?;
    let next = if answer == Answer::Accept { HandoverState::Accepted } else { HandoverState::Declined };
    let state = row.state.becomes(next)?;
    let (from, group) = (row.from_id, row.group_id);
    let slug = match group {
        Some(group) => group::Entity::find_by_id(group).one(&tx).await?.map(|group| group.slug),
        None => None,
    };
    let mut row: handover::ActiveModel = row.into();
    row.state = Set(state);
    row.answered_at = Set(Some(cx.now));
    row.update(&tx).await?;
    let kind = match (answer, group) {
        (Answer::Refuse, _) => EventKind::HandoverDeclined,
        (Answer::Accept, Some(group)) => {
            move_group(cx, &tx, group, from, me).await?;
            EventKind::HandoverAccepted
        }
        (Answer::Accept, None) => {
            move_chair(cx, &tx, from, me).await?;
            EventKind::HandoverAccepted
        }
    };
    let event = Event::new(kind).user(from);
    let event = match group {
        Some(group) => event.group(group),
        None => event,
    };
    event.record(cx, &tx).await?;
    cx.commit(tx).await?;
    Ok((slug, answer))
}

/// Takes back what one hands over, as long as nobody answered; gives the address of the group, if it is one.
///
/// # Errors
/// `SignInRequired`; `NotFound` for what is another's; `HandoverOver`.
pub async fn withdraw(cx: &Cx, id: HandoverId) -> Result<Option<String>> {
    let me = cx.person()?.id;
    let tx = cx.begin().await?;
    let row = handover::Entity::find_by_id(id).lock_exclusive().one(&tx).await?;
    let row = row.filter(|row| row.from_id == me).found()?;
    let state = row.state.becomes(HandoverState::Withdrawn)?;
    let (to, group) = (row.to_id, row.group_id);
    let slug = match group {
        Some(group) => group::Entity::find_by_id(group).one(&tx).await?.map(|group| group.slug),
        None => None,
    };
    let mut row: handover::ActiveModel = row.into();
    row.state = Set(state);
    row.answered_at = Set(Some(cx.now));
    row.update(&tx).await?;
    let event = Event::new(EventKind::HandoverWithdrawn).user(to);
    let event = match group {
        Some(group) => event.group(group),
        None => event,
    };
    event.record(cx, &tx).await?;
    cx.commit(tx).await?;
    Ok(slug)
}

fn over() -> Refusal {
    Refusal::Transition(Transition::HandoverOver)
}

/// The successor runs the group; who ran it stays in it.
async fn move_group(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    group: GroupId,
    from: UserId,
    to: UserId,
) -> Result<()> {
    group_is_at_work(&groups::hold(tx, group).await?.facts())?;
    // Both as they are today: a mandate may have ended since.
    if !groups::facilitators(cx, tx, group).await?.contains(&from)
        || groups::who_may_be(cx, tx, ROLE, &[to]).await?.is_empty()
    {
        return Err(over().into());
    }
    for (user, role) in [(to, GroupRole::Facilitator), (from, GroupRole::Member)] {
        let place = groups::place_of(tx, group, user).await?.ok_or_else(over)?;
        if place.role == role {
            continue;
        }
        // What is accepted tells it: both roles are in the line of the handover.
        let mut place: membership::ActiveModel = place.into();
        place.role = Set(role);
        place.update(tx).await?;
    }
    Ok(())
}

/// The chair's mandate ended yesterday, the successor's begins today, until the same day.
async fn move_chair(cx: &Cx, tx: &impl ConnectionTrait, from: UserId, to: UserId) -> Result<()> {
    let today = cx.today();
    if people::members_among(cx, tx, &[to]).await?.is_empty() {
        return Err(over().into());
    }
    let chairs = mandate::Entity::find()
        .filter(mandate::Column::UserId.eq(from))
        .filter(mandate::Column::Role.eq(CouncilRole::Chair))
        .filter(people::in_force(today))
        .lock_exclusive()
        .all(tx)
        .await?;
    let last =
        chairs.iter().map(|chair| chair.ends_on).max_by_key(|end| end.unwrap_or(chrono::NaiveDate::MAX));
    let Some(ends_on) = last else { return Err(over().into()) };
    let yesterday = today.checked_sub_days(Days::new(1)).unwrap_or(today);
    for chair in chairs {
        if chair.starts_on > yesterday {
            // It began today: it has not been.
            mandate::Entity::delete_by_id(chair.id).exec(tx).await?;
            continue;
        }
        let mut chair: mandate::ActiveModel = chair.into();
        chair.ends_on = Set(Some(yesterday));
        chair.update(tx).await?;
    }
    let period = Period { from: today, to: ends_on };
    people::write_mandate(tx, to, CouncilRole::Chair, period).await?;
    // Who presided sits in the council until the day foreseen.
    if people::members_among(cx, tx, &[from]).await?.is_empty() {
        people::write_mandate(tx, from, CouncilRole::Member, period).await?;
    }
    for user in [from, to] {
        Event::new(EventKind::PersonChanged).user(user).record(cx, tx).await?;
    }
    Ok(())
}
