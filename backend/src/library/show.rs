//! A document with its record, its versions, where it stands.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Version,
    ids::{DocumentId, EntryId, GroupId, UserId},
    library::{DocumentKind, Media},
    policy::{DocumentAction, Permission},
};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect};

use super::{
    captions::{self, CaptionsView},
    inside::{self, TextInside},
    load::{self, LibraryRef, facts},
    place::Place,
    visible,
};
use crate::{
    Cx, Found, Result,
    contributions::{GroupRef, typeset},
    entities::{document_tag, document_version, group, join, library_entry, user},
};

/// Versions shown, the last ones.
const VERSIONS: u64 = 100;
/// Bytes of a text shown in place.
const SHOWN: u64 = 200_000;

/// A document, for its page.
#[derive(Clone, Debug)]
pub struct DocumentView {
    /// Which one.
    pub id: DocumentId,
    /// What it is made of.
    pub kind: DocumentKind,
    /// Its title.
    pub title: String,
    /// May be empty.
    pub description: String,
    /// May be empty.
    pub source: String,
    /// May be empty.
    pub author: String,
    /// May be empty.
    pub licence: String,
    /// For whom a dossier is; may be empty.
    pub audience: String,
    /// May be unknown.
    pub dated_on: Option<NaiveDate>,
    /// In their order.
    pub tags: Vec<String>,
    /// The library that answers for it, if the person asking reads it.
    pub library: Option<LibraryRef>,
    /// The family of its type.
    pub media: Media,
    /// The name of its file.
    pub file_name: String,
    /// The length of its file.
    pub bytes: u64,
    /// Where a link leads.
    pub address: String,
    /// The text of a note, in Markdown.
    pub body: String,
    /// The note as it is read, or a text file of Markdown.
    pub html: Option<String>,
    /// What is known of the text inside its file.
    pub inside: Option<TextInside>,
    /// The captions of a sound or a film.
    pub captions: Vec<CaptionsView>,
    /// Whether a version before has captions that this one has not.
    pub former_captions: bool,
    /// The beginning of a text file.
    pub text: Option<String>,
    /// Its last version.
    pub latest: i32,
    /// When it was deposited.
    pub created_at: DateTime<Utc>,
    /// For the next change.
    pub version: Version,
    /// Its versions, the last first.
    pub versions: Vec<VersionRow>,
    /// Where it stands, as far as the person asking reads.
    pub stands: Vec<StandsIn>,
    /// What the person asking may do.
    pub may: DocumentRights,
    /// The largest file accepted, in bytes.
    pub largest: u64,
}

/// What somebody may do to a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentRights {
    /// Change its record, add versions.
    pub change: bool,
}

/// A version of a document.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct VersionRow {
    /// Its number.
    pub number: i32,
    /// The name of its file.
    pub file_name: String,
    /// The length of its file.
    pub bytes: i64,
    /// Why; may be empty.
    pub reason: String,
    /// The version that it brought back, if it did.
    pub restores: Option<i32>,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: Option<String>,
}

/// A place where a document stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandsIn {
    /// Which entry.
    pub entry: EntryId,
    /// The place.
    pub place: Place,
    /// Its library.
    pub library: LibraryRef,
    /// The name of the folder; none at the top.
    pub folder: Option<String>,
    /// Whether the person asking may share it from there.
    pub share: bool,
}

/// The document, for somebody who reads it.
///
/// # Errors
/// `NotFound`.
pub async fn show(cx: &Cx, id: DocumentId) -> Result<DocumentView> {
    let (found, sha256) = known(&cx.reading_together().await?, id).await?;
    // The connection is given back: a store may be slow.
    let text = match (found.kind, found.media, &sha256) {
        (DocumentKind::File, Media::Text | Media::Markdown | Media::Csv, Some(sha256)) => {
            beginning(cx, sha256, found.bytes).await
        }
        _ => None,
    };
    let html = match (found.kind, found.media, &text) {
        (DocumentKind::Note, ..) => Some(render(id, &found.body)),
        (_, Media::Markdown, Some(text)) => Some(render(id, text)),
        _ => None,
    };
    Ok(DocumentView { html, text, ..found })
}

/// What the database knows of it, and where its content is.
pub(super) async fn known(cx: &Cx, id: DocumentId) -> Result<(DocumentView, Option<String>)> {
    let (row, library) = load::document(cx, id).await?;
    let facts = facts(cx, &library, row.created_by);
    let change = cx.may(Permission::Document(DocumentAction::Change, &facts));
    let body = match row.kind {
        DocumentKind::Note => {
            document_version::Entity::find_by_id((id, row.latest)).one(cx.reader()).await?.found()?.body
        }
        DocumentKind::File | DocumentKind::Link | DocumentKind::Dossier => String::new(),
    };
    let inside = match &row.sha256 {
        Some(sha256) => Some(inside::of_content(cx.reader(), sha256).await?),
        None => None,
    };
    let (captions, former_captions) = match &row.sha256 {
        Some(sha256) if Media::of(&row.media_type).is_heard() => {
            let there = captions::of_document(cx.reader(), id).await?;
            let former = captions::has_former(cx.reader(), id, sha256, &there).await?;
            (there, former)
        }
        _ => (Vec::new(), false),
    };
    let found = DocumentView {
        id,
        kind: row.kind,
        tags: tags(cx, id).await?,
        versions: versions(cx, id).await?,
        stands: stands(cx, id, &library).await?,
        title: row.title,
        description: row.description,
        source: row.source,
        author: row.author,
        licence: row.licence,
        audience: row.audience,
        dated_on: row.dated_on,
        library: library.reference_for(cx),
        media: Media::of(&row.media_type),
        file_name: row.file_name,
        bytes: u64::try_from(row.bytes).unwrap_or_default(),
        address: row.address,
        body,
        inside,
        captions,
        former_captions,
        html: None,
        text: None,
        latest: row.latest,
        created_at: row.created_at,
        version: row.version,
        may: DocumentRights { change: change && library.facts.is_at_work().is_ok() },
        largest: cx.backend.files().limits().file,
    };
    Ok((found, row.sha256))
}

pub(super) fn render(id: DocumentId, text: &str) -> String {
    rendered(&format!("document-{id}-"), text)
}

/// Markdown as it is read; the identifiers in it begin with `prefix`.
pub(super) fn rendered(id_prefix: &str, text: &str) -> String {
    let wikilink = |title: &str| format!("/textes/nomme/{title}");
    let options =
        markdown::Options { language: markdown::Typography::French, id_prefix, wikilink: &wikilink };
    markdown::render(text, &options).html
}

/// The beginning of a text; a store that does not answer must not keep the record from being read.
pub(super) async fn beginning(cx: &Cx, sha256: &str, bytes: u64) -> Option<String> {
    use futures::TryStreamExt;

    let fingerprint = crate::files::Fingerprint::stored(sha256);
    let content = cx.backend.files().read(&fingerprint, 0..bytes.min(SHOWN)).await.ok()?;
    let pieces: Vec<bytes::Bytes> = content.try_collect().await.ok()?;
    let bytes = pieces.concat();
    // The last letter may be cut in two; a text in another encoding is read as that of old Windows programs.
    match std::str::from_utf8(&bytes) {
        Ok(text) => Some(text.to_owned()),
        Err(error) if error.error_len().is_none() => {
            Some(String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned())
        }
        Err(_) => Some(bytes.iter().map(|byte| windows_1252(*byte)).collect()),
    }
}

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80 => '€',
        0x85 => '…',
        0x8c => 'Œ',
        0x91 => '‘',
        0x92 => '’',
        0x93 => '“',
        0x94 => '”',
        0x96 => '–',
        0x97 => '—',
        0x9c => 'œ',
        other => char::from(other),
    }
}

async fn tags(cx: &Cx, id: DocumentId) -> Result<Vec<String>> {
    let tags = document_tag::Entity::find()
        .select_only()
        .column(document_tag::Column::Tag)
        .filter(document_tag::Column::DocumentId.eq(id))
        .order_by_asc(document_tag::Column::Position)
        .into_tuple()
        .all(cx.reader())
        .await?;
    Ok(tags)
}

async fn versions(cx: &Cx, id: DocumentId) -> Result<Vec<VersionRow>> {
    let by = join::<document_version::Entity, user::Entity>(document_version::Column::ById, user::Column::Id);
    let rows = document_version::Entity::find()
        .select_only()
        .columns([
            document_version::Column::Number,
            document_version::Column::FileName,
            document_version::Column::Bytes,
            document_version::Column::Reason,
            document_version::Column::Restores,
            document_version::Column::At,
        ])
        .column_as(user::Column::Name, "by")
        .join(JoinType::LeftJoin, by)
        .filter(document_version::Column::DocumentId.eq(id))
        .order_by_desc(document_version::Column::Number)
        .limit(VERSIONS)
        .into_model()
        .all(cx.reader())
        .await?;
    Ok(rows)
}

#[derive(FromQueryResult)]
struct Spot {
    id: EntryId,
    parent_id: Option<EntryId>,
    group_id: Option<GroupId>,
    created_by: Option<UserId>,
    slug: Option<String>,
    name: Option<String>,
}

async fn stands(cx: &Cx, id: DocumentId, home: &load::Library) -> Result<Vec<StandsIn>> {
    let groups =
        join::<library_entry::Entity, group::Entity>(library_entry::Column::GroupId, group::Column::Id);
    let rows: Vec<Spot> = library_entry::Entity::find()
        .select_only()
        .columns([
            library_entry::Column::Id,
            library_entry::Column::ParentId,
            library_entry::Column::GroupId,
            library_entry::Column::CreatedBy,
        ])
        .columns([group::Column::Slug, group::Column::Name])
        .join(JoinType::LeftJoin, groups)
        .filter(library_entry::Column::DocumentId.eq(id))
        .filter(library_entry::Column::BinnedAt.is_null())
        .filter(visible::in_libraries_read(cx))
        .order_by_asc(library_entry::Column::Id)
        .into_model()
        .all(cx.reader())
        .await?;
    let folders: Vec<EntryId> = rows.iter().filter_map(|row| row.parent_id).collect();
    let folders = load::names(cx, &folders).await?;
    let stands =
        rows.into_iter().map(|Spot { id: entry, parent_id: folder, group_id, created_by, slug, name }| {
            let facts = facts(cx, home, created_by);
            let share = home.id() == group_id
                && home.facts.is_at_work().is_ok()
                && cx.may(Permission::Document(DocumentAction::Share, &facts));
            let (library, top) = match (slug, name) {
                (Some(slug), Some(name)) => {
                    let group = GroupRef { slug: slug.clone(), name: typeset(&name) };
                    (LibraryRef::Group(group), Place::Group(slug))
                }
                _ => (LibraryRef::Common, Place::Common),
            };
            let name =
                folder.and_then(|id| folders.iter().find(|(f, _)| *f == id)).map(|(_, name)| name.clone());
            StandsIn { entry, place: folder.map_or(top, Place::Folder), library, folder: name, share }
        });
    Ok(stands.collect())
}
