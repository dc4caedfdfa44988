//! Table `acronyms`: the glossary.

use domain::{
    Version,
    ids::{AcronymId, UserId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "acronyms")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: AcronymId,
    pub slug: String,
    pub term: String,
    pub expansion: String,
    pub explanation: String,
    /// Empty where it is explained in French only.
    pub explanation_en: String,
    /// Empty while it is to be checked.
    pub source: String,
    /// The mark of what the program shipped here last; empty for what the council wrote itself.
    pub shipped: String,
    /// Whether somebody changed what was shipped.
    pub edited: bool,
    pub set_aside: bool,
    pub version: Version,
    pub changed_at: DateTimeUtc,
    pub changed_by: Option<UserId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
