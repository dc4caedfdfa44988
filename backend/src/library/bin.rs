//! The bin: what is taken away stays there for some days, and comes back whole.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Refusal,
    ids::EntryId,
    library::{BIN_DAYS, DocumentFacts},
    policy::{DocumentAction, LibraryAction, Permission},
    refusal::Transition,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait},
};

use super::{
    arrange::{all_theirs, put_at, rows_of},
    entries::told,
    load::{self, LibraryRef, Spot, facts, standing, standing_or_binned},
    place::Place,
};
use crate::{
    Cx, Page, PageNumber, Result,
    entities::{join, library_entry, user},
    events::EventKind,
};

/// Rows a page.
const SIZE: u64 = 50;

/// Puts a folder with all that it holds, or a document where it stands, in the bin.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn bin(cx: &Cx, id: EntryId) -> Result<Place> {
    let found = standing(cx, id).await?;
    found.require(cx, DocumentAction::Remove)?;
    let tx = cx.begin().await?;
    all_theirs(cx, &tx, &found).await?;
    library_entry::Entity::update_many()
        .col_expr(library_entry::Column::BinnedAt, Expr::value(Some(cx.now)))
        .col_expr(library_entry::Column::BinnedBy, Expr::value(cx.actor.user_id()))
        .col_expr(library_entry::Column::BinnedWith, Expr::value(Some(id)))
        .filter(rows_of(&found.row))
        // What was put there before keeps its own day.
        .filter(library_entry::Column::BinnedAt.is_null())
        .exec(&tx)
        .await?;
    library_entry::Entity::update_many()
        .col_expr(library_entry::Column::Shelf, Expr::value(""))
        .filter(library_entry::Column::Id.eq(id))
        .exec(&tx)
        .await?;
    let library = found.library.clone();
    let around = found.row.parent_id.map_or_else(|| library.top(), Place::Folder);
    told(cx, &tx, EventKind::LibraryBinned, &Spot { library, folder: None }, id, found.row.document_id)
        .await?;
    cx.commit(tx).await?;
    Ok(around)
}

/// Brings back what was put in the bin, where it was; at the top of its library if its folder is gone.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn bring_back(cx: &Cx, id: EntryId) -> Result<Place> {
    let found = standing_or_binned(cx, id).await?;
    if found.row.binned_with != Some(id) {
        return Err(Refusal::NotFound.into());
    }
    let facts = may_decide(cx, &found.library, &found.row);
    cx.require(Permission::Document(DocumentAction::Remove, &facts))?;
    found.library.facts.is_at_work()?;
    let tx = cx.begin().await?;
    let folder = match found.row.parent_id {
        Some(folder) => library_entry::Entity::find_by_id(folder).lock_shared().one(&tx).await?,
        None => None,
    };
    let folder = folder.filter(|folder| folder.binned_at.is_none());
    let spot = Spot { library: found.library.clone(), folder };
    if let Some(document) = found.row.document_id {
        let twice = library_entry::Entity::find()
            .filter(library_entry::Column::Shelf.eq(spot.shelf()))
            .filter(library_entry::Column::DocumentId.eq(document))
            .count(&tx)
            .await?;
        if twice > 0 {
            return Err(Refusal::Transition(Transition::StandsThere).into());
        }
    }
    library_entry::Entity::update_many()
        .col_expr(library_entry::Column::BinnedAt, Expr::value(None::<DateTime<Utc>>))
        .col_expr(library_entry::Column::BinnedBy, Expr::value(None::<domain::ids::UserId>))
        .col_expr(library_entry::Column::BinnedWith, Expr::value(None::<EntryId>))
        .filter(library_entry::Column::BinnedWith.eq(id))
        .exec(&tx)
        .await?;
    put_at(&tx, &found.row, spot.library.id(), spot.folder_id(), &spot.path()).await?;
    told(cx, &tx, EventKind::LibraryRestored, &spot, id, found.row.document_id).await?;
    cx.commit(tx).await?;
    Ok(spot.place())
}

/// Who put something in the bin may take it out again.
fn may_decide(cx: &Cx, library: &load::Library, row: &library_entry::Model) -> DocumentFacts {
    let binned = facts(cx, library, row.binned_by);
    let made = facts(cx, library, row.created_by);
    DocumentFacts { own: binned.own || made.own, ..made }
}

/// The bin of a library.
#[derive(Clone, Debug)]
pub struct Binned {
    /// Which library.
    pub library: LibraryRef,
    /// Its top.
    pub top: Place,
    /// What is in its bin, the last first.
    pub page: Page<BinnedRow>,
}

/// Something in the bin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BinnedRow {
    /// Which entry.
    pub id: EntryId,
    /// Its name.
    pub name: String,
    /// Whether it is a folder, with all that it holds.
    pub folder: bool,
    /// Since when it is there.
    pub at: DateTime<Utc>,
    /// Who put it there.
    pub by: Option<String>,
    /// When it goes for good.
    pub until: DateTime<Utc>,
    /// Whether the person asking may bring it back.
    pub restore: bool,
}

#[derive(FromQueryResult)]
struct Line {
    id: EntryId,
    name: String,
    rank: i32,
    created_by: Option<domain::ids::UserId>,
    binned_by: Option<domain::ids::UserId>,
    binned_at: Option<DateTime<Utc>>,
    by: Option<String>,
}

/// What is in the bin of a library, for those who deposit there.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn in_the_bin(cx: &Cx, place: &Place, page: PageNumber) -> Result<Binned> {
    let spot = load::spot(cx, place, LibraryAction::Deposit).await?;
    let of_library = match spot.library.id() {
        Some(group) => library_entry::Column::GroupId.eq(group),
        None => library_entry::Column::GroupId.is_null(),
    };
    let itself = Expr::col((library_entry::Entity, library_entry::Column::BinnedWith))
        .equals((library_entry::Entity, library_entry::Column::Id));
    let found = library_entry::Entity::find()
        .filter(of_library)
        .filter(library_entry::Column::BinnedAt.is_not_null())
        .filter(itself);
    let total = found.clone().count(cx.reader()).await?;
    let by = join::<library_entry::Entity, user::Entity>(library_entry::Column::BinnedBy, user::Column::Id);
    let lines: Vec<Line> = found
        .select_only()
        .columns([
            library_entry::Column::Id,
            library_entry::Column::Name,
            library_entry::Column::Rank,
            library_entry::Column::CreatedBy,
            library_entry::Column::BinnedBy,
            library_entry::Column::BinnedAt,
        ])
        .column_as(user::Column::Name, "by")
        .join(JoinType::LeftJoin, by)
        .order_by_desc(library_entry::Column::BinnedAt)
        .order_by_desc(library_entry::Column::Id)
        .offset(page.offset(SIZE))
        .limit(SIZE)
        .into_model()
        .all(cx.reader())
        .await?;
    let row = |line: Line| {
        let at = line.binned_at.unwrap_or(cx.now);
        let own =
            [line.created_by, line.binned_by].contains(&cx.actor.user_id()) && cx.actor.user_id().is_some();
        let facts = DocumentFacts { library: spot.library.facts, own };
        BinnedRow {
            id: line.id,
            name: line.name,
            folder: line.rank == 0,
            at,
            by: line.by,
            until: at + TimeDelta::days(BIN_DAYS),
            restore: cx.may(Permission::Document(DocumentAction::Remove, &facts))
                && spot.library.facts.is_at_work().is_ok(),
        }
    };
    let rows = lines.into_iter().map(row).collect();
    Ok(Binned {
        library: spot.library.reference(),
        top: spot.library.top(),
        page: Page { rows, number: page, total, size: SIZE },
    })
}

/// Removes for good what has been in the bin long enough; gives how many entries went.
pub(super) async fn empty(cx: &Cx, tx: &impl ConnectionTrait) -> Result<u64> {
    let before = cx.now - TimeDelta::days(BIN_DAYS);
    let gone = library_entry::Entity::delete_many()
        .filter(library_entry::Column::BinnedAt.lt(before))
        .exec(tx)
        .await?;
    Ok(gone.rows_affected)
}
