//! Table `poll_open_ballots`.

use domain::{
    ids::{PollId, UserId},
    polls::{Choice, Manner},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "poll_open_ballots")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub poll_id: PollId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: UserId,
    pub choice: Choice,
    pub manner: Manner,
    /// Who cast it in their name or typed it in; themselves otherwise.
    pub cast_by: UserId,
    pub cast_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
