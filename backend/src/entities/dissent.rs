//! Table `dissents`: minority opinions.

use domain::{
    Version,
    ids::{ContributionId, DissentId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "dissents")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: DissentId,
    pub contribution_id: ContributionId,
    pub title: String,
    pub body: String,
    pub html: String,
    pub version: Version,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
