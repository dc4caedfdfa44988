//! Sheets of the toolbox, for those who read it.

use chrono::{DateTime, Utc};
use domain::{
    policy::{Permission, ToolboxAction},
    search::SubjectKind,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::{Named, Readable};
use crate::{Cx, Result, entities::method, search::view::Subject, toolbox};

/// Whether the person asking sees those that are in the index: what was put aside is not.
pub(super) fn visible(cx: &Cx) -> bool {
    cx.may(Permission::Toolbox(ToolboxAction::Read))
}

pub(super) async fn all(db: &impl ConnectionTrait) -> Result<Vec<(i64, DateTime<Utc>)>> {
    let rows = method::Entity::find()
        .select_only()
        .columns([method::Column::Id, method::Column::ChangedAt])
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows)
}

pub(super) async fn read(db: &impl ConnectionTrait, ids: Vec<i64>) -> Result<Vec<Readable>> {
    let rows = method::Entity::find()
        .filter(method::Column::Id.is_in(ids))
        .filter(method::Column::SetAside.eq(false))
        .all(db)
        .await?;
    let readable = |row: method::Model| {
        let texts = [&row.use_when, &row.room, &row.variants, &row.traps, &row.accessibility];
        let texts: Vec<String> = texts.into_iter().map(|text| markdown::plain(text)).collect();
        let steps = row.steps.replace('|', ":");
        Readable {
            kind: SubjectKind::Method,
            id: row.id.0,
            group: None,
            contribution: None,
            authors: Vec::new(),
            at: row.changed_at,
            // Whoever reads English looks for English words.
            body: [row.aim, steps, texts.join("\n"), row.source, markdown::plain(&row.english)].join("\n"),
            title: row.title,
        }
    };
    Ok(rows.into_iter().map(readable).collect())
}

pub(super) async fn named(cx: &Cx, ids: Vec<i64>) -> Result<Vec<(i64, Named)>> {
    let rows = toolbox::named(cx, ids).await?;
    let named = |(id, slug, title): (domain::ids::MethodId, String, String)| {
        (id.0, Named { subject: Subject::Method { slug }, title, by: Vec::new() })
    };
    Ok(rows.into_iter().map(named).collect())
}
