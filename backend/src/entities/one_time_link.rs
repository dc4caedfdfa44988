//! Table `one_time_links`.

use domain::{
    accounts::LinkPurpose,
    ids::{EmailChangeId, OneTimeLinkId, UserId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "one_time_links")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: OneTimeLinkId,
    pub user_id: UserId,
    pub purpose: LinkPurpose,
    pub token_hash: String,
    pub email_change_id: Option<EmailChangeId>,
    pub created_by: Option<UserId>,
    pub created_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    pub used_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
