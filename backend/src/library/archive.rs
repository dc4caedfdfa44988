//! All that a folder holds, to be taken away in one file.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    ids::{DocumentId, EntryId},
    library::{DocumentKind, stem},
    policy::LibraryAction,
};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect};

use super::{
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
    bytes: Option<i64>,
    address: Option<String>,
    body: Option<String>,
}

/// What a place holds, with all its folders; and the name of the folder, none at the top of a library.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn pieces(cx: &Cx, place: &Place) -> Result<(Option<String>, Vec<Piece>)> {
    let spot = load::spot(cx, place, LibraryAction::Read).await?;
    let pieces = pieces_in(cx, &spot).await?;
    Ok((spot.folder.map(|folder| folder.name), pieces))
}

/// What a place holds, for whoever was let in.
pub(super) async fn pieces_in(cx: &Cx, spot: &Spot) -> Result<Vec<Piece>> {
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
            document::Column::Bytes,
            document::Column::Address,
        ])
        .column(document_version::Column::Body)
        .join(JoinType::LeftJoin, documents)
        .join(JoinType::LeftJoin, versions)
        .filter(of_library)
        .filter(library_entry::Column::Path.starts_with(spot.path()))
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
    let mut taken = BTreeSet::new();
    Ok(lines.into_iter().filter_map(|line| piece(line, &folders, &mut taken)).collect())
}

/// A folder has no version; of a document, the last one.
fn latest_only() -> sea_orm::Condition {
    use sea_orm::sea_query::{Expr, ExprTrait};

    let latest = Expr::col((document_version::Entity, document_version::Column::Number))
        .equals((document::Entity, document::Column::Latest));
    sea_orm::Condition::any().add(library_entry::Column::DocumentId.is_null()).add(latest)
}

fn piece(line: Line, folders: &BTreeMap<EntryId, String>, taken: &mut BTreeSet<String>) -> Option<Piece> {
    let (name, inside) = match line.kind? {
        DocumentKind::File => {
            let sent = line.file_name.unwrap_or_default();
            let ending = &sent[stem(&sent).len()..];
            let bytes = u64::try_from(line.bytes.unwrap_or_default()).unwrap_or_default();
            (
                format!("{}{ending}", plain(&line.name)),
                Inside::File(Fingerprint::stored(&line.sha256?), bytes),
            )
        }
        DocumentKind::Note => {
            (format!("{}.md", plain(&line.name)), Inside::Text(line.body.unwrap_or_default()))
        }
        DocumentKind::Link => {
            let shortcut = format!("[InternetShortcut]\r\nURL={}\r\n", line.address.unwrap_or_default());
            (format!("{}.url", plain(&line.name)), Inside::Text(shortcut))
        }
    };
    let around = line.path.split('/').filter_map(|id| folders.get(&id.parse().ok()?));
    let around: String = around.map(|name| format!("{name}/")).collect();
    let (stem, ending) = (stem(&name).to_owned(), name[stem(&name).len()..].to_owned());
    let paths = std::iter::once(name.clone()).chain((2..).map(|n| format!("{stem} ({n}){ending}")));
    let path = paths.map(|name| format!("{around}{name}")).find(|path| taken.insert(path.to_lowercase()))?;
    Some(Piece { path, inside })
}

/// A name that any computer can give to a file.
fn plain(name: &str) -> String {
    let kept: String = name.chars().map(|c| if "/\\:*?\"<>|".contains(c) { '-' } else { c }).collect();
    kept.trim_matches(['.', ' ']).to_owned()
}
