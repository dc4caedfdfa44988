//! Keywords: free on each document, and a vocabulary that the council keeps so that one thing has one name.
//!
//! The vocabulary proposes, it forbids nothing. Renaming and merging change the documents too, whoever reads them;
//! counts are those of the documents that the person asking reads.

use std::collections::BTreeMap;

use domain::{
    FieldProblem, Refusal, Version,
    ids::{DocumentId, TagId},
    library::tag_name,
    policy::Permission,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, JoinType, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, sea_query::Expr,
};

use super::{folder::EntryRow, latest::rows_of_documents, visible_to};
use crate::{
    Cx, Error, Found, Page, PageNumber, Result,
    entities::{document, document_tag, join, library_tag},
    events::{Event, EventKind},
    fold::fold,
};

/// Rows a page.
const SIZE: u64 = 50;
/// Keywords proposed while typing.
const PROPOSED: u64 = 300;
/// Free keywords shown to those who keep the vocabulary.
const FREE: u64 = 30;

/// A keyword of the vocabulary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagRow {
    /// Which one.
    pub id: TagId,
    /// Its name.
    pub name: String,
    /// For the next change.
    pub version: Version,
    /// How many documents have it, among those that the person asking reads.
    pub documents: u64,
}

/// The documents that have a keyword.
#[derive(Clone, Debug)]
pub struct Tagged {
    /// Its name.
    pub name: String,
    /// The documents, by title.
    pub page: Page<EntryRow>,
}

/// The vocabulary, for those who read a library.
///
/// # Errors
/// `SignInRequired`.
pub async fn vocabulary(cx: &Cx, number: PageNumber) -> Result<Page<TagRow>> {
    cx.person()?;
    let found = library_tag::Entity::find();
    let total = found.clone().count(cx.reader()).await?;
    let rows = found
        .order_by_asc(library_tag::Column::Folded)
        .offset(number.offset(SIZE))
        .limit(SIZE)
        .all(cx.reader())
        .await?;
    let folded: Vec<String> = rows.iter().map(|row| row.folded.clone()).collect();
    let counts = counts(cx, folded).await?;
    let row = |row: library_tag::Model| TagRow {
        documents: counts.get(&row.folded).copied().unwrap_or_default(),
        id: row.id,
        name: row.name,
        version: row.version,
    };
    Ok(Page { rows: rows.into_iter().map(row).collect(), number, total, size: SIZE })
}

/// A keyword of the vocabulary.
///
/// # Errors
/// `Forbidden` but for administrators; `NotFound`.
pub async fn tag(cx: &Cx, id: TagId) -> Result<TagRow> {
    cx.require(Permission::Administer)?;
    let row = library_tag::Entity::find_by_id(id).one(cx.reader()).await?.found()?;
    let counts = counts(cx, vec![row.folded.clone()]).await?;
    let documents = counts.get(&row.folded).copied().unwrap_or_default();
    Ok(TagRow { id, name: row.name, version: row.version, documents })
}

/// The names of the vocabulary, to be proposed.
///
/// # Errors
/// The database cannot be read.
pub async fn proposed_tags(cx: &Cx) -> Result<Vec<(TagId, String)>> {
    let names = library_tag::Entity::find()
        .select_only()
        .columns([library_tag::Column::Id, library_tag::Column::Name])
        .order_by_asc(library_tag::Column::Folded)
        .limit(PROPOSED)
        .into_tuple()
        .all(cx.reader())
        .await?;
    Ok(names)
}

/// The keywords most used that the vocabulary does not have, among the documents that the person asking reads.
///
/// # Errors
/// `Forbidden` but for administrators.
pub async fn free_tags(cx: &Cx) -> Result<Vec<(String, u64)>> {
    cx.require(Permission::Administer)?;
    let known = library_tag::Entity::find().select_only().column(library_tag::Column::Folded).into_query();
    let found: Vec<(String, i64)> = document_tag::Entity::find()
        .select_only()
        .column_as(document_tag::Column::Tag.min(), "tag")
        .column_as(document_tag::Column::DocumentId.count(), "documents")
        .join(JoinType::InnerJoin, to_document())
        .filter(document_tag::Column::Folded.not_in_subquery(known))
        .filter(visible_to(cx))
        .group_by(document_tag::Column::Folded)
        .order_by_desc(document_tag::Column::DocumentId.count())
        .order_by_asc(document_tag::Column::Folded)
        .limit(FREE)
        .into_tuple()
        .all(cx.reader())
        .await?;
    Ok(found.into_iter().map(|(tag, count)| (tag, count.unsigned_abs())).collect())
}

/// The documents that have a keyword, whatever its case and its accents, as far as the person asking reads them.
///
/// # Errors
/// `SignInRequired`; `NotFound` where neither the vocabulary nor any of these documents has it.
pub async fn tagged(cx: &Cx, tag: &str, number: PageNumber) -> Result<Tagged> {
    cx.person()?;
    let folded = fold(tag);
    let having = document_tag::Entity::find()
        .select_only()
        .column(document_tag::Column::DocumentId)
        .filter(document_tag::Column::Folded.eq(&folded))
        .into_query();
    let found =
        document::Entity::find().filter(document::Column::Id.in_subquery(having)).filter(visible_to(cx));
    let total = found.clone().count(cx.reader()).await?;
    let known =
        library_tag::Entity::find().filter(library_tag::Column::Folded.eq(&folded)).one(cx.reader()).await?;
    if known.is_none() && total == 0 {
        return Err(Refusal::NotFound.into());
    }
    let found = found
        .order_by_asc(document::Column::Title)
        .order_by_asc(document::Column::Id)
        .offset(number.offset(SIZE))
        .limit(SIZE);
    let rows = rows_of_documents(cx, found).await?;
    let name = match known {
        Some(row) => row.name,
        None => rows
            .iter()
            .flat_map(|row| &row.tags)
            .find(|name| fold(name) == folded)
            .cloned()
            .unwrap_or_else(|| tag.to_owned()),
    };
    Ok(Tagged { name, page: Page { rows, number, total, size: SIZE } })
}

/// Adds a keyword to the vocabulary; documents that have it take its spelling.
///
/// # Errors
/// `Forbidden` but for administrators; `Invalid`, also when the vocabulary has it.
pub async fn add_tag(cx: &Cx, name: &str) -> Result<()> {
    cx.require(Permission::Administer)?;
    let name = tag_name(name)?;
    let folded = fold(&name);
    let tx = cx.begin().await?;
    if named(&tx, &folded).await?.is_some() {
        return Err(Refusal::field("name", FieldProblem::Taken).into());
    }
    let row = library_tag::ActiveModel {
        folded: Set(folded.clone()),
        name: Set(name.clone()),
        version: Set(Version::FIRST),
        created_at: Set(cx.now),
        created_by: Set(cx.actor.user_id()),
        ..Default::default()
    };
    let id = row.insert(&tx).await?.id;
    become_one(&tx, &folded, &folded, &name).await?;
    told(cx, &tx, EventKind::TagAdded, id).await?;
    cx.commit(tx).await
}

/// Gives a keyword another name, on the documents too.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Invalid`, also when another has this name; `Conflict`.
pub async fn rename_tag(cx: &Cx, id: TagId, version: Version, name: &str) -> Result<()> {
    cx.require(Permission::Administer)?;
    let name = tag_name(name)?;
    let folded = fold(&name);
    let tx = cx.begin().await?;
    let row = library_tag::Entity::find_by_id(id).lock_exclusive().one(&tx).await?.found()?;
    if row.version != version {
        return Err(Error::Refused(Refusal::Conflict));
    }
    if named(&tx, &folded).await?.is_some_and(|other| other.id != id) {
        return Err(Refusal::field("name", FieldProblem::Taken).into());
    }
    become_one(&tx, &row.folded, &folded, &name).await?;
    let mut row: library_tag::ActiveModel = row.into();
    row.folded = Set(folded);
    row.name = Set(name);
    row.version = Set(version.next());
    row.update(&tx).await?;
    told(cx, &tx, EventKind::TagRenamed, id).await?;
    cx.commit(tx).await
}

/// Makes one keyword of two: what had `id` now has `into`.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Invalid` when there is nothing to merge into.
pub async fn merge_tags(cx: &Cx, id: TagId, into: Option<TagId>) -> Result<()> {
    cx.require(Permission::Administer)?;
    let into = into.filter(|into| *into != id);
    let into = into.ok_or_else(|| Refusal::field("into", FieldProblem::Missing))?;
    let tx = cx.begin().await?;
    let from = library_tag::Entity::find_by_id(id).lock_exclusive().one(&tx).await?.found()?;
    let kept = library_tag::Entity::find_by_id(into).lock_exclusive().one(&tx).await?.found()?;
    become_one(&tx, &from.folded, &kept.folded, &kept.name).await?;
    library_tag::Entity::delete_by_id(id).exec(&tx).await?;
    told(cx, &tx, EventKind::TagsMerged, into).await?;
    cx.commit(tx).await
}

/// Takes a keyword out of the vocabulary; the documents keep it.
///
/// # Errors
/// `NotFound`, `Forbidden`.
pub async fn remove_tag(cx: &Cx, id: TagId) -> Result<()> {
    cx.require(Permission::Administer)?;
    let tx = cx.begin().await?;
    let gone = library_tag::Entity::delete_by_id(id).exec(&tx).await?;
    if gone.rows_affected == 0 {
        return Err(Refusal::NotFound.into());
    }
    told(cx, &tx, EventKind::TagRemoved, id).await?;
    cx.commit(tx).await
}

async fn named(tx: &impl ConnectionTrait, folded: &str) -> Result<Option<library_tag::Model>> {
    Ok(library_tag::Entity::find().filter(library_tag::Column::Folded.eq(folded)).one(tx).await?)
}

/// The documents that have the keyword `from` have `name` instead, once.
async fn become_one(tx: &impl ConnectionTrait, from: &str, folded: &str, name: &str) -> Result<()> {
    if from != folded {
        let both = document_tag::Entity::find()
            .select_only()
            .column(document_tag::Column::DocumentId)
            .filter(document_tag::Column::Folded.eq(folded))
            .into_query();
        document_tag::Entity::delete_many()
            .filter(document_tag::Column::Folded.eq(from))
            .filter(document_tag::Column::DocumentId.in_subquery(both))
            .exec(tx)
            .await?;
    }
    document_tag::Entity::update_many()
        .col_expr(document_tag::Column::Folded, Expr::value(folded))
        .col_expr(document_tag::Column::Tag, Expr::value(name))
        .filter(document_tag::Column::Folded.is_in([from, folded]))
        .exec(tx)
        .await?;
    Ok(())
}

async fn told(cx: &Cx, tx: &impl ConnectionTrait, kind: EventKind, tag: TagId) -> Result<()> {
    Event::new(kind).data(&serde_json::json!({ "tag": tag }))?.record(cx, tx).await
}

async fn counts(cx: &Cx, folded: Vec<String>) -> Result<BTreeMap<String, u64>> {
    if folded.is_empty() {
        return Ok(BTreeMap::new());
    }
    let found: Vec<(String, i64)> = document_tag::Entity::find()
        .select_only()
        .column(document_tag::Column::Folded)
        .column_as(document_tag::Column::DocumentId.count(), "documents")
        .join(JoinType::InnerJoin, to_document())
        .filter(document_tag::Column::Folded.is_in(folded))
        .filter(visible_to(cx))
        .group_by(document_tag::Column::Folded)
        .into_tuple()
        .all(cx.reader())
        .await?;
    Ok(found.into_iter().map(|(folded, count)| (folded, count.unsigned_abs())).collect())
}

/// The keywords of some documents, in their order.
pub(super) async fn tags_of(cx: &Cx, ids: &[DocumentId]) -> Result<BTreeMap<DocumentId, Vec<String>>> {
    let mut tags: BTreeMap<DocumentId, Vec<String>> = BTreeMap::new();
    if ids.is_empty() {
        return Ok(tags);
    }
    let rows: Vec<(DocumentId, String)> = document_tag::Entity::find()
        .select_only()
        .columns([document_tag::Column::DocumentId, document_tag::Column::Tag])
        .filter(document_tag::Column::DocumentId.is_in(ids.iter().copied()))
        .order_by_asc(document_tag::Column::DocumentId)
        .order_by_asc(document_tag::Column::Position)
        .into_tuple()
        .all(cx.reader())
        .await?;
    for (id, tag) in rows {
        tags.entry(id).or_default().push(tag);
    }
    Ok(tags)
}

fn to_document() -> sea_orm::RelationDef {
    join::<document_tag::Entity, document::Entity>(document_tag::Column::DocumentId, document::Column::Id)
}
