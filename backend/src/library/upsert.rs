//! Bringing in files from outside, with what is known of them: running it twice changes nothing twice.

use bytes::Bytes;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Actor, Person, Refusal, Version,
    ids::{DocumentId, GroupId, UserId},
    library::{Depositors, DocumentKind, LibraryFacts, Record, file_name, folders_of, stem},
    policy::Permission,
};
use futures::stream;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::{
    change::write_tags,
    content,
    create::{File, Made, write, write_version},
    deposit::read_soon,
    entries::folders_along,
    load::{Library, Spot},
};
use crate::{
    Cx, Found, Outcome, Result,
    entities::{document, document_tag, group, join, library_entry},
};

/// A file brought in.
#[derive(Clone, Debug)]
pub struct Brought {
    /// The group in whose library it stands; none for the common one.
    pub group: Option<GroupId>,
    /// Its name, after its folders.
    pub sent_as: String,
    /// What it holds.
    pub content: Bytes,
    /// Its title; that of its name if it is empty.
    pub title: String,
    /// May be empty.
    pub description: String,
    /// In their order.
    pub tags: Vec<String>,
    /// May be empty.
    pub source: String,
    /// May be empty.
    pub author: String,
    /// May be empty.
    pub licence: String,
    /// May be unknown.
    pub dated_on: Option<NaiveDate>,
    /// Who deposited it, if it is known.
    pub by: Option<UserId>,
    /// When, if it is known.
    pub at: Option<DateTime<Utc>>,
}

/// Brings a file in, or brings the document that stands at its place up to date, in a transaction.
///
/// # Errors
/// `Forbidden` but for administrators and the program itself; `Invalid` on the field `files`; `Storage`.
pub async fn upsert(cx: &Cx, tx: &impl ConnectionTrait, brought: &Brought) -> Result<Outcome> {
    cx.require(Permission::Administer)?;
    let name = file_name(&brought.sent_as).map_err(|problem| Refusal::field("files", problem))?;
    let file = keep(cx, tx, brought, &name).await?;
    let spot = Spot { library: library(tx, brought.group).await?, folder: None };
    let past = as_deposited(cx, brought);
    let spot = folders_along(&past, tx, &spot, &folders_of(&brought.sent_as)).await?;
    let title = if brought.title.is_empty() { stem(&name).to_owned() } else { brought.title.clone() };
    let record = Record {
        title,
        description: brought.description.clone(),
        source: brought.source.clone(),
        author: brought.author.clone(),
        licence: brought.licence.clone(),
        dated_on: brought.dated_on,
        tags: brought.tags.clone(),
        ..Record::default()
    };
    match named(tx, &spot, &name).await? {
        Some(row) => bring_up_to_date(cx, tx, row, &record, &file).await,
        None => {
            write(&past, tx, &spot, &record, &Made { kind: DocumentKind::File, file: file.clone() }).await?;
            read_soon(cx, tx, &file).await?;
            Ok(Outcome::Created)
        }
    }
}

/// Its content gets its place at once: what a trial keeps is forgotten with its store.
async fn keep(cx: &Cx, tx: &impl ConnectionTrait, brought: &Brought, name: &str) -> Result<File> {
    let store = cx.backend.files();
    let content = stream::iter([Ok::<_, std::io::Error>(brought.content.clone())]);
    let staged = store.receive(content, store.limits().file).await?;
    content::keep_in(cx, tx, staged, name).await
}

/// The same moment and person as when it was deposited.
fn as_deposited(cx: &Cx, brought: &Brought) -> Cx {
    let actor = brought.by.map(|id| {
        let (roles, groups) = (Vec::new(), Vec::new());
        let (name, delegated) = (String::new(), Vec::new());
        Actor::Person(Person { id, name, administrator: false, roles, groups, delegated })
    });
    Cx { now: brought.at.unwrap_or(cx.now), actor: actor.unwrap_or(Actor::System), ..cx.clone() }
}

/// In the transaction: the group may just have been made.
async fn library(tx: &impl ConnectionTrait, group: Option<GroupId>) -> Result<Library> {
    Ok(match group {
        Some(id) => {
            let row = group::Entity::find_by_id(id).one(tx).await?.found()?;
            Library { facts: LibraryFacts::Group(row.facts()), group: Some(row) }
        }
        None => Library { facts: LibraryFacts::Common(Depositors::Few), group: None },
    })
}

/// The document whose file has this name, at a place.
async fn named(tx: &impl ConnectionTrait, spot: &Spot, name: &str) -> Result<Option<document::Model>> {
    let entries = join::<document::Entity, library_entry::Entity>(
        document::Column::Id,
        library_entry::Column::DocumentId,
    );
    let row = document::Entity::find()
        .join(JoinType::InnerJoin, entries)
        .filter(library_entry::Column::Shelf.eq(spot.shelf()))
        .filter(document::Column::FileName.eq(name))
        .order_by_asc(document::Column::Id)
        .limit(1)
        .one(tx)
        .await?;
    Ok(row)
}

async fn bring_up_to_date(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    row: document::Model,
    record: &Record,
    file: &File,
) -> Result<Outcome> {
    let id: DocumentId = row.id;
    let tags: Vec<String> = document_tag::Entity::find()
        .select_only()
        .column(document_tag::Column::Tag)
        .filter(document_tag::Column::DocumentId.eq(id))
        .order_by_asc(document_tag::Column::Position)
        .into_tuple()
        .all(tx)
        .await?;
    // What the table does not say stays as people wrote it since.
    let other = |new: &str, old: &str| !new.is_empty() && new != old;
    let described = other(&record.description, &row.description)
        || other(&record.source, &row.source)
        || other(&record.author, &row.author)
        || other(&record.licence, &row.licence)
        || (record.dated_on.is_some() && record.dated_on != row.dated_on)
        || (!record.tags.is_empty() && record.tags != tags);
    let rewritten = row.sha256 != file.sha256;
    if !described && !rewritten {
        return Ok(Outcome::Unchanged);
    }
    let number = row.latest + i32::from(rewritten);
    let version: Version = row.version.next();
    let kept = |new: &str, old: &str| if new.is_empty() { old.to_owned() } else { new.to_owned() };
    let mut changed: document::ActiveModel = row.clone().into();
    changed.description = Set(kept(&record.description, &row.description));
    changed.source = Set(kept(&record.source, &row.source));
    changed.author = Set(kept(&record.author, &row.author));
    changed.licence = Set(kept(&record.licence, &row.licence));
    changed.dated_on = Set(record.dated_on.or(row.dated_on));
    changed.changed_at = Set(cx.now);
    changed.version = Set(version);
    if rewritten {
        write_version(
            cx,
            tx,
            id,
            number,
            &Record { title: row.title.clone(), ..Record::default() },
            file,
            None,
        )
        .await?;
        changed.latest = Set(number);
        changed.sha256 = Set(file.sha256.clone());
        changed.media_type = Set(file.media_type.clone());
        changed.bytes = Set(file.bytes);
        read_soon(cx, tx, file).await?;
    }
    changed.update(tx).await?;
    if !record.tags.is_empty() {
        write_tags(tx, id, &record.tags).await?;
    }
    Ok(Outcome::Changed)
}
