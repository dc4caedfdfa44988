//! What somebody outside reads by a link.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    ids::{DocumentId, EntryId},
    library::{DocumentKind, LinkAct, LinkKind, Media},
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect};

use super::presented::{Presented, Unlocked, note, presented};
use crate::{
    Cx, Found, Result,
    entities::{document, document_version, join, library_entry},
    files::Fingerprint,
    library::{
        archive::{self, Piece},
        content::FileView,
        folder::in_order,
        show::{beginning, render},
    },
};

/// Documents shown at most: beyond, one takes the whole folder.
const MOST: u64 = 1_000;

/// What a link shows.
#[derive(Clone, Debug)]
pub enum SharedView {
    /// A password is asked for first: nothing is told before.
    Locked,
    /// A document.
    Document {
        /// Which, and what it holds.
        document: Box<SharedDocument>,
        /// The name of the folder by which it is shared; none if it is shared alone.
        folder: Option<String>,
        /// The moment from which the link works no more.
        until: DateTime<Utc>,
    },
    /// A folder.
    Folder {
        /// Its name.
        name: String,
        /// Its documents, folder by folder.
        rows: Vec<SharedRow>,
        /// The moment from which the link works no more.
        until: DateTime<Utc>,
    },
}

/// A document of a shared folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedRow {
    /// The folders it is in, from the shared one.
    pub folders: Vec<String>,
    /// Which one.
    pub document: DocumentId,
    /// Its title.
    pub title: String,
    /// What it is made of.
    pub kind: DocumentKind,
    /// The family of its type.
    pub media: Media,
    /// The length of its file.
    pub bytes: u64,
}

/// A document, as people outside see it: neither who deposited it nor its other versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedDocument {
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
    /// May be unknown.
    pub dated_on: Option<NaiveDate>,
    /// The family of its type.
    pub media: Media,
    /// The name of its file.
    pub file_name: String,
    /// The length of its file.
    pub bytes: u64,
    /// Where a link leads.
    pub address: String,
    /// A note as it is read, or a file of Markdown.
    pub html: Option<String>,
    /// The beginning of a file of text.
    pub text: Option<String>,
}

/// What a link shows; of a folder, the document asked for if one is.
///
/// # Errors
/// `NotFound`: no link has this token, or it works no more.
pub async fn shared(
    cx: &Cx,
    token: &str,
    unlocked: &Unlocked,
    asked: Option<DocumentId>,
) -> Result<SharedView> {
    let found = presented(cx, token, LinkKind::Read).await?;
    if found.is_locked(unlocked) {
        return Ok(SharedView::Locked);
    }
    note(cx, found.link.id, LinkAct::Opened).await?;
    let until = found.link.expires_at;
    let folder = found.entry.document_id.is_none().then(|| found.entry.name.clone());
    match (found.entry.document_id.or(asked), folder) {
        (Some(id), folder) => {
            let document = Box::new(as_seen(cx, within(cx, &found, id).await?).await?);
            Ok(SharedView::Document { document, folder, until })
        }
        (None, name) => {
            let rows = rows(cx, &found).await?;
            Ok(SharedView::Folder { name: name.unwrap_or_default(), rows, until })
        }
    }
}

/// The file of a document that a link opens.
///
/// # Errors
/// `NotFound`.
pub async fn shared_file(cx: &Cx, token: &str, unlocked: &Unlocked, id: DocumentId) -> Result<FileView> {
    let found = presented(cx, token, LinkKind::Read).await?.opened(unlocked)?;
    let row = within(cx, &found, id).await?;
    let sha256 = row.sha256.found()?;
    note(cx, found.link.id, LinkAct::Taken).await?;
    Ok(FileView {
        fingerprint: Fingerprint::stored(&sha256),
        bytes: u64::try_from(row.bytes).unwrap_or_default(),
        media_type: row.media_type,
        name: row.file_name,
    })
}

/// All that a shared folder holds, and its name.
///
/// # Errors
/// `NotFound`.
pub async fn shared_pieces(cx: &Cx, token: &str, unlocked: &Unlocked) -> Result<(String, Vec<Piece>)> {
    let found = presented(cx, token, LinkKind::Read).await?.opened(unlocked)?;
    if found.entry.document_id.is_some() {
        return Err(domain::Refusal::NotFound.into());
    }
    note(cx, found.link.id, LinkAct::Taken).await?;
    let pieces = archive::pieces_in(cx, &found.spot()).await?;
    Ok((found.entry.name, pieces))
}

/// What stands where the link leads, and in its folders; never in a bin.
fn standing_within(found: &Presented) -> Condition {
    let here = match found.entry.document_id {
        Some(_) => library_entry::Column::Id.eq(found.entry.id),
        None => library_entry::Column::Path.starts_with(found.entry.path_within()),
    };
    Condition::all().add(here).add(library_entry::Column::BinnedAt.is_null())
}

/// The document, if the link opens it.
async fn within(cx: &Cx, found: &Presented, id: DocumentId) -> Result<document::Model> {
    library_entry::Entity::find()
        .filter(standing_within(found))
        .filter(library_entry::Column::DocumentId.eq(id))
        .one(cx.reader())
        .await?
        .found()?;
    document::Entity::find_by_id(id).one(cx.reader()).await?.found()
}

async fn as_seen(cx: &Cx, row: document::Model) -> Result<SharedDocument> {
    let media = Media::of(&row.media_type);
    let bytes = u64::try_from(row.bytes).unwrap_or_default();
    let text = match (row.kind, media, &row.sha256) {
        (DocumentKind::File, Media::Text | Media::Markdown | Media::Csv, Some(sha256)) => {
            beginning(cx, sha256, bytes).await
        }
        _ => None,
    };
    let html = match (row.kind, media, &text) {
        (DocumentKind::Note, ..) => {
            let last = document_version::Entity::find_by_id((row.id, row.latest));
            Some(render(row.id, &last.one(cx.reader()).await?.found()?.body))
        }
        (_, Media::Markdown, Some(text)) => Some(render(row.id, text)),
        _ => None,
    };
    Ok(SharedDocument {
        id: row.id,
        kind: row.kind,
        title: row.title,
        description: row.description,
        source: row.source,
        author: row.author,
        licence: row.licence,
        dated_on: row.dated_on,
        media,
        file_name: row.file_name,
        bytes,
        address: row.address,
        html,
        text,
    })
}

#[derive(FromQueryResult)]
struct Line {
    id: EntryId,
    path: String,
    name: String,
    document_id: Option<DocumentId>,
    kind: Option<DocumentKind>,
    media_type: Option<String>,
    bytes: Option<i64>,
}

async fn rows(cx: &Cx, found: &Presented) -> Result<Vec<SharedRow>> {
    let documents = join::<library_entry::Entity, document::Entity>(
        library_entry::Column::DocumentId,
        document::Column::Id,
    );
    let lines = library_entry::Entity::find().filter(standing_within(found));
    let lines: Vec<Line> = in_order(lines)
        .select_only()
        .columns([
            library_entry::Column::Id,
            library_entry::Column::Path,
            library_entry::Column::Name,
            library_entry::Column::DocumentId,
        ])
        .columns([document::Column::Kind, document::Column::MediaType, document::Column::Bytes])
        .join(JoinType::LeftJoin, documents)
        .limit(MOST)
        .into_model()
        .all(cx.reader())
        .await?;
    let folders: BTreeMap<String, String> = lines
        .iter()
        .filter(|line| line.document_id.is_none())
        .map(|line| (line.id.to_string(), line.name.clone()))
        .collect();
    let mut rows: Vec<SharedRow> = lines
        .into_iter()
        .filter_map(|line| {
            Some(SharedRow {
                folders: line.path.split('/').filter_map(|id| folders.get(id).cloned()).collect(),
                document: line.document_id?,
                title: line.name,
                kind: line.kind?,
                media: Media::of(line.media_type.as_deref().unwrap_or_default()),
                bytes: u64::try_from(line.bytes.unwrap_or_default()).unwrap_or_default(),
            })
        })
        .collect();
    // Those of one folder together, in the order of their names.
    rows.sort_by(|a, b| a.folders.cmp(&b.folders));
    Ok(rows)
}
