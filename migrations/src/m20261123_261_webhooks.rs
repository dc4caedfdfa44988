//! Other programs that are told of what becomes public, and what was sent to them.

use sea_orm_migration::prelude::*;

use crate::columns::{id, index, instant, key, number, optional_instant, owner, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("webhooks")
                    .col(id())
                    .col(words("name"))
                    .col(words("address"))
                    // Codes between spaces.
                    .col(words("kinds"))
                    // What messages are signed with: it is needed as it is.
                    .col(words("secret"))
                    .col(instant("created_at"))
                    .col(reference("created_by"))
                    .col(optional_instant("stopped_at"))
                    .col(words("stopped_why"))
                    // Since when nothing is received, if anything was sent since.
                    .col(optional_instant("failing_since"))
                    .foreign_key(&mut key("created_by", "users"))
                    .take(),
            )
            .await?;
        schema
            .create_table(
                Table::create()
                    .table("webhook_messages")
                    .col(id())
                    .col(reference("webhook_id"))
                    .col(words("message_id"))
                    .col(words("kind"))
                    .col(words("body"))
                    .col(instant("at"))
                    .col(number("attempts"))
                    .col(optional_instant("tried_at"))
                    .col(words("outcome"))
                    .col(words("trouble"))
                    // What was answered last; 0 if nothing was.
                    .col(number("status"))
                    .foreign_key(&mut owner("webhook_id", "webhooks"))
                    .take(),
            )
            .await?;
        schema.create_index(index("webhook_messages", &["webhook_id"])).await?;
        schema.create_index(index("webhook_messages", &["at"])).await
    }
}
