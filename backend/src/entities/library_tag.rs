//! Table `library_tags`: the vocabulary of keywords that the council keeps.

use domain::{
    Version,
    ids::{TagId, UserId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "library_tags")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: TagId,
    /// Without case nor accents.
    pub folded: String,
    pub name: String,
    pub version: Version,
    pub created_at: DateTimeUtc,
    pub created_by: Option<UserId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
