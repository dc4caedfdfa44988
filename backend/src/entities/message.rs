//! Table `messages`.

use domain::{
    Version,
    discussions::MessageState,
    ids::{MessageId, ThreadId, UserId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "messages")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: MessageId,
    pub thread_id: ThreadId,
    pub position: i32,
    pub author_id: UserId,
    pub answers_id: Option<MessageId>,
    pub state: MessageState,
    pub body: String,
    pub html: String,
    pub excerpt: String,
    pub pipeline: i32,
    pub at: DateTimeUtc,
    pub edited_at: Option<DateTimeUtc>,
    pub version: Version,
    pub reason: String,
    pub plea: String,
    pub answer: String,
    pub asked_at: Option<DateTimeUtc>,
    pub judged_by: Option<UserId>,
    pub judged_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
