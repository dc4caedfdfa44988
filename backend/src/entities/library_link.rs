//! Table `library_links`: what people outside read, or deposit in.

use domain::{
    ids::{EntryId, LibraryLinkId, UserId},
    library::LinkKind,
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "library_links")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: LibraryLinkId,
    pub entry_id: EntryId,
    pub kind: LinkKind,
    /// For whom it is.
    pub name: String,
    pub token_hash: String,
    pub password_hash: Option<String>,
    /// How many files it accepts; none where it reads.
    pub files: i32,
    pub received: i32,
    pub created_at: DateTimeUtc,
    pub created_by: UserId,
    pub expires_at: DateTimeUtc,
    pub closed_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
