//! What each person last opened of each text: one line a person and a text, written only when it changes.

use chrono::{DateTime, Utc};
use domain::{
    Version,
    ids::{ContributionId, UserId},
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QueryTrait, Statement, sea_query::OnConflict};

use crate::{Cx, entities::reading};

/// Notes that somebody has this version before their eyes.
pub(super) fn noted(
    db: &impl ConnectionTrait,
    user: UserId,
    text: ContributionId,
    version: Version,
    at: DateTime<Utc>,
) -> Statement {
    let row = reading::ActiveModel {
        user_id: Set(user),
        contribution_id: Set(text),
        version: Set(version),
        at: Set(at),
    };
    let again = OnConflict::columns([reading::Column::UserId, reading::Column::ContributionId])
        .update_columns([reading::Column::Version, reading::Column::At])
        .to_owned();
    reading::Entity::insert(row).on_conflict(again).build(db.get_database_backend())
}

/// Notes what the person asking opened, if it is not what they last opened. A page is shown whether or not this works.
pub(super) async fn opened(cx: &Cx, text: ContributionId, version: Version, before: Option<Version>) {
    // What is opened on behalf of somebody, they have not read.
    let reads = before != Some(version) && cx.acting().is_none();
    let Some(user) = cx.actor.user_id().filter(|_| reads) else { return };
    let writer = cx.backend.db().writer();
    if let Err(error) = writer.execute_raw(noted(writer, user, text, version, cx.now)).await {
        tracing::warn!(contribution = %text, %error, "a reading is not noted");
    }
}
