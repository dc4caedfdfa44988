//! Which texts somebody sees, as a condition that every list puts in its query.

use domain::{
    Actor,
    contributions::{CONSULTED, State},
    groups::Visibility,
    ids::GroupId,
};
use sea_orm::{ColumnTrait, Condition};

use crate::{
    Cx,
    entities::{contribution, group},
};

/// The texts that the person asking may read today; the query also joins `groups`.
///
/// A test compares this with `domain::policy`, person by person, state by state.
pub(crate) fn visible_to(cx: &Cx) -> Condition {
    let actor = &cx.actor;
    if matches!(actor, Actor::System) {
        return Condition::all();
    }
    let mut seen = Condition::any().add(contribution::Column::State.eq(State::Published));
    let own_groups: Vec<_> = actor.groups().collect();
    if !own_groups.is_empty() {
        seen = seen.add(contribution::Column::GroupId.is_in(own_groups));
    }
    if actor.presides() {
        seen = seen.add(group::Column::Visibility.ne(Visibility::Secret));
    } else if actor.is_council_member() {
        let proposed = Condition::all()
            .add(group::Column::Visibility.eq(Visibility::Closed))
            .add(contribution::Column::State.is_in([State::ReadyForAdoption, State::Adopted]));
        let consulted =
            Condition::all().add(group::Column::Visibility.eq(Visibility::Closed)).add(consulted(cx));
        seen = seen.add(group::Column::Visibility.eq(Visibility::Open)).add(proposed).add(consulted);
    }
    seen
}

/// The texts of one group that the person asking may read today: all of them for those who are in it.
pub(crate) fn visible_in(cx: &Cx, id: GroupId) -> Condition {
    let of_group = Condition::all().add(contribution::Column::GroupId.eq(id));
    match cx.actor.role_in(id) {
        Some(_) => of_group,
        None => of_group.add(visible_to(cx)),
    }
}

/// The texts in consultation today.
pub(crate) fn consulted(cx: &Cx) -> Condition {
    Condition::all()
        .add(contribution::Column::State.is_in(CONSULTED))
        .add(contribution::Column::ConsultedUntil.gte(cx.today()))
}
