//! Table `contributions`.

use domain::{
    Version,
    contributions::{ContributionKind, State},
    ids::{ContributionId, GroupId, RevisionId, UserId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contributions")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: ContributionId,
    pub group_id: GroupId,
    pub kind: ContributionKind,
    pub state: State,
    pub title: String,
    pub title_folded: String,
    pub summary: String,
    pub byline: String,
    pub revision_id: Option<RevisionId>,
    pub created_by: UserId,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub state_since: DateTimeUtc,
    pub version: Version,
    pub due_on: Option<Date>,
    pub consulted_until: Option<Date>,
    pub consultation: String,
    pub consulted_at: Option<DateTimeUtc>,
    pub suggestions: i32,
    pub comments: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
