//! Table `tutorials`: guides made of steps.

use domain::{
    Version,
    ids::{TutorialId, TutorialPathId, UserId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tutorials")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: TutorialId,
    pub slug: String,
    pub title: String,
    pub summary: String,
    pub body: String,
    /// Empty where it is in French only.
    pub title_en: String,
    pub summary_en: String,
    pub body_en: String,
    /// Codes between spaces, in their order.
    pub audiences: String,
    pub minutes: i32,
    /// How many steps the text has.
    pub steps: i32,
    pub path_id: Option<TutorialPathId>,
    pub rank: i32,
    /// The screens that it helps on, one a line.
    pub help: String,
    /// The mark of what the program shipped here last; empty for what the council wrote itself.
    pub shipped: String,
    /// Whether somebody changed what was shipped.
    pub edited: bool,
    pub set_aside: bool,
    pub version: Version,
    pub changed_at: DateTimeUtc,
    pub changed_by: Option<UserId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
