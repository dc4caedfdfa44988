//! Documents of the libraries: their record, the name of their file, the text of a note, the links of a dossier, what is
//! inside a file.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    ids::{DocumentId, GroupId},
    library::{DocumentKind, ElementKind, Media},
    search::SubjectKind,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect,
    sea_query::{Expr, ExprTrait},
};

use super::{Named, Readable};
use crate::{
    Cx, Result,
    entities::{document, document_tag, document_version, dossier_element, join, user},
    library,
    search::view::Subject,
};

/// The query also joins `documents`.
pub(super) fn visible(cx: &Cx) -> Condition {
    library::visible_to(cx)
}

pub(super) async fn all(db: &impl ConnectionTrait) -> Result<Vec<(i64, DateTime<Utc>)>> {
    let rows = document::Entity::find()
        .select_only()
        .columns([document::Column::Id, document::Column::ChangedAt])
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows)
}

pub(super) async fn read(db: &impl ConnectionTrait, ids: Vec<i64>) -> Result<Vec<Readable>> {
    let rows = document::Entity::find().filter(document::Column::Id.is_in(ids.clone())).all(db).await?;
    let mut keywords = keywords(db, &ids).await?;
    let mut links = links(db, &ids).await?;
    let mut inside = inside(db, &rows).await?;
    let readable = |row: document::Model| {
        let record = [
            row.description,
            keywords.remove(&row.id).unwrap_or_default(),
            row.author,
            row.source,
            // A name without spaces is several words all the same.
            row.file_name.replace(['_', '.', '-'], " "),
            row.address,
            row.audience,
            links.remove(&row.id).unwrap_or_default(),
        ];
        let mut body = record.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
        if let Some(inside) = inside.remove(&row.id) {
            // Pages begin after the record.
            body = body.replace('\u{c}', " ") + "\n" + &inside;
        }
        Readable {
            kind: if row.kind == DocumentKind::Dossier {
                SubjectKind::Dossier
            } else {
                SubjectKind::Document
            },
            id: row.id.0,
            group: row.group_id,
            contribution: None,
            authors: row.created_by.into_iter().collect(),
            at: row.changed_at,
            title: row.title,
            body,
        }
    };
    Ok(rows.into_iter().map(readable).collect())
}

async fn keywords(db: &impl ConnectionTrait, ids: &[i64]) -> Result<BTreeMap<DocumentId, String>> {
    let rows: Vec<(DocumentId, String)> = document_tag::Entity::find()
        .select_only()
        .columns([document_tag::Column::DocumentId, document_tag::Column::Tag])
        .filter(document_tag::Column::DocumentId.is_in(ids.iter().copied()))
        .order_by_asc(document_tag::Column::DocumentId)
        .order_by_asc(document_tag::Column::Position)
        .into_tuple()
        .all(db)
        .await?;
    let mut keywords: BTreeMap<DocumentId, String> = BTreeMap::new();
    for (document, tag) in rows {
        let known = keywords.entry(document).or_default();
        if !known.is_empty() {
            known.push_str(", ");
        }
        known.push_str(&tag);
    }
    Ok(keywords)
}

/// The links of dossiers, which whoever reads them sees; what is said of the rest could name what somebody may not see.
async fn links(db: &impl ConnectionTrait, ids: &[i64]) -> Result<BTreeMap<DocumentId, String>> {
    let rows: Vec<(DocumentId, String, String)> = dossier_element::Entity::find()
        .select_only()
        .columns([
            dossier_element::Column::DossierId,
            dossier_element::Column::Title,
            dossier_element::Column::Comment,
        ])
        .filter(dossier_element::Column::DossierId.is_in(ids.iter().copied()))
        .filter(dossier_element::Column::Kind.eq(ElementKind::Link))
        .order_by_asc(dossier_element::Column::DossierId)
        .order_by_asc(dossier_element::Column::Position)
        .into_tuple()
        .all(db)
        .await?;
    let mut links: BTreeMap<DocumentId, String> = BTreeMap::new();
    for (dossier, title, comment) in rows {
        let known = links.entry(dossier).or_default();
        for part in [title, markdown::plain(&comment)] {
            known.push_str(&part);
            known.push('\n');
        }
    }
    Ok(links)
}

/// What documents hold, in plain words: their last version.
async fn inside(db: &impl ConnectionTrait, rows: &[document::Model]) -> Result<BTreeMap<DocumentId, String>> {
    let mut inside = notes(db, rows.iter().map(|row| row.id.0).collect()).await?;
    // Of a sound or a film, what its captions say.
    inside.extend(library::said_in(db, rows).await?);
    // Few documents are read together: `index` sees to it.
    for row in rows {
        if let Some(sha256) = &row.sha256 {
            let text = library::text_for_search(db, sha256).await?;
            if !text.is_empty() {
                inside.insert(row.id, text);
            }
        }
    }
    Ok(inside)
}

async fn notes(db: &impl ConnectionTrait, ids: Vec<i64>) -> Result<BTreeMap<DocumentId, String>> {
    let last = Expr::col((document_version::Entity, document_version::Column::Number))
        .equals((document::Entity, document::Column::Latest));
    let notes: Vec<(DocumentId, String)> = document_version::Entity::find()
        .select_only()
        .columns([document_version::Column::DocumentId, document_version::Column::Body])
        .join(
            JoinType::InnerJoin,
            join::<document_version::Entity, document::Entity>(
                document_version::Column::DocumentId,
                document::Column::Id,
            ),
        )
        .filter(document_version::Column::DocumentId.is_in(ids))
        .filter(document_version::Column::Body.ne(""))
        .filter(last)
        .into_tuple()
        .all(db)
        .await?;
    Ok(notes.into_iter().map(|(id, body)| (id, markdown::plain(&body))).collect())
}

pub(super) async fn named(cx: &Cx, ids: Vec<i64>) -> Result<Vec<(i64, Named)>> {
    #[derive(FromQueryResult)]
    struct Line {
        id: DocumentId,
        kind: DocumentKind,
        title: String,
        author: String,
        media_type: String,
        group_id: Option<GroupId>,
        by: Option<String>,
    }
    let by = join::<document::Entity, user::Entity>(document::Column::CreatedBy, user::Column::Id);
    let lines: Vec<Line> = document::Entity::find()
        .select_only()
        .columns([
            document::Column::Id,
            document::Column::Kind,
            document::Column::Title,
            document::Column::Author,
            document::Column::MediaType,
            document::Column::GroupId,
        ])
        .column_as(user::Column::Name, "by")
        .join(JoinType::LeftJoin, by)
        .filter(document::Column::Id.is_in(ids))
        .into_model()
        .all(cx.reader())
        .await?;
    let named = |line: Line| {
        let subject = Subject::Document {
            id: line.id,
            kind: line.kind,
            media: Media::of(&line.media_type),
            common: line.group_id.is_none(),
        };
        // Who wrote it is worth more than who deposited it.
        let by = if line.author.is_empty() { line.by } else { Some(line.author) };
        (line.id.0, Named { subject, title: line.title, by: by.into_iter().collect() })
    };
    Ok(lines.into_iter().map(named).collect())
}
