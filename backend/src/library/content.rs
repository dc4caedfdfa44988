//! The contents behind the documents: taking them in, giving them out, checking that they are still what they were.

use std::convert::Infallible;

use bytes::Bytes;
use domain::{
    FieldProblem, Refusal,
    ids::{DocumentId, GroupId},
};
use futures::{Stream, stream};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait, Func, OnConflict},
};

use super::{create::File, load, media};
use crate::{
    Cx, Error, Found, Result,
    entities::{document, document_version, file as kept, join},
    files::{FileStore, Fingerprint, Limits, Staged, in_megabytes},
};

/// What may still be received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// The largest file, in bytes.
    pub file: u64,
    /// What is left for all of them, in bytes.
    pub left: u64,
}

impl Room {
    /// The same, after a file of so many bytes.
    #[must_use]
    pub fn after(self, bytes: u64) -> Room {
        Room { left: self.left.saturating_sub(bytes), ..self }
    }
}

/// What the library of a group, or the common one, may still receive.
pub(crate) async fn room_of(cx: &Cx, group: Option<GroupId>) -> Result<Room> {
    let Limits { file, library, all, .. } = cx.backend.files().limits();
    let of_library = match group {
        Some(group) => document::Column::GroupId.eq(group),
        None => document::Column::GroupId.is_null(),
    };
    let documents = join::<document_version::Entity, document::Entity>(
        document_version::Column::DocumentId,
        document::Column::Id,
    );
    let in_library = document_version::Entity::find()
        .select_only()
        .expr(sum(document_version::Column::Bytes))
        .join(JoinType::InnerJoin, documents)
        .filter(of_library);
    let in_all = kept::Entity::find().select_only().expr(sum(kept::Column::Bytes));
    let used =
        |total: Option<Option<i64>>| u64::try_from(total.flatten().unwrap_or_default()).unwrap_or_default();
    let in_library = used(in_library.into_tuple().one(cx.reader()).await?);
    let in_all = used(in_all.into_tuple().one(cx.reader()).await?);
    let left = std::cmp::min(library.saturating_sub(in_library), all.saturating_sub(in_all));
    // The database needs room too: what was written there must not wait for somebody to remove files.
    let left = cx.backend.files().room_on_disk()?.map_or(left, |room| std::cmp::min(room, left));
    Ok(Room { file, left })
}

/// The sum of a column of lengths; databases widen it unless told not to.
fn sum(column: impl ColumnTrait) -> sea_orm::sea_query::SimpleExpr {
    Expr::expr(Func::sum(Expr::col(column.as_column_ref()))).cast_as("bigint")
}

/// Takes in a file as it comes, if there is room.
///
/// # Errors
/// `Invalid` on the field `files`; `Storage`.
pub async fn receive<E>(
    cx: &Cx,
    room: Room,
    content: impl Stream<Item = std::result::Result<Bytes, E>>,
) -> Result<Staged> {
    let limit = std::cmp::min(room.file, room.left);
    match cx.backend.files().receive(content, limit).await {
        Err(Error::Refused(Refusal::Invalid(problems)))
            if matches!(problems.first().map(|p| &p.problem), Some(FieldProblem::FileTooLarge { .. })) =>
        {
            let why = too_much(room, limit.saturating_add(1)).unwrap_or(FieldProblem::TooMuch { max: 1 });
            Err(Refusal::field("files", why).into())
        }
        other => other,
    }
}

/// Why a file of so many bytes is not received, if it is not.
pub(super) fn too_much(room: Room, bytes: u64) -> Option<FieldProblem> {
    if bytes > room.file {
        Some(FieldProblem::FileTooLarge { megabytes: in_megabytes(room.file) })
    } else if bytes > room.left {
        Some(FieldProblem::NoRoom { megabytes: in_megabytes(room.left) })
    } else {
        None
    }
}

/// Gives what has arrived its place, and knows it: from here on a document may name it.
pub(super) async fn keep(cx: &Cx, staged: Staged, name: &str) -> Result<File> {
    keep_in(cx, cx.backend.db().writer(), staged, name).await
}

/// The same, in a transaction that may hold everybody else up.
pub(super) async fn keep_in(cx: &Cx, db: &impl ConnectionTrait, staged: Staged, name: &str) -> Result<File> {
    let store: &FileStore = cx.backend.files();
    let Some(media_type) = media::recognise(&staged.head, name) else {
        store.forget(staged).await;
        return Err(Refusal::field("files", FieldProblem::Program).into());
    };
    let file = File {
        sha256: Some(staged.fingerprint.as_str().to_owned()),
        name: name.to_owned(),
        media_type: media_type.to_owned(),
        bytes: i64::try_from(staged.bytes).unwrap_or(i64::MAX),
    };
    // Noted first: what is noted and names nothing is removed after a while, what is not noted would stay for ever.
    note(cx, db, &file, staged.fingerprint.as_str()).await?;
    store.keep(staged).await?;
    Ok(file)
}

/// Keeps a small content made here, which the caller names in the same breath.
pub(crate) async fn keep_made(cx: &Cx, content: Bytes, media_type: &str) -> Result<String> {
    let store = cx.backend.files();
    let made = stream::iter([Ok::<_, Infallible>(content)]);
    let staged = store.receive(made, u64::MAX).await?;
    let sha256 = staged.fingerprint.as_str().to_owned();
    let file = File {
        sha256: Some(sha256.clone()),
        name: String::new(),
        media_type: media_type.to_owned(),
        bytes: i64::try_from(staged.bytes).unwrap_or(i64::MAX),
    };
    note(cx, cx.backend.db().writer(), &file, &sha256).await?;
    store.keep(staged).await?;
    Ok(sha256)
}

/// A content kept that has no name of its own.
pub(crate) async fn kept_as(cx: &Cx, sha256: &str) -> Result<FileView> {
    let row = kept::Entity::find_by_id(sha256.to_owned()).one(cx.reader()).await?.found()?;
    Ok(FileView {
        fingerprint: Fingerprint::stored(sha256),
        bytes: u64::try_from(row.bytes).unwrap_or_default(),
        media_type: row.media_type,
        name: String::new(),
    })
}

async fn note(cx: &Cx, db: &impl ConnectionTrait, file: &File, sha256: &str) -> Result<()> {
    let row = kept::ActiveModel {
        sha256: Set(sha256.to_owned()),
        bytes: Set(file.bytes),
        media_type: Set(file.media_type.clone()),
        created_at: Set(cx.now),
    };
    kept::Entity::insert(row)
        .on_conflict(
            OnConflict::column(kept::Column::Sha256).update_column(kept::Column::CreatedAt).to_owned(),
        )
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Whether a content is still noted, in the transaction that names it: it may have been removed a moment ago.
pub(crate) async fn still_kept(tx: &impl ConnectionTrait, sha256: &str) -> Result<()> {
    let row = kept::Entity::find_by_id(sha256.to_owned()).lock_shared().one(tx).await?;
    row.map(|_| ()).ok_or_else(|| Error::unexpected("a content was removed while it was deposited"))
}

/// A file to give out.
#[derive(Clone, Debug)]
pub struct FileView {
    /// Where its bytes are.
    pub fingerprint: Fingerprint,
    /// Its length.
    pub bytes: u64,
    /// Its type, as recognised.
    pub media_type: String,
    /// Its name.
    pub name: String,
}

/// The file of a document, or of one of its versions, for somebody who reads it.
///
/// # Errors
/// `NotFound`.
pub async fn file(cx: &Cx, id: DocumentId, version: Option<i32>) -> Result<FileView> {
    let (row, _) = load::document(cx, id).await?;
    let number = version.unwrap_or(row.latest);
    let version = document_version::Entity::find_by_id((id, number)).one(cx.reader()).await?.found()?;
    let sha256 = version.sha256.found()?;
    Ok(FileView {
        fingerprint: Fingerprint::stored(&sha256),
        bytes: u64::try_from(version.bytes).unwrap_or_default(),
        media_type: version.media_type,
        name: version.file_name,
    })
}

/// Reads a file back once it was received: what was written must be what had come.
///
/// # Errors
/// It is not, or it cannot be read.
pub async fn read_back(cx: &Cx, sha256: &str) -> Result<()> {
    let Some(row) = kept::Entity::find_by_id(sha256.to_owned()).one(cx.reader()).await? else {
        return Ok(());
    };
    let bytes = u64::try_from(row.bytes).unwrap_or_default();
    cx.backend.files().verify(&Fingerprint::stored(sha256), bytes).await
}
