//! Table `poll_secret_ballots`: no name and no time, in no order.

use domain::{ids::PollId, polls::Choice};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "poll_secret_ballots")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub poll_id: PollId,
    /// Random, known to who cast it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub receipt: String,
    pub choice: Choice,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
