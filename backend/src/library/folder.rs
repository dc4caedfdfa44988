//! What a folder holds, or the top of a library: one page at a time, which costs the same in a folder of ten thousand.

use chrono::{DateTime, Utc};
use domain::{
    ids::{DocumentId, EntryId, UserId},
    library::{DocumentKind, Media},
    policy::{DocumentAction, LibraryAction, Permission},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    Select,
    sea_query::{Expr, ExprTrait},
};

use super::{
    load::{self, LibraryRef},
    place::Place,
    tags::tags_of,
};
use crate::{
    Cx, Result,
    entities::{document, join, library_entry, user},
};

/// Rows a page.
pub(super) const SIZE: u64 = 50;

/// What the page of a folder shows.
#[derive(Clone, Debug)]
pub struct FolderView {
    /// Which place.
    pub place: Place,
    /// Its library.
    pub library: LibraryRef,
    /// The top of its library.
    pub top: Place,
    /// The folder: its number and its name; none at the top.
    pub folder: Option<(EntryId, String)>,
    /// The folders around it, from the outermost.
    pub ancestors: Vec<(EntryId, String)>,
    /// Folders, then documents, by name.
    pub rows: Vec<EntryRow>,
    /// Where the next page begins, if there is one.
    pub next: Option<EntryId>,
    /// What the person asking may do here.
    pub may: FolderRights,
    /// The largest file accepted, in bytes.
    pub largest: u64,
}

/// What somebody may do in a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FolderRights {
    /// Add to it, now.
    pub deposit: bool,
    /// Look into the bin of the library.
    pub bin: bool,
    /// Share the folder with people outside.
    pub share: bool,
}

/// Something in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryRow {
    /// Which entry.
    pub id: EntryId,
    /// Its name.
    pub name: String,
    /// What it is.
    pub what: RowKind,
    /// Whether the person asking may put it elsewhere.
    pub change: bool,
    /// Its keywords, in their order.
    pub tags: Vec<String>,
}

/// What stands in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// Another folder.
    Folder,
    /// A document.
    Document {
        /// Which one.
        id: DocumentId,
        /// What it is made of.
        kind: DocumentKind,
        /// The family of its type.
        media: Media,
        /// The length of its file.
        bytes: u64,
        /// When it last changed.
        changed_at: DateTime<Utc>,
        /// Who changed it.
        by: Option<String>,
    },
}

#[derive(FromQueryResult)]
struct Line {
    id: EntryId,
    name: String,
    document_id: Option<DocumentId>,
    kind: Option<DocumentKind>,
    media_type: Option<String>,
    bytes: Option<i64>,
    changed_at: Option<DateTime<Utc>>,
    by: Option<String>,
    created_by: Option<UserId>,
}

/// What a folder holds, from the entry after `after` if it is given.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn folder(cx: &Cx, place: &Place, after: Option<EntryId>) -> Result<FolderView> {
    let spot = load::spot(cx, place, LibraryAction::Read).await?;
    let found = library_entry::Entity::find().filter(library_entry::Column::Shelf.eq(spot.shelf()));
    let found = match after {
        Some(id) => match library_entry::Entity::find_by_id(id).one(cx.reader()).await? {
            Some(row) => found.filter(following(&row)),
            None => found,
        },
        None => found,
    };
    let lines: Vec<Line> =
        in_order(with_documents(found)).limit(SIZE + 1).into_model().all(cx.reader()).await?;
    let mut rows: Vec<EntryRow> = lines.into_iter().map(|line| row(cx, &spot.library, line)).collect();
    let more = rows.len() as u64 > SIZE;
    rows.truncate(usize::try_from(SIZE).unwrap_or(usize::MAX));
    let mut tags = tags_of(cx, &documents_of(&rows)).await?;
    for row in &mut rows {
        if let RowKind::Document { id, .. } = row.what {
            row.tags = tags.remove(&id).unwrap_or_default();
        }
    }
    let around = spot.folder.as_ref().map(library_entry::Model::ancestors).unwrap_or_default();
    Ok(FolderView {
        place: spot.place(),
        library: spot.library.reference(),
        top: spot.library.top(),
        ancestors: load::names(cx, &around).await?,
        next: if more { rows.last().map(|row| row.id) } else { None },
        rows,
        may: FolderRights {
            deposit: spot.library.may_now(cx, LibraryAction::Deposit),
            bin: spot.library.may(cx, LibraryAction::Deposit),
            share: spot.folder.as_ref().is_some_and(|folder| may_share(cx, &spot.library, folder)),
        },
        folder: spot.folder.map(|folder| (folder.id, folder.name)),
        largest: cx.backend.files().limits().file,
    })
}

fn documents_of(rows: &[EntryRow]) -> Vec<DocumentId> {
    let of = |row: &EntryRow| match row.what {
        RowKind::Document { id, .. } => Some(id),
        RowKind::Folder => None,
    };
    rows.iter().filter_map(of).collect()
}

fn may_share(cx: &Cx, library: &load::Library, folder: &library_entry::Model) -> bool {
    let facts = load::facts(cx, library, folder.created_by);
    library.facts.is_at_work().is_ok() && cx.may(Permission::Document(DocumentAction::Share, &facts))
}

/// What comes after an entry, in the order of lists; the index of the folder leads straight there.
fn following(row: &library_entry::Model) -> Condition {
    let keys = Expr::tuple([
        Expr::col((library_entry::Entity, library_entry::Column::Rank)),
        Expr::col((library_entry::Entity, library_entry::Column::Sorted)),
        Expr::col((library_entry::Entity, library_entry::Column::Id)),
    ]);
    let values = Expr::tuple([Expr::value(row.rank), Expr::value(row.sorted.clone()), Expr::value(row.id)]);
    Condition::all().add(Expr::expr(keys).gt(Expr::expr(values)))
}

/// Folders first, then by name.
pub(super) fn in_order(found: Select<library_entry::Entity>) -> Select<library_entry::Entity> {
    found
        .order_by_asc(library_entry::Column::Rank)
        .order_by_asc(library_entry::Column::Sorted)
        .order_by_asc(library_entry::Column::Id)
}

/// With what a row shows of its document.
fn with_documents(found: Select<library_entry::Entity>) -> Select<library_entry::Entity> {
    let documents = join::<library_entry::Entity, document::Entity>(
        library_entry::Column::DocumentId,
        document::Column::Id,
    );
    let by = join::<document::Entity, user::Entity>(document::Column::ChangedBy, user::Column::Id);
    found
        .select_only()
        .columns([
            library_entry::Column::Id,
            library_entry::Column::Name,
            library_entry::Column::DocumentId,
            library_entry::Column::CreatedBy,
        ])
        .columns([
            document::Column::Kind,
            document::Column::MediaType,
            document::Column::Bytes,
            document::Column::ChangedAt,
        ])
        .column_as(user::Column::Name, "by")
        .join(JoinType::LeftJoin, documents)
        .join(JoinType::LeftJoin, by)
}

fn row(cx: &Cx, library: &load::Library, line: Line) -> EntryRow {
    let facts = load::facts(cx, library, line.created_by);
    let change = cx.may(Permission::Document(DocumentAction::Change, &facts));
    let change = change && library.facts.is_at_work().is_ok();
    let what = match (line.document_id, line.kind, line.changed_at) {
        (Some(id), Some(kind), Some(changed_at)) => RowKind::Document {
            id,
            kind,
            media: Media::of(line.media_type.as_deref().unwrap_or_default()),
            bytes: u64::try_from(line.bytes.unwrap_or_default()).unwrap_or_default(),
            changed_at,
            by: line.by,
        },
        _ => RowKind::Folder,
    };
    EntryRow { id: line.id, name: line.name, what, change, tags: Vec::new() }
}
