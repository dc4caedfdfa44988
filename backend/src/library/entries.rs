//! Writing what stands where.

use domain::{
    Version,
    ids::{DocumentId, EntryId},
    library::{may_be_as_deep, sort_key},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
};

use super::load::Spot;
use crate::{
    Cx, Result,
    entities::library_entry,
    events::{Event, EventKind},
    fold::fold,
};

/// What names are put in order by, and compared by.
pub(super) fn sorted(name: &str) -> String {
    sort_key(&fold(name))
}

/// Puts a folder, or a document, at a place.
pub(super) async fn insert(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    spot: &Spot,
    name: &str,
    document: Option<DocumentId>,
) -> Result<library_entry::Model> {
    let row = library_entry::ActiveModel {
        group_id: Set(spot.library.id()),
        parent_id: Set(spot.folder_id()),
        path: Set(spot.path()),
        shelf: Set(spot.shelf()),
        rank: Set(i32::from(document.is_some())),
        name: Set(name.to_owned()),
        sorted: Set(sorted(name)),
        document_id: Set(document),
        created_at: Set(cx.now),
        created_by: Set(cx.actor.user_id()),
        version: Set(Version::FIRST),
        binned_at: Set(None),
        binned_by: Set(None),
        binned_with: Set(None),
        ..Default::default()
    };
    Ok(row.insert(tx).await?)
}

/// The folder of that name at a place, if there is one.
pub(super) async fn folder_named(
    tx: &impl ConnectionTrait,
    spot: &Spot,
    name: &str,
) -> Result<Option<library_entry::Model>> {
    let row = library_entry::Entity::find()
        .filter(library_entry::Column::Shelf.eq(spot.shelf()))
        .filter(library_entry::Column::Rank.eq(0))
        .filter(library_entry::Column::Sorted.eq(sorted(name)))
        .limit(1)
        .one(tx)
        .await?;
    Ok(row)
}

/// The place at the end of these folders, made where they are missing.
pub(super) async fn folders_along(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    spot: &Spot,
    names: &[String],
) -> Result<Spot> {
    may_be_as_deep(spot.folders().len() + names.len())?;
    let mut spot = spot.clone();
    for name in names {
        let folder = match folder_named(tx, &spot, name).await? {
            Some(folder) => folder,
            None => {
                let made = insert(cx, tx, &spot, name, None).await?;
                told(cx, tx, EventKind::FolderCreated, &spot, made.id, None).await?;
                made
            }
        };
        spot.folder = Some(folder);
    }
    Ok(spot)
}

/// Writes in the journal what was done to an entry.
pub(super) async fn told(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    kind: EventKind,
    spot: &Spot,
    entry: EntryId,
    document: Option<DocumentId>,
) -> Result<()> {
    let event = Event::new(kind).data(&serde_json::json!({ "entry": entry, "document": document }))?;
    let event = match spot.library.id() {
        Some(group) => event.group(group),
        None => event,
    };
    event.record(cx, tx).await
}
