//! Table `framing_amendment_supports`: who supports which amendment, as it is worded.

use domain::ids::{AmendmentId, UserId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "framing_amendment_supports")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub amendment_id: AmendmentId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: UserId,
    pub at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
