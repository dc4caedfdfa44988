//! People: what the directory says of them, for those who read the directory. Neither address nor telephone number.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{ids::UserId, people::CouncilRole, policy::Permission, search::SubjectKind};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::{Named, Readable};
use crate::{Cx, Result, entities::user, people, search::view::Subject};

/// The query also joins `users`. Those of the directory, and nobody for who does not read it.
pub(super) fn visible(cx: &Cx) -> Option<Condition> {
    cx.may(Permission::ReadDirectory).then(|| people::holding_mandates(cx.today(), CouncilRole::ALL))
}

pub(super) async fn all(db: &impl ConnectionTrait) -> Result<Vec<(i64, DateTime<Utc>)>> {
    let rows = user::Entity::find()
        .select_only()
        .columns([user::Column::Id, user::Column::CreatedAt])
        .filter(user::Column::ErasedAt.is_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows)
}

pub(super) async fn read(db: &impl ConnectionTrait, ids: Vec<i64>) -> Result<Vec<Readable>> {
    let rows = user::Entity::find()
        .filter(user::Column::Id.is_in(ids))
        .filter(user::Column::ErasedAt.is_null())
        .all(db)
        .await?;
    let readable = |row: user::Model| Readable {
        kind: SubjectKind::Person,
        id: row.id.0,
        group: None,
        contribution: None,
        authors: Vec::new(),
        at: row.created_at,
        title: row.name,
        body: said([row.organisation, row.commune, row.college, row.about]).join("\n"),
    };
    Ok(rows.into_iter().map(readable).collect())
}

pub(super) async fn named(cx: &Cx, ids: Vec<i64>) -> Result<Vec<(i64, Named)>> {
    let users: Vec<UserId> = ids.iter().copied().map(UserId).collect();
    let mut roles: BTreeMap<UserId, Vec<CouncilRole>> = people::roles_today(cx, users).await?;
    let rows = user::Entity::find().filter(user::Column::Id.is_in(ids)).all(cx.reader()).await?;
    let named = |row: user::Model| {
        let roles = roles.remove(&row.id).unwrap_or_default();
        let subject = Subject::Person { id: row.id, roles, from: said([row.organisation, row.commune]) };
        (row.id.0, Named { subject, title: row.name, by: Vec::new() })
    };
    Ok(rows.into_iter().map(named).collect())
}

fn said<const N: usize>(parts: [String; N]) -> Vec<String> {
    parts.into_iter().filter(|part| !part.is_empty()).collect()
}
