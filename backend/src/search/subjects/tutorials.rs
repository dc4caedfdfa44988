//! Tutorials, for those who follow them.

use chrono::{DateTime, Utc};
use domain::{
    policy::{Permission, TutorialAction},
    search::SubjectKind,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::{Named, Readable};
use crate::{Cx, Result, entities::tutorial, search::view::Subject, tutorials};

/// Whether the person asking sees those that are in the index: what was put aside is not.
pub(super) fn visible(cx: &Cx) -> bool {
    cx.may(Permission::Tutorial(TutorialAction::Read))
}

pub(super) async fn all(db: &impl ConnectionTrait) -> Result<Vec<(i64, DateTime<Utc>)>> {
    let rows = tutorial::Entity::find()
        .select_only()
        .columns([tutorial::Column::Id, tutorial::Column::ChangedAt])
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows)
}

pub(super) async fn read(db: &impl ConnectionTrait, ids: Vec<i64>) -> Result<Vec<Readable>> {
    let rows = tutorial::Entity::find()
        .filter(tutorial::Column::Id.is_in(ids))
        .filter(tutorial::Column::SetAside.eq(false))
        .all(db)
        .await?;
    // Whoever reads English looks for English words.
    let readable = |row: tutorial::Model| Readable {
        kind: SubjectKind::Tutorial,
        id: row.id.0,
        group: None,
        contribution: None,
        authors: Vec::new(),
        at: row.changed_at,
        body: [
            row.summary,
            markdown::plain(&row.body),
            row.title_en,
            row.summary_en,
            markdown::plain(&row.body_en),
        ]
        .join("\n"),
        title: row.title,
    };
    Ok(rows.into_iter().map(readable).collect())
}

pub(super) async fn named(cx: &Cx, ids: Vec<i64>) -> Result<Vec<(i64, Named)>> {
    let rows = tutorials::named(cx, ids).await?;
    let named = |(id, slug, title): (domain::ids::TutorialId, String, String)| {
        (id.0, Named { subject: Subject::Tutorial { slug }, title, by: Vec::new() })
    };
    Ok(rows.into_iter().map(named).collect())
}
