//! What an import needs to know of people, inside its own transaction.

use std::collections::BTreeMap;

use domain::{ids::UserId, people::CouncilRole};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::{create::only_the_program, mandates::in_force};
use crate::{
    Cx, Found, Result,
    entities::{mandate, user},
    events::{Event, EventKind},
};

/// Everybody by their address.
///
/// # Errors
/// `NotFound` but for the program itself.
pub async fn addresses(cx: &Cx, tx: &impl ConnectionTrait) -> Result<BTreeMap<String, UserId>> {
    only_the_program(cx)?;
    let rows: Vec<(String, UserId)> = user::Entity::find()
        .select_only()
        .columns([user::Column::Email, user::Column::Id])
        .into_tuple()
        .all(tx)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Gives somebody the keys of the installation, and says whether they lacked them.
///
/// # Errors
/// `NotFound` but for the program itself, or when there is no such person.
pub async fn make_administrator(cx: &Cx, tx: &impl ConnectionTrait, id: UserId) -> Result<bool> {
    only_the_program(cx)?;
    let row = user::Entity::find_by_id(id).one(tx).await?.found()?;
    if row.is_administrator {
        return Ok(false);
    }
    let version = row.version;
    let mut row: user::ActiveModel = row.into();
    row.is_administrator = Set(true);
    row.version = Set(version.next());
    row.update(tx).await?;
    Event::new(EventKind::PersonChanged)
        .user(id)
        .data(&serde_json::json!({ "administrator": true }))?
        .record(cx, tx)
        .await?;
    Ok(true)
}

/// Who is said to have recorded what a council had decided before it came here: the chair, or else an administrator,
/// or else the first person there is.
///
/// # Errors
/// `NotFound` but for the program itself.
pub async fn who_records(cx: &Cx, tx: &impl ConnectionTrait) -> Result<Option<UserId>> {
    only_the_program(cx)?;
    let chair = mandate::Entity::find()
        .filter(mandate::Column::Role.eq(CouncilRole::Chair))
        .filter(in_force(cx.today()))
        .order_by_asc(mandate::Column::Id)
        .one(tx)
        .await?;
    if let Some(chair) = chair {
        return Ok(Some(chair.user_id));
    }
    let first = user::Entity::find()
        .order_by_desc(user::Column::IsAdministrator)
        .order_by_asc(user::Column::Id)
        .one(tx)
        .await?;
    Ok(first.map(|user| user.id))
}
