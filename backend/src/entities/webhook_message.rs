//! Table `webhook_messages`: what is sent to other programs, and what became of it.

use domain::{
    ids::{WebhookId, WebhookMessageId},
    webhooks::Outcome,
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "webhook_messages")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: WebhookMessageId,
    pub webhook_id: WebhookId,
    pub message_id: String,
    pub kind: String,
    pub body: String,
    pub at: DateTimeUtc,
    pub attempts: i32,
    pub tried_at: Option<DateTimeUtc>,
    pub outcome: Outcome,
    pub trouble: String,
    pub status: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
