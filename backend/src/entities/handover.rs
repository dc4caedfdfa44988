//! Table `handovers`.

use domain::{
    groups::HandoverState,
    ids::{GroupId, HandoverId, UserId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "handovers")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: HandoverId,
    /// The group that is handed over; none for presiding.
    pub group_id: Option<GroupId>,
    pub from_id: UserId,
    pub to_id: UserId,
    pub state: HandoverState,
    pub note: String,
    pub at: DateTimeUtc,
    pub answered_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
