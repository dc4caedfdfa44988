//! Table `tutorial_paths`: sequences of tutorials.

use domain::ids::TutorialPathId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tutorial_paths")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: TutorialPathId,
    pub slug: String,
    pub title: String,
    pub summary: String,
    /// Empty where it is in French only.
    pub title_en: String,
    pub summary_en: String,
    /// The mark of what the program shipped here last; empty for what the council made itself.
    pub shipped: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
