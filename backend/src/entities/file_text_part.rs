//! Table `file_text_parts`: the text of each content, part by part; what is long has several.

use domain::library::FilePart;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "file_text_parts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub sha256: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub kind: FilePart,
    /// The page, the slide or the sheet it is of, from 1.
    pub page: i32,
    /// The name of a sheet.
    pub name: String,
    /// What is written, as JSON.
    pub blocks: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
