//! Making what is attached to a text ours, before it is changed.

use domain::{Refusal, Version, contributions::State, ids::ContributionId, refusal::Transition};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect, sea_query::Expr,
};

use crate::{Result, entities::contribution};

/// What is held of a text.
pub(in super::super) struct Holding {
    /// The column that counts it.
    pub counted: contribution::Column,
    /// How many more or less there are.
    pub more: i32,
    /// The version that it stands on, if that matters.
    pub version: Option<Version>,
    /// The states in which it may change.
    pub states: fn(State) -> bool,
}

/// Makes what is attached to a text ours; `false` if another version came meanwhile.
///
/// # Errors
/// `Transition` once the text is in another state.
pub(in super::super) async fn hold(
    tx: &impl ConnectionTrait,
    text: ContributionId,
    holding: &Holding,
) -> Result<bool> {
    use contribution::Column as C;
    let Holding { counted, more, version, states } = *holding;
    let mut held = contribution::Entity::update_many()
        .col_expr(counted, Expr::col(counted).add(more))
        .filter(C::Id.eq(text));
    if let Some(version) = version {
        held = held.filter(C::Version.eq(version));
    }
    let possible = State::ALL.iter().copied().filter(|state| states(*state));
    if held.filter(C::State.is_in(possible)).exec(tx).await?.rows_affected == 1 {
        return Ok(true);
    }
    let state: Option<State> =
        contribution::Entity::find_by_id(text).select_only().column(C::State).into_tuple().one(tx).await?;
    if state.is_some_and(states) {
        return Ok(false);
    }
    Err(Refusal::Transition(Transition::ContributionState).into())
}
