//! Which libraries and documents somebody reads, as conditions that every list puts in its query.

use std::collections::BTreeMap;

use domain::{
    Actor,
    ids::DocumentId,
    library::{Depositors, LibraryFacts},
    policy::{LibraryAction, Permission},
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

use crate::{
    Cx, Result,
    entities::{document, group, library_entry},
    groups,
};

/// The documents that the person asking reads: those that stand, outside the bin, in a library they read.
///
/// A test compares this with `domain::policy`, person by person.
pub(crate) fn visible_to(cx: &Cx) -> Condition {
    let standing = library_entry::Entity::find()
        .select_only()
        .column(library_entry::Column::DocumentId)
        .filter(library_entry::Column::DocumentId.is_not_null())
        .filter(library_entry::Column::BinnedAt.is_null())
        .filter(in_libraries_read(cx))
        .into_query();
    Condition::all().add(document::Column::Id.in_subquery(standing))
}

/// The titles of documents, as far as the person asking reads them.
pub(crate) async fn titles(cx: &Cx, ids: &[DocumentId]) -> Result<BTreeMap<DocumentId, String>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let found: Vec<(DocumentId, String)> = document::Entity::find()
        .select_only()
        .columns([document::Column::Id, document::Column::Title])
        .filter(document::Column::Id.is_in(ids.iter().copied()))
        .filter(visible_to(cx))
        .into_tuple()
        .all(cx.reader())
        .await?;
    Ok(found.into_iter().collect())
}

/// The entries of the libraries that the person asking reads, in the bin or not.
pub(super) fn in_libraries_read(cx: &Cx) -> Condition {
    if matches!(cx.actor, Actor::System) {
        return Condition::any().add(library_entry::Column::Id.is_not_null());
    }
    let read = group::Entity::find()
        .select_only()
        .column(group::Column::Id)
        .filter(groups::work_visible_to(&cx.actor))
        .into_query();
    let seen = Condition::any().add(library_entry::Column::GroupId.in_subquery(read));
    // Who deposits there changes nothing to who reads it.
    let common = LibraryFacts::Common(Depositors::Few);
    if cx.may(Permission::Library(LibraryAction::Read, &common)) {
        seen.add(library_entry::Column::GroupId.is_null())
    } else {
        seen
    }
}
