//! Table `data_settings`: one row, once somebody changed them.

use domain::Version;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "data_settings")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i64,
    pub responsible: String,
    pub contact: String,
    pub officer: String,
    pub officer_contact: String,
    pub keeping: String,
    pub version: Version,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
