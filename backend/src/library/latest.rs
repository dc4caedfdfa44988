//! The last documents of a library, and the libraries that somebody reads.

use chrono::{DateTime, Utc};
use domain::{
    groups::GroupState,
    ids::{DocumentId, EntryId, GroupId},
    library::{DocumentKind, Media},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select,
};

use super::{
    folder::{EntryRow, RowKind},
    tags::tags_of,
    visible_to,
};
use crate::{
    Cx, Result,
    contributions::{GroupRef, typeset},
    entities::{document, group, join, library_entry, user},
    groups,
};

/// Documents shown.
const LATEST: u64 = 3;
/// Libraries shown.
const LIBRARIES: u64 = 50;

#[derive(FromQueryResult)]
struct Line {
    id: DocumentId,
    title: String,
    kind: DocumentKind,
    media_type: String,
    bytes: i64,
    changed_at: DateTime<Utc>,
    by: Option<String>,
}

/// The last three documents that a group deposited, as far as the person asking reads them.
///
/// # Errors
/// The database cannot be read.
pub async fn latest(cx: &Cx, group: GroupId) -> Result<Vec<EntryRow>> {
    let found = document::Entity::find()
        .filter(document::Column::GroupId.eq(group))
        .filter(visible_to(cx))
        .order_by_desc(document::Column::CreatedAt)
        .order_by_desc(document::Column::Id)
        .limit(LATEST);
    rows_of_documents(cx, found).await
}

/// Documents as rows, wherever they stand.
pub(super) async fn rows_of_documents(cx: &Cx, found: Select<document::Entity>) -> Result<Vec<EntryRow>> {
    let by = join::<document::Entity, user::Entity>(document::Column::ChangedBy, user::Column::Id);
    let lines: Vec<Line> = found
        .select_only()
        .columns([
            document::Column::Id,
            document::Column::Title,
            document::Column::Kind,
            document::Column::MediaType,
            document::Column::Bytes,
            document::Column::ChangedAt,
        ])
        .column_as(user::Column::Name, "by")
        .join(JoinType::LeftJoin, by)
        .into_model()
        .all(cx.reader())
        .await?;
    let ids: Vec<DocumentId> = lines.iter().map(|line| line.id).collect();
    let mut tags = tags_of(cx, &ids).await?;
    let row = |line: Line| EntryRow {
        // Not an entry: a document, wherever it stands.
        id: EntryId(0),
        name: line.title,
        tags: tags.remove(&line.id).unwrap_or_default(),
        what: RowKind::Document {
            id: line.id,
            kind: line.kind,
            media: Media::of(&line.media_type),
            bytes: u64::try_from(line.bytes).unwrap_or_default(),
            changed_at: line.changed_at,
            by: line.by,
        },
        change: false,
    };
    Ok(lines.into_iter().map(row).collect())
}

/// The groups whose library the person asking reads: their own, and those where something is.
///
/// # Errors
/// The database cannot be read.
pub async fn libraries(cx: &Cx) -> Result<Vec<GroupRef>> {
    let filled = library_entry::Entity::find()
        .select_only()
        .column(library_entry::Column::GroupId)
        .filter(library_entry::Column::GroupId.is_not_null())
        .filter(library_entry::Column::BinnedAt.is_null())
        .distinct()
        .into_query();
    let mine = Condition::all()
        .add(group::Column::Id.is_in(cx.actor.groups()))
        .add(group::Column::State.ne(GroupState::Closed));
    let found: Vec<(String, String)> = group::Entity::find()
        .select_only()
        .columns([group::Column::Slug, group::Column::Name])
        .filter(groups::work_visible_to(&cx.actor))
        .filter(Condition::any().add(group::Column::Id.in_subquery(filled)).add(mine))
        .order_by_asc(group::Column::NameFolded)
        .limit(LIBRARIES)
        .into_tuple()
        .all(cx.reader())
        .await?;
    Ok(found.into_iter().map(|(slug, name)| GroupRef { slug, name: typeset(&name) }).collect())
}
