//! The policy as conditions of queries: which groups each person finds in lists. A test compares them with the policy,
//! person by person and record by record.

use domain::{Actor, groups::Visibility};
use sea_orm::{ColumnTrait, Condition};

use crate::entities::group;

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

/// The groups whose people `actor` sees (`GroupAction::SeePeople`).
pub(crate) fn people_visible_to(actor: &Actor) -> Condition {
    if actor.is_administrator() { every_group() } else { work_visible_to(actor) }
}

fn mine(actor: &Actor) -> Condition {
    Condition::any().add(group::Column::Id.is_in(actor.groups()))
}

/// Always true: an empty condition would vanish where it stands beside others.
fn every_group() -> Condition {
    Condition::any().add(group::Column::Id.is_not_null())
}
