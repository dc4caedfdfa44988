//! Making a folder, a note or a link.

use domain::{
    FieldProblem, Refusal, Version,
    ids::{DocumentId, EntryId},
    library::{DocumentForm, DocumentKind, Record, folder_name, may_be_as_deep},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait};

use super::{
    change::write_tags,
    entries::{folder_named, insert, told},
    load::{Spot, hold, spot_to_fill},
    place::Place,
};
use crate::{
    Cx, Result,
    entities::{document, document_version},
    events::EventKind,
};

/// Makes a folder.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Invalid`, also when a folder there has this name; `TooDeep`.
pub async fn create_folder(cx: &Cx, place: &Place, name: &str) -> Result<EntryId> {
    let spot = spot_to_fill(cx, place).await?;
    let name = folder_name(name)?;
    may_be_as_deep(spot.folders().len() + 1)?;
    let tx = cx.begin().await?;
    hold(&tx, &spot).await?;
    if folder_named(&tx, &spot, &name).await?.is_some() {
        return Err(Refusal::field("name", FieldProblem::Taken).into());
    }
    let made = insert(cx, &tx, &spot, &name, None).await?;
    told(cx, &tx, EventKind::FolderCreated, &spot, made.id, None).await?;
    cx.commit(tx).await?;
    Ok(made.id)
}

/// Makes a note.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Invalid`.
pub async fn create_note(cx: &Cx, place: &Place, form: &DocumentForm) -> Result<DocumentId> {
    create(cx, place, DocumentKind::Note, form).await
}

/// Makes a link.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Invalid`.
pub async fn create_link(cx: &Cx, place: &Place, form: &DocumentForm) -> Result<DocumentId> {
    create(cx, place, DocumentKind::Link, form).await
}

/// Makes a note, a link or a dossier.
pub(super) async fn create(
    cx: &Cx,
    place: &Place,
    kind: DocumentKind,
    form: &DocumentForm,
) -> Result<DocumentId> {
    let spot = spot_to_fill(cx, place).await?;
    let record = form.check(kind)?;
    let tx = cx.begin().await?;
    hold(&tx, &spot).await?;
    let made = Made { kind, file: File::default() };
    let told = match kind {
        DocumentKind::Dossier => EventKind::DossierCreated,
        DocumentKind::File | DocumentKind::Note | DocumentKind::Link => EventKind::DocumentDeposited,
    };
    let id = write_as(cx, &tx, &spot, &record, &made, told).await?;
    cx.commit(tx).await?;
    Ok(id)
}

/// The file of a document; nothing for a note or a link.
#[derive(Clone, Debug, Default)]
pub(super) struct File {
    pub sha256: Option<String>,
    pub name: String,
    pub media_type: String,
    pub bytes: i64,
}

/// What a new document is made of, besides its record.
pub(super) struct Made {
    pub kind: DocumentKind,
    pub file: File,
}

/// Writes a document, its first version and where it stands, and tells it.
pub(super) async fn write(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    spot: &Spot,
    record: &Record,
    made: &Made,
) -> Result<DocumentId> {
    write_as(cx, tx, spot, record, made, EventKind::DocumentDeposited).await
}

/// The same, told in the journal as `kind`.
pub(super) async fn write_as(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    spot: &Spot,
    record: &Record,
    made: &Made,
    kind: EventKind,
) -> Result<DocumentId> {
    let me = cx.actor.user_id();
    let row = document::ActiveModel {
        group_id: Set(spot.library.id()),
        kind: Set(made.kind),
        title: Set(record.title.clone()),
        description: Set(record.description.clone()),
        source: Set(record.source.clone()),
        author: Set(record.author.clone()),
        licence: Set(record.licence.clone()),
        dated_on: Set(record.dated_on),
        latest: Set(1),
        sha256: Set(made.file.sha256.clone()),
        file_name: Set(made.file.name.clone()),
        media_type: Set(made.file.media_type.clone()),
        bytes: Set(made.file.bytes),
        address: Set(record.address.clone()),
        audience: Set(record.audience.clone()),
        created_at: Set(cx.now),
        created_by: Set(me),
        changed_at: Set(cx.now),
        changed_by: Set(me),
        version: Set(Version::FIRST),
        ..Default::default()
    };
    let id = row.insert(tx).await?.id;
    write_version(cx, tx, id, 1, record, &made.file, None).await?;
    write_tags(tx, id, &record.tags).await?;
    let entry = insert(cx, tx, spot, &record.title, Some(id)).await?;
    told(cx, tx, kind, spot, entry.id, Some(id)).await?;
    Ok(id)
}

/// Writes one version of a document.
pub(super) async fn write_version(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    document: DocumentId,
    number: i32,
    record: &Record,
    file: &File,
    restores: Option<i32>,
) -> Result<()> {
    let row = document_version::ActiveModel {
        document_id: Set(document),
        number: Set(number),
        sha256: Set(file.sha256.clone()),
        file_name: Set(file.name.clone()),
        media_type: Set(file.media_type.clone()),
        bytes: Set(file.bytes),
        address: Set(record.address.clone()),
        body: Set(record.body.clone()),
        reason: Set(record.reason.clone()),
        restores: Set(restores),
        at: Set(cx.now),
        by_id: Set(cx.actor.user_id()),
    };
    document_version::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}
