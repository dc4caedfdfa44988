//! Table `library_entries`: what stands where, folders and documents alike.

use domain::{
    Version,
    ids::{DocumentId, EntryId, GroupId, UserId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "library_entries")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: EntryId,
    /// The library it stands in; none for the common one.
    pub group_id: Option<GroupId>,
    pub parent_id: Option<EntryId>,
    /// The folders it is in, from the outermost, such as `/3/12/`.
    pub path: String,
    /// Where lists find it; empty once in the bin.
    pub shelf: String,
    pub rank: i32,
    pub name: String,
    pub sorted: String,
    /// The document that stands here; none for a folder.
    pub document_id: Option<DocumentId>,
    pub created_at: DateTimeUtc,
    pub created_by: Option<UserId>,
    pub version: Version,
    pub binned_at: Option<DateTimeUtc>,
    pub binned_by: Option<UserId>,
    pub binned_with: Option<EntryId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The folders it is in, from the outermost.
    pub fn ancestors(&self) -> Vec<EntryId> {
        self.path.split('/').filter_map(|id| id.parse().ok()).collect()
    }

    /// The path of what stands in this folder.
    pub fn path_within(&self) -> String {
        format!("{}{}/", self.path, self.id)
    }
}
