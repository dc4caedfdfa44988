//! Table `methods`: the sheets of the toolbox.

use domain::{
    Version,
    ids::{MethodId, UserId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "methods")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: MethodId,
    pub slug: String,
    pub title: String,
    pub aim: String,
    /// Codes between spaces, in their order.
    pub needs: String,
    pub people_min: i32,
    pub people_max: i32,
    pub minutes: i32,
    pub steps: String,
    pub use_when: String,
    pub room: String,
    pub variants: String,
    pub traps: String,
    pub accessibility: String,
    pub source: String,
    /// The sheet in English as one text; empty where it is in French only.
    pub english: String,
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
