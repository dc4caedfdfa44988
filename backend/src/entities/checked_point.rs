//! Table `checked_points`.

use domain::ids::{ContributionId, UserId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "checked_points")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub contribution_id: ContributionId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub point: String,
    pub user_id: UserId,
    pub at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
