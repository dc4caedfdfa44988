//! Table `webhooks`: other programs that are told of what becomes public.

use domain::ids::{UserId, WebhookId};
use sea_orm::entity::prelude::*;

#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "webhooks")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: WebhookId,
    pub name: String,
    pub address: String,
    pub kinds: String,
    pub secret: String,
    pub created_at: DateTimeUtc,
    pub created_by: UserId,
    pub stopped_at: Option<DateTimeUtc>,
    pub stopped_why: String,
    pub failing_since: Option<DateTimeUtc>,
}

// Without its address nor its secret, which no log may have.
impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("webhook").field("id", &self.id).finish_non_exhaustive()
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
