//! Table `document_versions`.

use domain::ids::{DocumentId, UserId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "document_versions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub document_id: DocumentId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub sha256: Option<String>,
    pub file_name: String,
    pub media_type: String,
    pub bytes: i64,
    pub address: String,
    pub body: String,
    pub reason: String,
    pub restores: Option<i32>,
    pub at: DateTimeUtc,
    pub by_id: Option<UserId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
