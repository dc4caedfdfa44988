//! Table `tutorial_opinions`: what people think of tutorials.

use domain::ids::{TutorialId, UserId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tutorial_opinions")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub tutorial_id: TutorialId,
    pub user_id: UserId,
    pub useful: bool,
    /// May be empty.
    pub words: String,
    pub at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
