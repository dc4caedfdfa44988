//! Table `text_images`.

use domain::ids::{ContributionId, UserId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "text_images")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub contribution_id: ContributionId,
    /// As in its address.
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    pub sha256: String,
    pub at: DateTimeUtc,
    pub by_id: UserId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
