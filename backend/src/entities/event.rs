//! Table `events`.

use domain::ids::{ContributionId, EventId, GroupId, UserId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "events")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: EventId,
    pub at: DateTimeUtc,
    pub actor_id: Option<UserId>,
    pub kind: String,
    pub group_id: Option<GroupId>,
    pub contribution_id: Option<ContributionId>,
    pub user_id: Option<UserId>,
    pub data: String,
    /// From which part of the network, until that is forgotten.
    pub origin: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
