//! Depositing a file: the rights first, then the bytes, then the document.

use domain::{
    Refusal,
    ids::DocumentId,
    library::{DocumentKind, NAME_MAX, Record, file_name, folders_of, stem},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
};

use super::{
    content::{self, Room},
    create::{File, Made, write},
    entries::{folders_along, sorted},
    load::{self, Spot},
    place::Place,
};
use crate::{
    Cx, Result,
    entities::{document, join, library_entry},
    files::Staged,
    jobs::{self, Job},
};

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deposited {
    /// It is a new document.
    New(DocumentId),
    /// The same content is there under the same name.
    AlreadyThere(DocumentId),
}

/// What may be deposited at a place now.
///
/// # Errors
/// `NotFound`, `Forbidden`; `GroupClosed`.
pub async fn room(cx: &Cx, place: &Place) -> Result<Room> {
    let spot = load::spot_to_fill(cx, place).await?;
    content::room_of(cx, spot.library.id()).await
}

/// Makes a document of a file that has arrived, at a place or in the folders that its name says.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Invalid` on the field `files`; `Storage`.
pub async fn deposit(cx: &Cx, place: &Place, sent_as: &str, staged: Staged) -> Result<Deposited> {
    let checked = match load::spot_to_fill(cx, place).await {
        Ok(spot) => file_name(sent_as)
            .map(|name| (spot, name))
            .map_err(|problem| Refusal::field("files", problem).into()),
        Err(error) => Err(error),
    };
    let (spot, name) = match checked {
        Ok(checked) => checked,
        Err(error) => {
            cx.backend.files().forget(staged).await;
            return Err(error);
        }
    };
    let file = content::keep(cx, staged, &name).await?;
    let tx = cx.begin().await?;
    load::hold(&tx, &spot).await?;
    let spot = folders_along(cx, &tx, &spot, &folders_of(sent_as)).await?;
    let title = match free_title(&tx, &spot, stem(&name), &file).await? {
        Ok(title) => title,
        Err(there) => return Ok(Deposited::AlreadyThere(there)),
    };
    let record = Record { title, ..Record::default() };
    let made = Made { kind: DocumentKind::File, file };
    let id = write(cx, &tx, &spot, &record, &made).await?;
    read_soon(cx, &tx, &made.file).await?;
    cx.commit(tx).await?;
    Ok(Deposited::New(id))
}

/// Leaves the job that reads what is inside a file.
pub(super) async fn read_soon(cx: &Cx, tx: &impl ConnectionTrait, file: &File) -> Result<()> {
    let Some(sha256) = file.sha256.clone() else { return Ok(()) };
    content::still_kept(tx, &sha256).await?;
    let job = Job::ReadFile { sha256, media_type: file.media_type.clone(), name: file.name.clone() };
    jobs::enqueue(cx, tx, &job).await
}

#[derive(FromQueryResult)]
struct Namesake {
    sorted: String,
    id: DocumentId,
    sha256: Option<String>,
}

/// A title that no document there has, « Avis (2) » if need be; or the document that is this very file.
pub(super) async fn free_title(
    tx: &impl ConnectionTrait,
    spot: &Spot,
    title: &str,
    file: &File,
) -> Result<std::result::Result<String, DocumentId>> {
    let documents = join::<library_entry::Entity, document::Entity>(
        library_entry::Column::DocumentId,
        document::Column::Id,
    );
    let first = sorted(title);
    let there: Vec<Namesake> = library_entry::Entity::find()
        .select_only()
        .column(library_entry::Column::Sorted)
        .columns([document::Column::Id, document::Column::Sha256])
        .join(JoinType::InnerJoin, documents)
        .filter(library_entry::Column::Shelf.eq(spot.shelf()))
        .filter(library_entry::Column::Rank.eq(1))
        .filter(library_entry::Column::Sorted.starts_with(&first))
        .into_model()
        .all(tx)
        .await?;
    let of_its_name = |row: &&Namesake| row.sorted == first || row.sorted.starts_with(&format!("{first} ("));
    if let Some(same) = there.iter().filter(of_its_name).find(|row| row.sha256 == file.sha256) {
        return Ok(Err(same.id));
    }
    let taken = |title: &str| there.iter().any(|row| row.sorted == sorted(title));
    let short: String = title.chars().take(NAME_MAX as usize - 8).collect();
    let numbered = (2..).map(|n| format!("{short} ({n})"));
    let mut titles = std::iter::once(title.to_owned()).chain(numbered);
    Ok(Ok(titles.find(|title| !taken(title)).unwrap_or_else(|| title.to_owned())))
}
