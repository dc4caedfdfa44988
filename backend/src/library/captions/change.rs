//! Adding, replacing, removing captions.

use domain::{
    Refusal,
    ids::DocumentId,
    library::{CaptionLanguage, Media, file_name},
};
use extraction::captions::Cue;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, sea_query::OnConflict,
};

use crate::{
    Cx, Error, Found, Result,
    entities::{document, document_caption},
    events::{Event, EventKind},
    library::{
        content::Room,
        load::{Library, document_to_change},
    },
};

/// The largest file of captions, in megabytes.
pub const MEGABYTES: u64 = 1;

/// The sound or the film, for somebody who may change it now, and its content.
async fn heard(cx: &Cx, id: DocumentId) -> Result<(Library, String)> {
    let (row, library) = document_to_change(cx, id).await?;
    let sha256 = row.sha256.filter(|_| Media::of(&row.media_type).is_heard()).found()?;
    Ok((library, sha256))
}

/// What may be received of captions; they are kept as words, which no quota counts.
///
/// # Errors
/// `NotFound`, also when it is neither a sound nor a film; `Forbidden`; `GroupClosed`.
pub async fn captions_room(cx: &Cx, id: DocumentId) -> Result<Room> {
    heard(cx, id).await?;
    Ok(Room { file: MEGABYTES * 1_000_000, left: u64::MAX })
}

/// Gives the recording captions in a language, in place of those that it had.
///
/// # Errors
/// `NotFound`, `Forbidden`, `GroupClosed`; `Invalid`; `Conflict` if another recording came meanwhile.
pub async fn change_captions(
    cx: &Cx,
    id: DocumentId,
    language: CaptionLanguage,
    sent_as: &str,
    cues: &[Cue],
) -> Result<()> {
    let (library, sha256) = heard(cx, id).await?;
    let name = file_name(sent_as).map_err(|problem| Refusal::field("files", problem))?;
    let row = document_caption::ActiveModel {
        document_id: Set(id),
        sha256: Set(sha256.clone()),
        language: Set(language),
        file_name: Set(name),
        cues: Set(serde_json::to_string(cues)?),
        at: Set(cx.now),
        by_id: Set(cx.actor.user_id()),
    };
    let tx = cx.begin().await?;
    still(&tx, id, &sha256).await?;
    let same = [
        document_caption::Column::DocumentId,
        document_caption::Column::Sha256,
        document_caption::Column::Language,
    ];
    let changed = [
        document_caption::Column::FileName,
        document_caption::Column::Cues,
        document_caption::Column::At,
        document_caption::Column::ById,
    ];
    document_caption::Entity::insert(row)
        .on_conflict(OnConflict::columns(same).update_columns(changed).to_owned())
        .exec_without_returning(&tx)
        .await?;
    told(cx, &tx, EventKind::CaptionsChanged, &library, id, &[language]).await?;
    cx.commit(tx).await
}

/// Takes the captions in a language away.
///
/// # Errors
/// `NotFound`, `Forbidden`, `GroupClosed`.
pub async fn remove_captions(cx: &Cx, id: DocumentId, language: CaptionLanguage) -> Result<()> {
    let (library, sha256) = heard(cx, id).await?;
    let tx = cx.begin().await?;
    let gone = document_caption::Entity::delete_by_id((id, sha256, language)).exec(&tx).await?;
    if gone.rows_affected == 0 {
        return Err(Refusal::NotFound.into());
    }
    told(cx, &tx, EventKind::CaptionsRemoved, &library, id, &[language]).await?;
    cx.commit(tx).await
}

/// Gives the recording the captions of the versions before, in the languages in which it has none.
///
/// # Errors
/// `NotFound`, also when there are none; `Forbidden`, `GroupClosed`; `Conflict` if another recording came meanwhile.
pub async fn take_up_captions(cx: &Cx, id: DocumentId) -> Result<()> {
    let (library, sha256) = heard(cx, id).await?;
    let tx = cx.begin().await?;
    still(&tx, id, &sha256).await?;
    let rows = document_caption::Entity::find()
        .filter(document_caption::Column::DocumentId.eq(id))
        .order_by_desc(document_caption::Column::At)
        .order_by_asc(document_caption::Column::Sha256)
        .all(&tx)
        .await?;
    let mut there: Vec<CaptionLanguage> =
        rows.iter().filter(|row| row.sha256 == sha256).map(|row| row.language).collect();
    let mut taken = Vec::new();
    for row in rows {
        if there.contains(&row.language) {
            continue;
        }
        there.push(row.language);
        taken.push(row.language);
        put_on(&tx, row, id, &sha256).await?;
    }
    if taken.is_empty() {
        return Err(Refusal::NotFound.into());
    }
    told(cx, &tx, EventKind::CaptionsChanged, &library, id, &taken).await?;
    cx.commit(tx).await
}

/// The captions of a recording, for the copy of its document.
pub(in crate::library) async fn copy(
    tx: &impl ConnectionTrait,
    from: DocumentId,
    to: DocumentId,
    sha256: &str,
) -> Result<()> {
    let rows = document_caption::Entity::find()
        .filter(document_caption::Column::DocumentId.eq(from))
        .filter(document_caption::Column::Sha256.eq(sha256))
        .all(tx)
        .await?;
    for row in rows {
        put_on(tx, row, to, sha256).await?;
    }
    Ok(())
}

async fn put_on(
    tx: &impl ConnectionTrait,
    row: document_caption::Model,
    id: DocumentId,
    sha256: &str,
) -> Result<()> {
    let document_caption::Model { language, file_name, cues, at, by_id, .. } = row;
    let row = document_caption::Model {
        document_id: id,
        sha256: sha256.to_owned(),
        language,
        file_name,
        cues,
        at,
        by_id,
    };
    let row: document_caption::ActiveModel = row.into();
    document_caption::Entity::insert(row.reset_all()).exec_without_returning(tx).await?;
    Ok(())
}

/// The recording is held: nobody replaces it before its captions are there.
async fn still(tx: &impl ConnectionTrait, id: DocumentId, sha256: &str) -> Result<()> {
    let row = document::Entity::find_by_id(id).lock_shared().one(tx).await?.found()?;
    if row.sha256.as_deref() == Some(sha256) { Ok(()) } else { Err(Error::Refused(Refusal::Conflict)) }
}

async fn told(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    kind: EventKind,
    library: &Library,
    id: DocumentId,
    languages: &[CaptionLanguage],
) -> Result<()> {
    let event = Event::new(kind).data(&serde_json::json!({ "document": id, "languages": languages }))?;
    let event = match library.id() {
        Some(group) => event.group(group),
        None => event,
    };
    event.record(cx, tx).await
}
