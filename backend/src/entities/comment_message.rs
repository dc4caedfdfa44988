//! Table `comment_messages`.

use domain::{
    Version,
    discussions::MessageState,
    ids::{CommentId, CommentMessageId, UserId},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "comment_messages")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: CommentMessageId,
    pub comment_id: CommentId,
    pub position: i32,
    pub author_id: UserId,
    pub state: MessageState,
    pub body: String,
    pub html: String,
    pub excerpt: String,
    pub pipeline: i32,
    pub at: DateTimeUtc,
    pub edited_at: Option<DateTimeUtc>,
    pub version: Version,
    pub reason: String,
    pub judged_by: Option<UserId>,
    pub judged_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
