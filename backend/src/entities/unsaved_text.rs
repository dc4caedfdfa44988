//! Table `unsaved_texts`.

use domain::{
    Version,
    ids::{ContributionId, GroupId, UserId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "unsaved_texts")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub user_id: UserId,
    pub group_id: GroupId,
    pub contribution_id: Option<ContributionId>,
    pub base_version: Version,
    pub title: String,
    pub kind: String,
    pub summary: String,
    pub body: String,
    pub reason: String,
    pub at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
