//! Table `documents`.

use domain::{
    Version,
    ids::{DocumentId, GroupId, UserId},
    library::DocumentKind,
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "documents")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: DocumentId,
    /// The library that answers for it; none for the common one.
    pub group_id: Option<GroupId>,
    pub kind: DocumentKind,
    pub title: String,
    pub description: String,
    pub source: String,
    pub author: String,
    pub licence: String,
    pub dated_on: Option<Date>,
    /// The number of its last version.
    pub latest: i32,
    pub sha256: Option<String>,
    pub file_name: String,
    pub media_type: String,
    pub bytes: i64,
    pub address: String,
    pub created_at: DateTimeUtc,
    pub created_by: Option<UserId>,
    pub changed_at: DateTimeUtc,
    pub changed_by: Option<UserId>,
    pub version: Version,
    /// For whom a dossier is.
    pub audience: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
