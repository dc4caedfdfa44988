//! Putting in order: renaming a folder, moving, placing the same document elsewhere too.

use domain::{
    FieldProblem, Refusal, Version,
    ids::{EntryId, GroupId},
    library::{folder_name, may_stand},
    policy::{DocumentAction, LibraryAction},
    refusal::Transition,
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
    QueryTrait,
    sea_query::{Expr, Func},
};

use super::{
    entries::{folder_named, insert, sorted, told},
    load::{self, LibraryRef, Spot, Standing, hold, spot, spot_to_fill, standing},
    place::{Place, shelf},
};
use crate::{
    Cx, Error, Result,
    entities::{document, library_entry},
    events::EventKind,
};

/// Folders shown of a destination.
const SHOWN: u64 = 200;

/// Where something could be put: the folders there, and the way back.
#[derive(Clone, Debug)]
pub struct Destination {
    /// The place.
    pub place: Place,
    /// Its library.
    pub library: LibraryRef,
    /// The top of its library.
    pub top: Place,
    /// The folders from the top to here.
    pub ancestors: Vec<(EntryId, String)>,
    /// The folders here.
    pub folders: Vec<(EntryId, String)>,
    /// Whether the person asking may put something here.
    pub open: bool,
}

/// A place where something could be put.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn destination(cx: &Cx, place: &Place) -> Result<Destination> {
    let spot = spot(cx, place, LibraryAction::Read).await?;
    let folders = library_entry::Entity::find()
        .select_only()
        .columns([library_entry::Column::Id, library_entry::Column::Name])
        .filter(library_entry::Column::Shelf.eq(spot.shelf()))
        .filter(library_entry::Column::Rank.eq(0));
    let folders = super::folder::in_order(folders).limit(SHOWN).into_tuple().all(cx.reader()).await?;
    Ok(Destination {
        place: spot.place(),
        library: spot.library.reference(),
        top: spot.library.top(),
        ancestors: load::names(cx, &spot.folders()).await?,
        folders,
        open: spot.library.may_now(cx, LibraryAction::Deposit),
    })
}

/// Gives a folder another name.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Invalid`; `Conflict` if somebody changed it since `version`.
pub async fn rename_folder(cx: &Cx, id: EntryId, version: Version, name: &str) -> Result<()> {
    let found = standing(cx, id).await?;
    if found.row.document_id.is_some() {
        return Err(Refusal::NotFound.into());
    }
    found.require(cx, DocumentAction::Change)?;
    let name = folder_name(name)?;
    let place = found.row.parent_id.map_or_else(|| found.library.top(), Place::Folder);
    let around = spot(cx, &place, LibraryAction::Read).await?;
    let tx = cx.begin().await?;
    hold(&tx, &around).await?;
    if folder_named(&tx, &around, &name).await?.is_some_and(|other| other.id != id) {
        return Err(Refusal::field("name", FieldProblem::Taken).into());
    }
    let row = library_entry::Entity::find_by_id(id)
        .filter(library_entry::Column::Version.eq(version))
        .one(&tx)
        .await?
        .ok_or(Error::Refused(Refusal::Conflict))?;
    let mut row: library_entry::ActiveModel = row.into();
    row.sorted = Set(sorted(&name));
    row.name = Set(name);
    row.version = Set(version.next());
    row.update(&tx).await?;
    told(cx, &tx, EventKind::FolderRenamed, &around, id, None).await?;
    cx.commit(tx).await
}

/// Moves a folder with all it holds, or a document, to another place; into another library it is taken away from
/// its own.
///
/// # Errors
/// `NotFound`, `Forbidden`; `IntoItself`, `TooDeep`, `StandsThere`.
pub async fn move_to(cx: &Cx, id: EntryId, place: &Place) -> Result<()> {
    let found = standing(cx, id).await?;
    let target = spot_to_fill(cx, place).await?;
    let leaves = found.row.group_id != target.library.id();
    found.require(cx, if leaves { DocumentAction::Remove } else { DocumentAction::Change })?;
    let tx = cx.begin().await?;
    hold(&tx, &target).await?;
    if leaves {
        all_theirs(cx, &tx, &found).await?;
    }
    may_come(&tx, &found.row, &target).await?;
    let moved = rows_of(&found.row);
    if leaves {
        let documents = library_entry::Entity::find()
            .select_only()
            .column(library_entry::Column::DocumentId)
            .filter(moved.clone())
            .into_query();
        let of_former = match found.row.group_id {
            Some(group) => document::Column::GroupId.eq(group),
            None => document::Column::GroupId.is_null(),
        };
        document::Entity::update_many()
            .col_expr(document::Column::GroupId, Expr::value(target.library.id()))
            .filter(document::Column::Id.in_subquery(documents))
            .filter(of_former)
            .exec(&tx)
            .await?;
    }
    put_at(&tx, &found.row, target.library.id(), target.folder_id(), &target.path()).await?;
    told(cx, &tx, EventKind::LibraryMoved, &target, id, found.row.document_id).await?;
    cx.commit(tx).await
}

/// Places a document somewhere else too: one document, found in both places.
///
/// # Errors
/// `NotFound`, `Forbidden`; `StandsThere`.
pub async fn place_too(cx: &Cx, id: EntryId, place: &Place) -> Result<()> {
    let found = standing(cx, id).await?;
    let Some(document) = found.row.document_id else { return Err(Refusal::NotFound.into()) };
    let target = spot_to_fill(cx, place).await?;
    // Elsewhere, others will read it: that is for those who answer for it.
    found.require(cx, DocumentAction::Change)?;
    let tx = cx.begin().await?;
    hold(&tx, &target).await?;
    not_there(&tx, &target, document).await?;
    let made = insert(cx, &tx, &target, &found.row.name, Some(document)).await?;
    told(cx, &tx, EventKind::LibraryPlaced, &target, made.id, Some(document)).await?;
    cx.commit(tx).await
}

/// An entry and all that is under it.
pub(super) fn rows_of(row: &library_entry::Model) -> Condition {
    Condition::any()
        .add(library_entry::Column::Id.eq(row.id))
        .add(library_entry::Column::Path.starts_with(row.path_within()))
}

/// In a library where each answers for what they put there, a folder is taken away by who made all that it holds.
pub(super) async fn all_theirs(cx: &Cx, tx: &impl ConnectionTrait, found: &Standing) -> Result<()> {
    if found.library.may(cx, LibraryAction::LookAfter) {
        return Ok(());
    }
    let me = cx.actor.user_id();
    let by_others = Condition::any()
        .add(library_entry::Column::CreatedBy.is_null())
        .add(library_entry::Column::CreatedBy.ne(me));
    let others = library_entry::Entity::find()
        .filter(rows_of(&found.row))
        .filter(library_entry::Column::BinnedAt.is_null())
        .filter(by_others)
        .count(tx)
        .await?;
    if others == 0 {
        Ok(())
    } else {
        Err(Refusal::Forbidden(domain::refusal::Forbidden::OthersDocument).into())
    }
}

async fn may_come(tx: &impl ConnectionTrait, row: &library_entry::Model, target: &Spot) -> Result<()> {
    if let Some(document) = row.document_id {
        return not_there(tx, target, document).await;
    }
    may_stand(&row.id, &target.folders(), levels_below(tx, row).await?)?;
    match folder_named(tx, target, &row.name).await? {
        Some(_) => Err(Refusal::Transition(Transition::StandsThere).into()),
        None => Ok(()),
    }
}

async fn not_there(
    tx: &impl ConnectionTrait,
    target: &Spot,
    document: domain::ids::DocumentId,
) -> Result<()> {
    let there = library_entry::Entity::find()
        .filter(library_entry::Column::Shelf.eq(target.shelf()))
        .filter(library_entry::Column::DocumentId.eq(document))
        .count(tx)
        .await?;
    if there == 0 { Ok(()) } else { Err(Refusal::Transition(Transition::StandsThere).into()) }
}

/// How many levels of folders a folder holds.
pub(super) async fn levels_below(tx: &impl ConnectionTrait, row: &library_entry::Model) -> Result<usize> {
    let paths: Vec<String> = library_entry::Entity::find()
        .select_only()
        .column(library_entry::Column::Path)
        .filter(library_entry::Column::Path.starts_with(row.path_within()))
        .filter(library_entry::Column::Rank.eq(0))
        .into_tuple()
        .all(tx)
        .await?;
    let own = row.path.matches('/').count();
    Ok(paths.iter().map(|path| path.matches('/').count() - own).max().unwrap_or_default())
}

/// Writes where an entry and all that is under it are.
pub(super) async fn put_at(
    tx: &impl ConnectionTrait,
    row: &library_entry::Model,
    group: Option<GroupId>,
    folder: Option<EntryId>,
    path: &str,
) -> Result<()> {
    let within = format!("{path}{}/", row.id);
    let replaced = Func::cust("replace").args([
        Expr::col(library_entry::Column::Path),
        Expr::value(row.path_within()),
        Expr::value(within),
    ]);
    library_entry::Entity::update_many()
        .col_expr(library_entry::Column::GroupId, Expr::value(group))
        .col_expr(library_entry::Column::Path, replaced.into())
        .filter(library_entry::Column::Path.starts_with(row.path_within()))
        .exec(tx)
        .await?;
    library_entry::Entity::update_many()
        .col_expr(library_entry::Column::GroupId, Expr::value(group))
        .col_expr(library_entry::Column::ParentId, Expr::value(folder))
        .col_expr(library_entry::Column::Path, Expr::value(path))
        .col_expr(library_entry::Column::Shelf, Expr::value(shelf(group, folder)))
        .filter(library_entry::Column::Id.eq(row.id))
        .exec(tx)
        .await?;
    Ok(())
}
