//! What a verb needs to know of a suggestion before it decides.

use domain::{
    Refusal, Version,
    contributions::{Anchor, State, SuggestionFacts, SuggestionState},
    ids::{ContributionId, SuggestionId},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::wording::Wording;
use crate::{
    Cx, Found, Result,
    contributions::anchors::{self, Holding, bytes},
    entities::{contribution, suggestion},
};

pub(in super::super) fn wording(row: &suggestion::Model) -> Wording {
    Wording {
        anchor: Anchor {
            place: row.place,
            start: bytes(row.starts),
            end: bytes(row.ends),
            words: row.quoted.clone(),
        },
        proposed: row.proposed.clone(),
    }
}

pub(super) fn facts(cx: &Cx, row: &suggestion::Model) -> SuggestionFacts {
    SuggestionFacts { own: cx.actor.user_id() == Some(row.author_id), state: row.state }
}

/// A suggestion on that text.
pub(super) async fn find(
    db: &impl ConnectionTrait,
    text: ContributionId,
    id: SuggestionId,
) -> Result<suggestion::Model> {
    suggestion::Entity::find_by_id(id)
        .filter(suggestion::Column::ContributionId.eq(text))
        .one(db)
        .await?
        .found()
}

/// The same, as it was read by whoever would change it.
///
/// # Errors
/// `Conflict` if it was worded again since.
pub(super) async fn find_read(
    db: &impl ConnectionTrait,
    text: ContributionId,
    id: SuggestionId,
    read: Version,
) -> Result<suggestion::Model> {
    let row = find(db, text, id).await?;
    if row.state == SuggestionState::Open && row.version != read {
        return Err(Refusal::Conflict.into());
    }
    Ok(row)
}

/// The suggestions that wait on a text, in its order.
pub(in super::super) async fn waiting(
    db: &impl ConnectionTrait,
    text: ContributionId,
) -> Result<Vec<suggestion::Model>> {
    let rows = suggestion::Entity::find()
        .filter(suggestion::Column::ContributionId.eq(text))
        .filter(suggestion::Column::State.eq(SuggestionState::Open))
        .order_by_asc(suggestion::Column::Starts)
        .order_by_asc(suggestion::Column::Id)
        .all(db)
        .await?;
    Ok(rows)
}

/// Makes the suggestions of a text ours, and counts so many more or less; `version` is the one that they stand on.
///
/// # Errors
/// `Transition` once the text is no longer written.
pub(super) async fn hold(
    tx: &impl ConnectionTrait,
    text: ContributionId,
    more: i32,
    version: Option<Version>,
) -> Result<bool> {
    let counted = contribution::Column::Suggestions;
    let holding = Holding { counted, more, version, states: State::is_writable };
    anchors::hold(tx, text, &holding).await
}
