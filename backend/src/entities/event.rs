//! Table `events`.

use domain::ids::{ActingId, ContributionId, EventId, GroupId, UserId};
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
    /// On behalf of the actor, by whom this says; its details say it too, which the chain stands for.
    pub acting_id: Option<ActingId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
