//! Table `threads`.

use domain::ids::{ContributionId, GroupId, ThreadId, UserId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "threads")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: ThreadId,
    pub group_id: GroupId,
    pub contribution_id: Option<ContributionId>,
    pub subject: String,
    pub author_id: UserId,
    pub created_at: DateTimeUtc,
    pub messages: i32,
    pub answers: i32,
    pub last_at: DateTimeUtc,
    pub last_by: UserId,
    pub closed_at: Option<DateTimeUtc>,
    pub closed_by: Option<UserId>,
    pub closing_word: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
