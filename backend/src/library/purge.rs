//! What goes for good: the bins after their days, documents that stand nowhere, contents that nothing names.

use chrono::TimeDelta;
use domain::personal_data::Kept;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
    QueryTrait,
};

use super::{bin, outside, upload};
use crate::{
    Backend, Result, backups, charter, contributions,
    entities::{adoption, document, document_version, file, former_edition, library_entry},
    events::{Event, EventKind},
    files::Fingerprint,
    personal_data, portraits, printing,
};

/// Contents that nothing names are kept so long: what is being deposited has no document yet.
const A_DAY: TimeDelta = TimeDelta::days(1);
/// What is still arriving after so long never will.
const ARRIVING: TimeDelta = TimeDelta::days(2);
/// Contents removed at a time.
const AT_ONCE: u64 = 200;

/// Empties the bins of what has been there long enough, and removes the contents that no document names any more.
///
/// # Errors
/// The database or the file store refused it.
pub async fn purge(backend: &Backend) -> Result<()> {
    let cx = &backend.system();
    let tx = cx.begin().await?;
    let gone = bin::empty(cx, &tx).await?;
    if gone > 0 {
        let standing = library_entry::Entity::find()
            .select_only()
            .column(library_entry::Column::DocumentId)
            .filter(library_entry::Column::DocumentId.is_not_null())
            .into_query();
        document::Entity::delete_many()
            .filter(document::Column::Id.not_in_subquery(standing))
            .exec(&tx)
            .await?;
        let told = Event::new(EventKind::LibraryPurged);
        told.data(&serde_json::json!({ "entries": gone }))?.record(cx, &tx).await?;
        personal_data::note(&tx, cx.now, Kept::Bin, gone).await?;
    }
    cx.commit(tx).await?;
    printing::forget_old(backend).await?;
    contributions::forget_unheld_images(cx).await?;
    contributions::forget_begun_images(cx).await?;
    remove_all(backend, Condition::all().add(file::Column::CreatedAt.lt(cx.now - A_DAY))).await?;
    let given_up = upload::forget_given_up(backend).await?;
    personal_data::note(backend.db().writer(), cx.now, Kept::Uploads, given_up).await?;
    outside::forget_expired(backend).await?;
    backend.files().sweep(cx.now - ARRIVING).await
}

/// Removes these contents, if no document nor anything else names them any more.
pub(crate) async fn remove_unnamed(backend: &Backend, contents: &[String]) -> Result<()> {
    remove_all(backend, Condition::all().add(file::Column::Sha256.is_in(contents.iter().map(String::as_str))))
        .await
}

/// Removes the contents that nothing names, of those that `chosen` chooses.
async fn remove_all(backend: &Backend, chosen: Condition) -> Result<()> {
    let cx = &backend.system();
    let named = document_version::Entity::find()
        .select_only()
        .column(document_version::Column::Sha256)
        .filter(document_version::Column::Sha256.is_not_null())
        .into_query();
    let besides = [
        printing::named(),
        charter::scans(),
        contributions::image_contents(),
        contributions::begun_image_contents(),
    ];
    let unnamed = portraits::named().into_iter().chain(besides).fold(
        Condition::all().add(chosen).add(file::Column::Sha256.not_in_subquery(named)),
        |unnamed, named| unnamed.add(file::Column::Sha256.not_in_subquery(named)),
    );
    let found = file::Entity::find().filter(unnamed.clone()).limit(AT_ONCE).all(cx.reader()).await?;
    for row in found {
        let tx = cx.begin().await?;
        if !backups::may_remove(cx, &tx).await? {
            // A backup that is being made names it, perhaps: it goes with the next purge.
            return tx.rollback().await;
        }
        let gone = file::Entity::delete_many()
            .filter(file::Column::Sha256.eq(&row.sha256))
            .filter(unnamed.clone())
            .exec(&tx)
            .await?;
        cx.commit(tx).await?;
        let db = backend.db().writer();
        if gone.rows_affected == 1 {
            let fingerprint = Fingerprint::stored(&row.sha256);
            backend.files().remove_unless(&fingerprint, async || is_named(db, &row.sha256).await).await?;
        }
    }
    Ok(())
}

/// Whether a content came back in the meantime, or is that of a frozen text.
async fn is_named(db: &impl ConnectionTrait, sha256: &str) -> Result<bool> {
    let again = file::Entity::find_by_id(sha256.to_owned()).count(db).await?;
    let frozen = adoption::Entity::find().filter(adoption::Column::Fingerprint.eq(sha256)).count(db).await?;
    let former = former_edition::Entity::find()
        .filter(former_edition::Column::Fingerprint.eq(sha256))
        .count(db)
        .await?;
    Ok(again + frozen + former > 0)
}
