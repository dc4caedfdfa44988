//! Table `poll_voters`.

use domain::ids::{PollId, UserId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "poll_voters")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub poll_id: PollId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: UserId,
    /// There is a ballot of this person; of a secret poll, nothing tells which.
    pub has_voted: bool,
    /// How it came; empty as long as there is none.
    pub manner: String,
    /// Who votes in their name.
    pub proxy_id: Option<UserId>,
    /// Who wrote down that proxy, when somebody did for them.
    pub proxy_by: Option<UserId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
