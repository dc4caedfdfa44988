//! New versions of a document, and former ones brought back: none is ever lost.

use domain::{
    FieldProblem, Refusal,
    ids::DocumentId,
    library::{DocumentKind, file_name, reason},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait, QuerySelect};

use super::{
    change::{record_of, told},
    content::{self, Room},
    create::{File, write_version},
    deposit::read_soon,
    load::document_to_change,
};
use crate::{
    Cx, Found, Result,
    entities::{document, document_version},
    events::EventKind,
    files::Staged,
};

/// What a new version of a document may weigh now.
///
/// # Errors
/// `NotFound`, `Forbidden`; `GroupClosed`.
pub async fn room_for_version(cx: &Cx, id: DocumentId) -> Result<Room> {
    let (row, library) = document_to_change(cx, id).await?;
    is_a_file(&row)?;
    content::room_of(cx, library.id()).await
}

fn is_a_file(row: &document::Model) -> Result<()> {
    if row.kind == DocumentKind::File { Ok(()) } else { Err(Refusal::NotFound.into()) }
}

/// Adds a version to a document: a file that has arrived, and why. The same content again changes nothing.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Invalid`; `Storage`.
pub async fn add_version(cx: &Cx, id: DocumentId, why: &str, sent_as: &str, staged: Staged) -> Result<()> {
    let checked = async {
        let (row, library) = document_to_change(cx, id).await?;
        is_a_file(&row)?;
        let field = |name: &'static str| move |problem: FieldProblem| Refusal::field(name, problem);
        let why = reason(why).map_err(field("reason"))?;
        let name = file_name(sent_as).map_err(field("files"))?;
        Ok::<_, crate::Error>((library, why, name))
    };
    let (library, why, name) = match checked.await {
        Ok(checked) => checked,
        Err(error) => {
            cx.backend.files().forget(staged).await;
            return Err(error);
        }
    };
    let file = content::keep(cx, staged, &name).await?;
    let tx = cx.begin().await?;
    let row = held(&tx, id).await?;
    if row.sha256 == file.sha256 && row.file_name == file.name {
        return Err(Refusal::field("files", FieldProblem::Unchanged).into());
    }
    let latest = document_version::Entity::find_by_id((id, row.latest)).one(&tx).await?.found()?;
    let record = record_of(&row, &latest, why);
    let number = row.latest + 1;
    write_version(cx, &tx, id, number, &record, &file, None).await?;
    put_on_top(cx, &tx, row, number, &file, None).await?;
    read_soon(cx, &tx, &file).await?;
    told(cx, &tx, EventKind::DocumentVersionAdded, &library, id).await?;
    cx.commit(tx).await
}

/// Brings back a former version, as a new one on top of the others.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Conflict` if it is the last one already.
pub async fn restore_version(cx: &Cx, id: DocumentId, number: i32) -> Result<()> {
    let (_, library) = document_to_change(cx, id).await?;
    let tx = cx.begin().await?;
    let row = held(&tx, id).await?;
    if row.latest == number {
        return Err(Refusal::Conflict.into());
    }
    let former = document_version::Entity::find_by_id((id, number)).one(&tx).await?.found()?;
    let file = File {
        sha256: former.sha256.clone(),
        name: former.file_name.clone(),
        media_type: former.media_type.clone(),
        bytes: former.bytes,
    };
    let record = record_of(&row, &former, String::new());
    let next = row.latest + 1;
    write_version(cx, &tx, id, next, &record, &file, Some(number)).await?;
    put_on_top(cx, &tx, row, next, &file, Some(former.address)).await?;
    told(cx, &tx, EventKind::DocumentVersionRestored, &library, id).await?;
    cx.commit(tx).await
}

/// Two versions at once have two numbers.
async fn held(tx: &impl ConnectionTrait, id: DocumentId) -> Result<document::Model> {
    document::Entity::find_by_id(id).lock_exclusive().one(tx).await?.found()
}

async fn put_on_top(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    row: document::Model,
    number: i32,
    file: &File,
    address: Option<String>,
) -> Result<()> {
    let version = row.version.next();
    let mut row: document::ActiveModel = row.into();
    row.latest = Set(number);
    row.sha256 = Set(file.sha256.clone());
    row.file_name = Set(file.name.clone());
    row.media_type = Set(file.media_type.clone());
    row.bytes = Set(file.bytes);
    if let Some(address) = address {
        row.address = Set(address);
    }
    row.changed_at = Set(cx.now);
    row.changed_by = Set(cx.actor.user_id());
    row.version = Set(version);
    row.update(tx).await?;
    Ok(())
}
