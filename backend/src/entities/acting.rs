//! Table `actings`.

use domain::{
    behalf::ActingEnd,
    ids::{ActingId, UserId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "actings")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: ActingId,
    pub for_id: UserId,
    pub by_id: UserId,
    pub begun_at: DateTimeUtc,
    pub until_at: DateTimeUtc,
    pub ended_at: Option<DateTimeUtc>,
    pub ended_how: Option<ActingEnd>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
