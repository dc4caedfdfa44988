//! Table `document_captions`.

use domain::{
    ids::{DocumentId, UserId},
    library::CaptionLanguage,
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "document_captions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub document_id: DocumentId,
    /// The content that they go with.
    #[sea_orm(primary_key, auto_increment = false)]
    pub sha256: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub language: CaptionLanguage,
    /// The name of the file that was sent.
    pub file_name: String,
    /// What was read of it, as JSON.
    pub cues: String,
    pub at: DateTimeUtc,
    pub by_id: Option<UserId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
