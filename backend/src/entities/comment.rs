//! Table `comments`.

use domain::{
    Version,
    contributions::{CommentState, Place},
    ids::{CommentId, ContributionId, UserId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "comments")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: CommentId,
    pub contribution_id: ContributionId,
    pub author_id: UserId,
    pub at: DateTimeUtc,
    pub made_on: Version,
    pub place: Place,
    pub starts: i32,
    pub ends: i32,
    pub quoted: String,
    pub state: CommentState,
    pub settled_by: Option<UserId>,
    pub settled_at: Option<DateTimeUtc>,
    pub messages: i32,
    pub last_at: DateTimeUtc,
    pub last_by: UserId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
