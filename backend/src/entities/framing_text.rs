//! Table `framing_texts`: the charter, the rules and the like.

use domain::{
    Version,
    charter::FramingKind,
    ids::{FramingTextId, UserId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "framing_texts")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: FramingTextId,
    pub slug: String,
    pub kind: FramingKind,
    pub title: String,
    pub aim: String,
    /// Whether each member signs it.
    pub to_sign: bool,
    pub version: Version,
    pub changed_at: DateTimeUtc,
    pub changed_by: Option<UserId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
