//! All that a folder holds, to be taken away in one file.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    ids::{DocumentId, EntryId},
    library::{DocumentKind, Media, stem},
    policy::LibraryAction,
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
};

use super::{
    arrange::rows_of,
    captions,
    dossier::{Eyes, outlines},
    load::{self, Spot},
    place::Place,
};
use crate::{
    Cx, Result,
    entities::{document, document_version, join, library_entry},
    files::Fingerprint,
};

/// Documents at most: beyond, one takes folder by folder.
const MOST: u64 = 20_000;
/// Entries chosen at most: as many as a page shows.
const SELECTED: usize = 50;

/// Something to take away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its folders and its name.
    pub path: String,
    /// What it holds.
    pub inside: Inside,
}

/// What a piece holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inside {
    /// A file kept here, so many bytes long.
    File(Fingerprint, u64),
    /// A note, or the address of a link.
    Text(String),
}

#[derive(FromQueryResult)]
struct Line {
    id: EntryId,
    path: String,
    name: String,
    document_id: Option<DocumentId>,
    kind: Option<DocumentKind>,
    sha256: Option<String>,
    file_name: Option<String>,
    media_type: Option<String>,
    bytes: Option<i64>,
    address: Option<String>,
    body: Option<String>,
}

/// What a document holds, in its last version.
pub(super) struct Held {
    pub kind: DocumentKind,
    pub sha256: Option<String>,
    pub file_name: String,
    pub bytes: i64,
    pub address: String,
    /// The text of a note, or the list of a dossier.
    pub body: String,
}

/// What a place holds, with all its folders; and the name of the folder, none at the top of a library.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn pieces(cx: &Cx, place: &Place) -> Result<(Option<String>, Vec<Piece>)> {
    let spot = load::spot(cx, place, LibraryAction::Read).await?;
    let pieces = pieces_in(cx, &spot, Condition::all(), &Eyes::of(cx)).await?;
    Ok((spot.folder.map(|folder| folder.name), pieces))
}

/// Some of what stands at a place: documents, and folders with all that they hold.
///
/// # Errors
/// `NotFound`, also when nothing of it stands there; `Forbidden`.
pub async fn selection(cx: &Cx, place: &Place, chosen: &[EntryId]) -> Result<(Option<String>, Vec<Piece>)> {
    let spot = load::spot(cx, place, LibraryAction::Read).await?;
    let rows = library_entry::Entity::find()
        .filter(library_entry::Column::Shelf.eq(spot.shelf()))
        .filter(library_entry::Column::Id.is_in(chosen.iter().copied().take(SELECTED)))
        .all(cx.reader())
        .await?;
    if rows.is_empty() {
        return Err(domain::Refusal::NotFound.into());
    }
    let these = rows.iter().fold(Condition::any(), |these, row| these.add(rows_of(row)));
    let pieces = pieces_in(cx, &spot, these, &Eyes::of(cx)).await?;
    Ok((spot.folder.map(|folder| folder.name), pieces))
}

/// What a place holds, of what is chosen there, for whoever was let in and sees by these eyes.
pub(super) async fn pieces_in(cx: &Cx, spot: &Spot, chosen: Condition, eyes: &Eyes) -> Result<Vec<Piece>> {
    let of_library = match spot.library.id() {
        Some(group) => library_entry::Column::GroupId.eq(group),
        None => library_entry::Column::GroupId.is_null(),
    };
    let documents = join::<library_entry::Entity, document::Entity>(
        library_entry::Column::DocumentId,
        document::Column::Id,
    );
    let versions = join::<document::Entity, document_version::Entity>(
        document::Column::Id,
        document_version::Column::DocumentId,
    );
    let lines: Vec<Line> = library_entry::Entity::find()
        .select_only()
        .columns([
            library_entry::Column::Id,
            library_entry::Column::Path,
            library_entry::Column::Name,
            library_entry::Column::DocumentId,
        ])
        .columns([
            document::Column::Kind,
            document::Column::Sha256,
            document::Column::FileName,
            document::Column::MediaType,
            document::Column::Bytes,
            document::Column::Address,
        ])
        .column(document_version::Column::Body)
        .join(JoinType::LeftJoin, documents)
        .join(JoinType::LeftJoin, versions)
        .filter(of_library)
        .filter(library_entry::Column::Path.starts_with(spot.path()))
        .filter(chosen)
        .filter(library_entry::Column::BinnedAt.is_null())
        .filter(latest_only())
        .order_by_asc(library_entry::Column::Rank)
        .order_by_asc(library_entry::Column::Sorted)
        .order_by_asc(library_entry::Column::Id)
        .limit(MOST)
        .into_model()
        .all(cx.reader())
        .await?;
    let folders: BTreeMap<EntryId, String> =
        lines.iter().filter(|l| l.document_id.is_none()).map(|l| (l.id, plain(&l.name))).collect();
    let dossiers: Vec<DocumentId> = lines
        .iter()
        .filter(|line| line.kind == Some(DocumentKind::Dossier))
        .filter_map(|line| line.document_id)
        .collect();
    let mut lists = outlines(cx, &dossiers, eyes).await?;
    let mut taken = BTreeSet::new();
    let mut heard = BTreeMap::new();
    let piece = |line: Line| {
        let around = line.path.split('/').filter_map(|id| folders.get(&id.parse().ok()?));
        let around: String = around.map(|name| format!("{name}/")).collect();
        let kind = line.kind?;
        let body = match kind {
            DocumentKind::Dossier => lists.remove(&line.document_id?),
            DocumentKind::File | DocumentKind::Note | DocumentKind::Link => line.body,
        };
        let held = Held {
            kind,
            sha256: line.sha256,
            file_name: line.file_name.unwrap_or_default(),
            bytes: line.bytes.unwrap_or_default(),
            address: line.address.unwrap_or_default(),
            body: body.unwrap_or_default(),
        };
        let piece = put(&around, &line.name, held, &mut taken)?;
        if Media::of(line.media_type.as_deref().unwrap_or_default()).is_heard() {
            heard.insert(line.document_id?, piece.path.clone());
        }
        Some(piece)
    };
    let mut pieces: Vec<Piece> = lines.into_iter().filter_map(piece).collect();
    pieces.extend(captions::beside(cx, &heard, &mut taken).await?);
    Ok(pieces)
}

/// A folder has no version; of a document, the last one.
fn latest_only() -> Condition {
    use sea_orm::sea_query::{Expr, ExprTrait};

    let latest = Expr::col((document_version::Entity, document_version::Column::Number))
        .equals((document::Entity, document::Column::Latest));
    Condition::any().add(library_entry::Column::DocumentId.is_null()).add(latest)
}

/// A document as a piece, under a name that no other piece has.
pub(super) fn put(around: &str, name: &str, held: Held, taken: &mut BTreeSet<String>) -> Option<Piece> {
    let name = plain(name);
    let (name, inside) = match held.kind {
        DocumentKind::File => {
            let ending = &held.file_name[stem(&held.file_name).len()..];
            let bytes = u64::try_from(held.bytes).unwrap_or_default();
            (format!("{name}{ending}"), Inside::File(Fingerprint::stored(&held.sha256?), bytes))
        }
        DocumentKind::Note | DocumentKind::Dossier => (format!("{name}.md"), Inside::Text(held.body)),
        DocumentKind::Link => {
            let shortcut = format!("[InternetShortcut]\r\nURL={}\r\n", held.address);
            (format!("{name}.url"), Inside::Text(shortcut))
        }
    };
    Some(Piece { path: free(around, &name, taken)?, inside })
}

/// A path that no other piece has.
pub(crate) fn free(around: &str, name: &str, taken: &mut BTreeSet<String>) -> Option<String> {
    let (stem, ending) = name.split_at(stem(name).len());
    let paths = std::iter::once(name.to_owned()).chain((2..).map(|n| format!("{stem} ({n}){ending}")));
    paths.map(|name| format!("{around}{name}")).find(|path| taken.insert(path.to_lowercase()))
}

/// A name that any computer can give to a file.
pub(crate) fn plain(name: &str) -> String {
    let kept: String = name.chars().map(|c| if "/\\:*?\"<>|".contains(c) { '-' } else { c }).collect();
    kept.trim_matches(['.', ' ']).to_owned()
}
