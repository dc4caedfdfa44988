//! The browsers in which people signed in, so that they are told of a new one.

use sea_orm_migration::prelude::*;

use crate::columns::{id, index, instant, owner, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("known_devices")
                    .col(id())
                    .col(reference("user_id"))
                    // The hash of what the browser holds.
                    .col(words("token_hash"))
                    .col(instant("first_seen_at"))
                    .col(instant("last_seen_at"))
                    .foreign_key(&mut owner("user_id", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("known_devices", &["user_id", "token_hash"]).unique().take()).await?;
        schema.create_index(index("known_devices", &["last_seen_at"])).await
    }
}
