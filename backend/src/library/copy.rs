//! Copying: other documents that begin with the same contents.

use std::collections::BTreeMap;

use domain::{
    FieldProblem, Refusal,
    ids::{DocumentId, EntryId},
    library::{DocumentKind, NAME_MAX, may_stand},
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::{
    arrange::{levels_below, rows_of},
    captions,
    change::record_of,
    content,
    create::{File, Made, write},
    entries::{insert, sorted, told},
    load::{Spot, hold, spot_to_fill, standing},
    place::Place,
};
use crate::{
    Cx, Found, Result,
    entities::{document, document_tag, document_version, dossier_element, library_entry},
    events::EventKind,
};

/// What one copy may hold at most.
const MOST: u32 = 1_000;

/// Copies a document as it is now, or a folder with all that it holds, to a place.
///
/// # Errors
/// `NotFound`, `Forbidden`; `IntoItself`, `TooDeep`; `Invalid` when there is no room, or too much to copy.
pub async fn copy_to(cx: &Cx, id: EntryId, place: &Place) -> Result<EntryId> {
    let found = standing(cx, id).await?;
    let target = spot_to_fill(cx, place).await?;
    let room = content::room_of(cx, target.library.id()).await?;
    let tx = cx.begin().await?;
    hold(&tx, &target).await?;
    if found.row.document_id.is_none() {
        may_stand(&id, &target.folders(), levels_below(&tx, &found.row).await?)?;
    }
    let rows = library_entry::Entity::find()
        .filter(rows_of(&found.row))
        .filter(library_entry::Column::BinnedAt.is_null())
        // Folders before what they hold.
        .order_by_asc(library_entry::Column::Rank)
        .order_by_asc(library_entry::Column::Path)
        .order_by_asc(library_entry::Column::Id)
        .limit(u64::from(MOST) + 1)
        .all(&tx)
        .await?;
    if rows.len() > MOST as usize {
        return Err(Refusal::field("place", FieldProblem::TooMuch { max: MOST }).into());
    }
    let mut left = room.left;
    let mut copies: BTreeMap<EntryId, library_entry::Model> = BTreeMap::new();
    let mut waiting = rows;
    waiting.sort_by_key(|row| (row.rank, row.path.matches('/').count()));
    let mut top = id;
    for row in waiting {
        let folder = row.parent_id.and_then(|parent| copies.get(&parent)).cloned();
        let first = row.id == id;
        let spot = if first { target.clone() } else { Spot { folder, ..target.clone() } };
        let name = if first { free_name(&tx, &spot, &row.name).await? } else { row.name.clone() };
        let made = match row.document_id {
            None => insert(cx, &tx, &spot, &name, None).await?.id,
            Some(document) => {
                let (copy, bytes) = copy_document(cx, &tx, &spot, document, &name).await?;
                left = left.checked_sub(bytes).ok_or_else(no_room)?;
                copy
            }
        };
        if row.document_id.is_none() {
            copies.insert(row.id, library_entry::Entity::find_by_id(made).one(&tx).await?.found()?);
        }
        if first {
            top = made;
        }
    }
    told(cx, &tx, EventKind::LibraryCopied, &target, top, None).await?;
    cx.commit(tx).await?;
    Ok(top)
}

fn no_room() -> Refusal {
    Refusal::field("place", FieldProblem::NoRoom { megabytes: 0 })
}

/// A new document with the last version of another, its record and its tags.
async fn copy_document(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    spot: &Spot,
    id: DocumentId,
    name: &str,
) -> Result<(EntryId, u64)> {
    let row = document::Entity::find_by_id(id).one(tx).await?.found()?;
    let version = document_version::Entity::find_by_id((id, row.latest)).one(tx).await?.found()?;
    let tags: Vec<String> = document_tag::Entity::find()
        .select_only()
        .column(document_tag::Column::Tag)
        .filter(document_tag::Column::DocumentId.eq(id))
        .order_by_asc(document_tag::Column::Position)
        .into_tuple()
        .all(tx)
        .await?;
    let mut record = record_of(&row, &version, String::new());
    record.title = name.to_owned();
    record.description = row.description;
    record.source = row.source;
    record.author = row.author;
    record.licence = row.licence;
    record.dated_on = row.dated_on;
    record.audience = row.audience;
    record.tags = tags;
    let bytes = u64::try_from(row.bytes).unwrap_or_default();
    let recording = row.sha256.clone();
    let file = File { sha256: row.sha256, name: row.file_name, media_type: row.media_type, bytes: row.bytes };
    let made = Made { kind: row.kind, file };
    let copy = write(cx, tx, spot, &record, &made).await?;
    if row.kind == DocumentKind::Dossier {
        copy_elements(tx, id, copy).await?;
    }
    if let Some(sha256) = recording {
        captions::copy(tx, id, copy, &sha256).await?;
    }
    let entry: EntryId = library_entry::Entity::find()
        .select_only()
        .column(library_entry::Column::Id)
        .filter(library_entry::Column::DocumentId.eq(copy))
        .into_tuple()
        .one(tx)
        .await?
        .found()?;
    Ok((entry, bytes))
}

/// A copy of a dossier leads to the same things, with the same comments.
async fn copy_elements(tx: &impl ConnectionTrait, from: DocumentId, to: DocumentId) -> Result<()> {
    let rows = dossier_element::Entity::find()
        .filter(dossier_element::Column::DossierId.eq(from))
        .order_by_asc(dossier_element::Column::Position)
        .all(tx)
        .await?;
    let copies = rows.into_iter().map(|row| dossier_element::ActiveModel {
        id: NotSet,
        dossier_id: Set(to),
        ..row.into()
    });
    let copies: Vec<_> = copies.collect();
    if !copies.is_empty() {
        dossier_element::Entity::insert_many(copies).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// A name that nothing there has: « Avis (2) » beside « Avis ».
async fn free_name(tx: &impl ConnectionTrait, spot: &Spot, name: &str) -> Result<String> {
    let there: Vec<String> = library_entry::Entity::find()
        .select_only()
        .column(library_entry::Column::Sorted)
        .filter(library_entry::Column::Shelf.eq(spot.shelf()))
        .filter(library_entry::Column::Sorted.starts_with(sorted(name)))
        .into_tuple()
        .all(tx)
        .await?;
    let short: String = name.chars().take(NAME_MAX as usize - 8).collect();
    let mut names = std::iter::once(name.to_owned()).chain((2..).map(|n| format!("{short} ({n})")));
    Ok(names.find(|name| !there.contains(&sorted(name))).unwrap_or_else(|| name.to_owned()))
}
