//! Table `file_texts`: what came of reading each content.

use domain::library::{FileTextCut, FileTextState};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "file_texts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub sha256: String,
    pub state: FileTextState,
    pub cut: Option<FileTextCut>,
    pub pages: Option<i32>,
    pub recognised: bool,
    pub characters: i64,
    pub media_type: String,
    pub name: String,
    pub attempts: i32,
    pub asked_at: DateTimeUtc,
    pub claimed_at: Option<DateTimeUtc>,
    pub read_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
