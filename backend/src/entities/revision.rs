//! Table `revisions`.

use domain::ids::{ContributionId, RevisionId, UserId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "revisions")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: RevisionId,
    pub contribution_id: ContributionId,
    pub position: i32,
    pub title: String,
    pub summary: String,
    pub body: String,
    pub reason: String,
    pub words_added: i32,
    pub words_removed: i32,
    pub author_id: UserId,
    pub at: DateTimeUtc,
    pub merged_from: Option<i32>,
    pub name: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
