//! Table `method_uses`: what people told of a method after a meeting.

use domain::ids::{GroupId, MethodId, MethodUseId, UserId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "method_uses")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: MethodUseId,
    pub method_id: MethodId,
    pub held_on: Date,
    pub group_id: Option<GroupId>,
    pub worked: String,
    pub otherwise: String,
    pub told_by: UserId,
    pub told_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
