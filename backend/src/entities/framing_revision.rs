//! Table `framing_revisions`: what a version of a framing text began with, and what was saved of it while it was prepared.

use domain::{
    Version,
    ids::{FramingVersionId, UserId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "framing_revisions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: FramingVersionId,
    /// What the version had come to.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: Version,
    pub motives: String,
    pub body: String,
    pub starts_on: Option<Date>,
    pub saved_at: DateTimeUtc,
    pub saved_by: Option<UserId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
