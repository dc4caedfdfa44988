//! Table `delegations`.

use domain::{
    delegations::DelegationState,
    ids::{DelegationId, GroupId, UserId},
    people::CouncilRole,
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delegations")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: DelegationId,
    pub from_id: UserId,
    pub to_id: UserId,
    /// The role in the council, or none when it is a group.
    pub role: Option<CouncilRole>,
    pub group_id: Option<GroupId>,
    pub starts_on: Date,
    pub ends_on: Date,
    pub reason: String,
    pub state: DelegationState,
    pub at: DateTimeUtc,
    pub answered_at: Option<DateTimeUtc>,
    pub ended_at: Option<DateTimeUtc>,
    pub ended_by: Option<UserId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
