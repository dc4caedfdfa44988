//! The libraries, document by document, each where it stands first.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::{
    ids::{DocumentId, EntryId, GroupId, UserId},
    library::{DocumentKind, stem},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    super::{Export, Trouble},
    Groups,
};
use crate::{
    clock::day,
    entities::{document, document_tag, document_version, library_entry},
    library::{free_path, plain_name},
};

/// Bytes of a name: file systems take no more than 255.
const NAME: usize = 200;

/// A document of a library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Which.
    pub id: DocumentId,
    /// The group whose library answers for it; none for the common one.
    pub group: Option<GroupId>,
    /// The folders where it stands, from the outermost.
    pub folders: Vec<String>,
    /// What it is.
    pub kind: DocumentKind,
    /// Its title.
    pub title: String,
    /// Where its file is in the archive, from its root; none for what is no file.
    pub path: Option<String>,
    /// The fingerprint of its file.
    pub sha256: Option<String>,
    /// Where a link leads; may be empty.
    pub address: String,
    /// What a note says, in Markdown; may be empty.
    pub body: String,
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
    /// The day it bears.
    pub dated_on: Option<NaiveDate>,
    /// Who deposited it.
    pub by: Option<UserId>,
    /// When.
    pub on: NaiveDate,
}

/// A name that any computer can give to a file or a folder.
fn named(name: &str) -> String {
    let name = plain_name(name);
    let (start, ending) = name.split_at(stem(&name).len());
    let mut end = start.len().min(NAME.saturating_sub(ending.len()));
    while !start.is_char_boundary(end) {
        end -= 1;
    }
    // What begins with a dot is hidden, and what ends with a space or a dot is not the same everywhere.
    let start = start[..end].trim_matches(['.', ' ']);
    if start.is_empty() { format!("document{ending}") } else { format!("{start}{ending}") }
}

impl Export {
    /// The documents that stand somewhere, library by library, folder by folder.
    ///
    /// # Errors
    /// `Database`.
    pub async fn documents(&self, groups: &Groups) -> Result<Vec<Document>, Trouble> {
        let db = self.snapshot.reader();
        let entries = library_entry::Entity::find()
            .filter(library_entry::Column::BinnedAt.is_null())
            .order_by_asc(library_entry::Column::Id)
            .all(db)
            .await?;
        let folders: BTreeMap<EntryId, String> = entries
            .iter()
            .filter(|entry| entry.document_id.is_none())
            .map(|entry| (entry.id, entry.name.clone()))
            .collect();
        let mut tags: BTreeMap<DocumentId, Vec<String>> = BTreeMap::new();
        let rows = document_tag::Entity::find()
            .order_by_asc(document_tag::Column::DocumentId)
            .order_by_asc(document_tag::Column::Position)
            .all(db)
            .await?;
        for row in rows {
            tags.entry(row.document_id).or_default().push(row.tag);
        }
        let rows = document::Entity::find().order_by_asc(document::Column::Id).all(db).await?;
        let mut places: BTreeMap<DocumentId, &library_entry::Model> = BTreeMap::new();
        let homes: BTreeMap<DocumentId, Option<GroupId>> =
            rows.iter().map(|row| (row.id, row.group_id)).collect();
        for entry in &entries {
            let Some(id) = entry.document_id else { continue };
            let at_home = |entry: &library_entry::Model| homes.get(&id) == Some(&entry.group_id);
            // The first place in its own library, or else the first one.
            if places.get(&id).is_none_or(|known| !at_home(known) && at_home(entry)) {
                places.insert(id, entry);
            }
        }
        let mut documents = Vec::new();
        for row in rows {
            let Some(entry) = places.get(&row.id) else { continue };
            let folders = entry.ancestors().iter().filter_map(|id| folders.get(id).cloned()).collect();
            let body = match row.kind {
                DocumentKind::Note => self.note(row.id, row.latest).await?,
                DocumentKind::File | DocumentKind::Link | DocumentKind::Dossier => String::new(),
            };
            let tags = tags.remove(&row.id).unwrap_or_default();
            documents.push((row.file_name.clone(), told(row, entry.group_id, folders, body, tags)));
        }
        documents.sort_by(|(_, one), (_, other)| {
            (one.group, &one.folders, one.id).cmp(&(other.group, &other.folders, other.id))
        });
        let mut taken = BTreeSet::new();
        let placed = documents.into_iter().map(|(file_name, mut document)| {
            if document.sha256.is_some() {
                let library = document.group.and_then(|id| groups.get(&id));
                let library = library.map_or("commun", |group| group.slug.as_str());
                let folders: String =
                    document.folders.iter().map(|name| format!("{}/", named(name))).collect();
                document.path =
                    free_path(&format!("library/{library}/{folders}"), &named(&file_name), &mut taken);
            }
            document
        });
        Ok(placed.collect())
    }

    async fn note(&self, id: DocumentId, number: i32) -> Result<String, Trouble> {
        let version = document_version::Entity::find()
            .filter(document_version::Column::DocumentId.eq(id))
            .filter(document_version::Column::Number.eq(number))
            .one(self.snapshot.reader())
            .await?;
        Ok(version.map(|row| row.body).unwrap_or_default())
    }
}

fn told(
    row: document::Model,
    group: Option<GroupId>,
    folders: Vec<String>,
    body: String,
    tags: Vec<String>,
) -> Document {
    Document {
        id: row.id,
        group,
        folders,
        kind: row.kind,
        title: row.title,
        path: None,
        sha256: row.sha256.filter(|_| row.kind == DocumentKind::File),
        address: row.address,
        body,
        description: row.description,
        tags,
        source: row.source,
        author: row.author,
        licence: row.licence,
        dated_on: row.dated_on,
        by: row.created_by,
        on: day(row.created_at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_that_any_disk_takes() {
        assert_eq!(named("Plan d’été.pdf"), "Plan d’été.pdf");
        assert_eq!(named("a/b:c?.odt"), "a-b-c-.odt");
        assert_eq!(named("..."), "document");
        assert_eq!(named(".cache"), "cache");
        let long = named(&format!("{}.docx", "é".repeat(180)));
        assert!(long.len() <= NAME && long.ends_with("é.docx"), "{long}");
    }
}
