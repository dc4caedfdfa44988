//! Table `sponsors`: who accompanies new members, or offers to.

use domain::{
    ids::{SponsorId, UserId},
    welcome::SponsorState,
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sponsors")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: SponsorId,
    /// The new member.
    pub user_id: UserId,
    /// Who accompanies them, or offers to.
    pub sponsor_id: UserId,
    pub state: SponsorState,
    pub at: DateTimeUtc,
    /// When they got in touch.
    pub met_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
