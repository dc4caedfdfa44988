//! Table `former_editions`.

use domain::ids::{ContributionId, RevisionId, UserId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "former_editions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub contribution_id: ContributionId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    pub revision_id: RevisionId,
    pub fingerprint: String,
    pub reason: String,
    pub at: DateTimeUtc,
    pub replaced_at: DateTimeUtc,
    pub replaced_by: UserId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
