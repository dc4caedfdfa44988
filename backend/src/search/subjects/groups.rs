//! Groups: their name and what is asked of them, for those who may know that they exist.

use chrono::{DateTime, Utc};
use domain::search::SubjectKind;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::{Named, Readable};
use crate::{Cx, Result, contributions::typeset, entities::group, groups, search::view::Subject};

/// The query also joins `groups`.
pub(super) fn visible(cx: &Cx) -> Condition {
    groups::visible_to(&cx.actor)
}

pub(super) async fn all(db: &impl ConnectionTrait) -> Result<Vec<(i64, DateTime<Utc>)>> {
    let rows = group::Entity::find()
        .select_only()
        .columns([group::Column::Id, group::Column::CreatedAt])
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows)
}

pub(super) async fn read(db: &impl ConnectionTrait, ids: Vec<i64>) -> Result<Vec<Readable>> {
    let rows = group::Entity::find().filter(group::Column::Id.is_in(ids)).all(db).await?;
    let readable = |row: group::Model| Readable {
        kind: SubjectKind::Group,
        id: row.id.0,
        group: Some(row.id),
        contribution: None,
        authors: Vec::new(),
        at: row.created_at,
        title: row.name,
        body: row.mandate,
    };
    Ok(rows.into_iter().map(readable).collect())
}

pub(super) async fn named(cx: &Cx, ids: Vec<i64>) -> Result<Vec<(i64, Named)>> {
    let rows = group::Entity::find().filter(group::Column::Id.is_in(ids)).all(cx.reader()).await?;
    let named = |row: group::Model| {
        let title = typeset(&row.name);
        let subject =
            Subject::Group { slug: row.slug, kind: row.kind, visibility: row.visibility, state: row.state };
        (row.id.0, Named { subject, title, by: Vec::new() })
    };
    Ok(rows.into_iter().map(named).collect())
}
