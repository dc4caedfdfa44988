//! Table `unsent_messages`.

use domain::ids::{GroupId, MessageId, ThreadId, UserId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "unsent_messages")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub user_id: UserId,
    pub group_id: GroupId,
    pub thread_id: Option<ThreadId>,
    pub message_id: Option<MessageId>,
    pub subject: String,
    pub body: String,
    pub about: String,
    pub at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
