//! Table `behalf_marks`.

use domain::{
    behalf::Entered,
    ids::{ActingId, BehalfMarkId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "behalf_marks")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: BehalfMarkId,
    pub acting_id: ActingId,
    pub kind: Entered,
    /// The identifier of what was written, in the table of its kind.
    pub subject: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
