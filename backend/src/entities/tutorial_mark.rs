//! Table `tutorial_marks`: the steps that people took.

use domain::ids::{TutorialId, UserId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tutorial_marks")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub tutorial_id: TutorialId,
    pub user_id: UserId,
    /// From 1.
    pub step: i32,
    pub at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
