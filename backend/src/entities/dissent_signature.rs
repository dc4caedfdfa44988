//! Table `dissent_signatures`: who signs a minority opinion, with the name they have or had at the adoption.

use domain::ids::{DissentId, UserId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "dissent_signatures")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub dissent_id: DissentId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: UserId,
    pub name: String,
    pub at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
