//! The policy as conditions of queries: what each person finds in lists. A test compares them with the policy,
//! person by person and record by record.

use domain::{Actor, contributions::State, groups::Visibility};
use sea_orm::{ColumnTrait, Condition};

use crate::entities::{contribution, group};

/// The groups whose existence `actor` knows of (`GroupAction::See`).
pub(crate) fn visible_to(actor: &Actor) -> Condition {
    if actor.is_administrator() {
        return every_group();
    }
    let known = mine(actor).add(group::Column::Visibility.eq(Visibility::Open));
    if actor.is_council_member() {
        known.add(group::Column::Visibility.eq(Visibility::Closed))
    } else {
        known
    }
}

/// The groups whose work `actor` reads (`GroupAction::ReadWork`).
pub(crate) fn work_visible_to(actor: &Actor) -> Condition {
    if matches!(actor, Actor::System) {
        return every_group();
    }
    let mut read = mine(actor);
    if actor.is_council_member() {
        read = read.add(group::Column::Visibility.eq(Visibility::Open));
    }
    if actor.presides() {
        read = read.add(group::Column::Visibility.eq(Visibility::Closed));
    }
    read
}

/// The texts that `actor` reads, in a query that joins texts and their groups.
pub(crate) fn texts_visible_to(actor: &Actor) -> Condition {
    let read = work_visible_to(actor).add(contribution::Column::State.eq(State::Published));
    if !actor.is_council_member() {
        return read;
    }
    // What is put to the whole council is read by the whole council.
    let put_to_the_council = Condition::all()
        .add(contribution::Column::State.is_in([State::ReadyForAdoption, State::Adopted]))
        .add(group::Column::Visibility.ne(Visibility::Secret));
    read.add(put_to_the_council)
}

fn mine(actor: &Actor) -> Condition {
    Condition::any().add(group::Column::Id.is_in(actor.groups()))
}

/// Always true: an empty condition would vanish where it stands beside others.
fn every_group() -> Condition {
    Condition::any().add(group::Column::Id.is_not_null())
}
