//! Changing the record of a document; the text of a note and the address of a link are versions too.

use domain::{
    Refusal, Version,
    ids::DocumentId,
    library::{DocumentForm, DocumentKind, Record},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    sea_query::Expr,
};

use super::{
    create::{File, write_version},
    entries::sorted,
    load::document_to_change,
};
use crate::{
    Cx, Error, Found, Result,
    entities::{document, document_tag, document_version, library_entry},
    events::{Event, EventKind},
    fold::fold,
};

/// Changes the record.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Invalid`; `Conflict` if somebody changed it since `version`.
pub async fn change(cx: &Cx, id: DocumentId, version: Version, form: &DocumentForm) -> Result<()> {
    let (row, library) = document_to_change(cx, id).await?;
    let record = form.check(row.kind)?;
    let tx = cx.begin().await?;
    let row = document::Entity::find_by_id(id)
        .filter(document::Column::Version.eq(version))
        .one(&tx)
        .await?
        .ok_or(Error::Refused(Refusal::Conflict))?;
    let latest = document_version::Entity::find_by_id((id, row.latest)).one(&tx).await?.found()?;
    let rewritten = match row.kind {
        DocumentKind::File | DocumentKind::Dossier => false,
        DocumentKind::Note => latest.body != record.body,
        DocumentKind::Link => latest.address != record.address,
    };
    let number = row.latest + i32::from(rewritten);
    let renamed = row.title != record.title;
    if rewritten {
        write_version(cx, &tx, id, number, &record, &File::default(), None).await?;
    }
    let mut row: document::ActiveModel = row.into();
    row.title = Set(record.title.clone());
    row.description = Set(record.description);
    row.source = Set(record.source);
    row.author = Set(record.author);
    row.licence = Set(record.licence);
    row.dated_on = Set(record.dated_on);
    row.address = Set(record.address);
    row.audience = Set(record.audience);
    row.latest = Set(number);
    row.changed_at = Set(cx.now);
    row.changed_by = Set(cx.actor.user_id());
    row.version = Set(version.next());
    row.update(&tx).await?;
    write_tags(&tx, id, &record.tags).await?;
    if renamed {
        rename_everywhere(&tx, id, &record.title).await?;
    }
    let kind = if rewritten { EventKind::DocumentVersionAdded } else { EventKind::DocumentChanged };
    told(cx, &tx, kind, &library, id).await?;
    cx.commit(tx).await
}

/// Writes in the journal what was done to a document.
pub(super) async fn told(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    kind: EventKind,
    library: &super::load::Library,
    document: DocumentId,
) -> Result<()> {
    let event = Event::new(kind).data(&serde_json::json!({ "document": document }))?;
    let event = match library.id() {
        Some(group) => event.group(group),
        None => event,
    };
    event.record(cx, tx).await
}

/// A document has one title wherever it stands.
async fn rename_everywhere(tx: &impl ConnectionTrait, id: DocumentId, title: &str) -> Result<()> {
    library_entry::Entity::update_many()
        .col_expr(library_entry::Column::Name, Expr::value(title))
        .col_expr(library_entry::Column::Sorted, Expr::value(sorted(title)))
        .filter(library_entry::Column::DocumentId.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Replaces the tags of a document.
pub(super) async fn write_tags(tx: &impl ConnectionTrait, id: DocumentId, tags: &[String]) -> Result<()> {
    document_tag::Entity::delete_many().filter(document_tag::Column::DocumentId.eq(id)).exec(tx).await?;
    let mut rows: Vec<document_tag::ActiveModel> = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for (position, tag) in (0..).zip(tags) {
        let folded = fold(tag);
        if seen.insert(folded.clone()) {
            rows.push(document_tag::ActiveModel {
                document_id: Set(id),
                folded: Set(folded),
                tag: Set(tag.clone()),
                position: Set(position),
            });
        }
    }
    if !rows.is_empty() {
        document_tag::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// The record of a document as it is, for a version that changes nothing else.
pub(super) fn record_of(row: &document::Model, version: &document_version::Model, reason: String) -> Record {
    Record {
        title: row.title.clone(),
        address: version.address.clone(),
        body: version.body.clone(),
        reason,
        ..Record::default()
    }
}
