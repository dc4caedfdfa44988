//! Table `tutorial_pleas`: where people said that they are stuck, and agreed that it be seen.

use domain::ids::{PleaId, TutorialId, UserId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tutorial_pleas")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: PleaId,
    pub tutorial_id: TutorialId,
    pub user_id: UserId,
    /// From 1.
    pub step: i32,
    /// May be empty.
    pub words: String,
    pub at: DateTimeUtc,
    pub settled_at: Option<DateTimeUtc>,
    pub settled_by: Option<UserId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
