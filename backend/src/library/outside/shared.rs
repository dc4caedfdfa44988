//! What somebody outside reads by a link.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    ids::{DocumentId, EntryId},
    library::{DocumentKind, LinkAct, LinkKind, Media},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, QueryTrait,
};

use super::presented::{Presented, Unlocked, note, presented};
use crate::{
    Cx, Found, Result,
    entities::{document, document_version, dossier_element, join, library_entry},
    library::{
        archive::{self, Piece},
        captions::{self, CaptionsView},
        dossier::{ElementView, Eyes, pieces_of, seen_by},
        folder::in_order,
        inside::{self, TextInside},
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
    /// A dossier.
    Dossier {
        /// Which, and its record.
        document: Box<SharedDocument>,
        /// What it holds for people outside.
        elements: Vec<ElementView>,
        /// How many elements are for members only.
        hidden: usize,
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
    /// For whom a dossier is; may be empty.
    pub audience: String,
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
    /// What is known of the text inside its file.
    pub inside: Option<TextInside>,
    /// Its last version.
    pub latest: i32,
    /// The captions of a sound or a film; not who wrote them.
    pub captions: Vec<CaptionsView>,
}

/// What a link shows; of a folder or a dossier, the document asked for if one is.
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
    let Some(id) = asked.or(found.entry.document_id) else {
        let rows = rows(cx, &found).await?;
        return Ok(SharedView::Folder { name: found.entry.name, rows, until });
    };
    // What is shared alone has no way back.
    let folder = (found.entry.document_id != Some(id)).then(|| found.entry.name.clone());
    let row = within(cx, &found, id).await?;
    let dossier = row.kind == DocumentKind::Dossier;
    let document = Box::new(as_seen(cx, row).await?);
    if dossier {
        let (elements, hidden) = seen_by(cx, id, &eyes(&found)).await?;
        return Ok(SharedView::Dossier { document, elements, hidden, folder, until });
    }
    Ok(SharedView::Document { document, folder, until })
}

/// All that a shared folder holds, and its name.
///
/// # Errors
/// `NotFound`.
pub async fn shared_pieces(cx: &Cx, token: &str, unlocked: &Unlocked) -> Result<(String, Vec<Piece>)> {
    let found = presented(cx, token, LinkKind::Read).await?.opened(unlocked)?;
    let eyes = eyes(&found);
    let pieces = match found.entry.document_id {
        None => archive::pieces_in(cx, &found.spot(), Condition::all(), &eyes).await?,
        Some(id) => {
            let row = within(cx, &found, id).await?;
            if row.kind != DocumentKind::Dossier {
                return Err(domain::Refusal::NotFound.into());
            }
            pieces_of(cx, &row, &eyes).await?
        }
    };
    note(cx, found.link.id, LinkAct::Taken).await?;
    Ok((found.entry.name, pieces))
}

/// What stands where the link leads, and in its folders; of a dossier, what it holds of its own library that whoever
/// made the link may share. Never in a bin.
fn standing_within(found: &Presented) -> Condition {
    let here = match found.entry.document_id {
        Some(id) => {
            let of_library = match found.entry.group_id {
                Some(group) => library_entry::Column::GroupId.eq(group),
                None => library_entry::Column::GroupId.is_null(),
            };
            let held = dossier_element::Entity::find()
                .select_only()
                .column(dossier_element::Column::DocumentId)
                .filter(dossier_element::Column::DossierId.eq(id))
                .filter(dossier_element::Column::DocumentId.is_not_null())
                .into_query();
            let held = library_entry::Column::DocumentId.in_subquery(held);
            let theirs = library_entry::Column::CreatedBy.eq(found.link.created_by);
            let theirs = (!found.whole).then_some(theirs);
            let held = Condition::all().add(of_library).add(held).add_option(theirs);
            Condition::any().add(library_entry::Column::Id.eq(found.entry.id)).add(held)
        }
        None => Condition::all().add(library_entry::Column::Path.starts_with(found.entry.path_within())),
    };
    Condition::all().add(here).add(library_entry::Column::BinnedAt.is_null())
}

/// What is seen of the dossiers that the link opens.
fn eyes(found: &Presented) -> Eyes {
    let opened = library_entry::Entity::find()
        .select_only()
        .column(library_entry::Column::DocumentId)
        .filter(library_entry::Column::DocumentId.is_not_null())
        .filter(standing_within(found))
        .into_query();
    Eyes::outside(Condition::all().add(document::Column::Id.in_subquery(opened)))
}

/// The document, if the link opens it.
pub(super) async fn within(cx: &Cx, found: &Presented, id: DocumentId) -> Result<document::Model> {
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
    let mut captions = match media.is_heard() {
        true => captions::of_document(cx.reader(), row.id).await?,
        false => Vec::new(),
    };
    for one in &mut captions {
        one.by = None;
    }
    let inside = match &row.sha256 {
        Some(sha256) => Some(inside::of_content(cx.reader(), sha256).await?),
        None => None,
    };
    Ok(SharedDocument {
        id: row.id,
        kind: row.kind,
        title: row.title,
        description: row.description,
        source: row.source,
        author: row.author,
        licence: row.licence,
        audience: row.audience,
        dated_on: row.dated_on,
        media,
        file_name: row.file_name,
        bytes,
        address: row.address,
        html,
        text,
        inside,
        latest: row.latest,
        captions,
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
