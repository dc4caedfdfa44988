//! Acronyms of the glossary, which everybody reads.

use chrono::{DateTime, Utc};
use domain::search::SubjectKind;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::{Named, Readable};
use crate::{Cx, Result, contributions::typeset, entities::acronym, search::view::Subject};

pub(super) async fn all(db: &impl ConnectionTrait) -> Result<Vec<(i64, DateTime<Utc>)>> {
    let rows = acronym::Entity::find()
        .select_only()
        .columns([acronym::Column::Id, acronym::Column::ChangedAt])
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows)
}

pub(super) async fn read(db: &impl ConnectionTrait, ids: Vec<i64>) -> Result<Vec<Readable>> {
    let rows = acronym::Entity::find()
        .filter(acronym::Column::Id.is_in(ids))
        .filter(acronym::Column::SetAside.eq(false))
        .all(db)
        .await?;
    let readable = |row: acronym::Model| Readable {
        kind: SubjectKind::Acronym,
        id: row.id.0,
        group: None,
        contribution: None,
        authors: Vec::new(),
        at: row.changed_at,
        title: title(&row),
        body: [row.explanation, row.explanation_en].join("\n"),
    };
    Ok(rows.into_iter().map(readable).collect())
}

pub(super) async fn named(cx: &Cx, ids: Vec<i64>) -> Result<Vec<(i64, Named)>> {
    let rows = acronym::Entity::find().filter(acronym::Column::Id.is_in(ids)).all(cx.reader()).await?;
    let named = |row: acronym::Model| {
        let title = typeset(&title(&row));
        (row.id.0, Named { subject: Subject::Acronym { slug: row.slug }, title, by: Vec::new() })
    };
    Ok(rows.into_iter().map(named).collect())
}

fn title(row: &acronym::Model) -> String {
    format!("{} : {}", row.term, row.expansion)
}
