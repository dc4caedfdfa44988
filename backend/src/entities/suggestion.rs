//! Table `suggestions`.

use domain::{
    Version,
    contributions::{Place, SuggestionState},
    ids::{ContributionId, SuggestionId, UserId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "suggestions")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: SuggestionId,
    pub contribution_id: ContributionId,
    pub author_id: UserId,
    pub at: DateTimeUtc,
    pub made_on: Version,
    pub place: Place,
    pub starts: i32,
    pub ends: i32,
    pub quoted: String,
    pub proposed: String,
    pub reason: String,
    pub answers_id: Option<SuggestionId>,
    pub state: SuggestionState,
    pub version: Version,
    pub settled_by: Option<UserId>,
    pub settled_at: Option<DateTimeUtc>,
    pub answer: String,
    pub settled_in: Option<Version>,
    pub told: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
