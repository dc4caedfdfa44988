//! Accounts of sign-in services that open one here.

use sea_orm_migration::prelude::*;

use crate::columns::{id, index, instant, optional_instant, owner, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("linked_accounts")
                    .col(id())
                    .col(reference("user_id"))
                    // Who vouches for them, and what it knows them by: nothing else of them is kept.
                    .col(words("issuer"))
                    .col(words("subject"))
                    .col(instant("created_at"))
                    .col(optional_instant("used_at"))
                    .foreign_key(&mut owner("user_id", "users"))
                    .take(),
            )
            .await?;
        // One account elsewhere opens one here, and each service vouches for somebody once.
        schema.create_index(index("linked_accounts", &["issuer", "subject"]).unique().take()).await?;
        schema.create_index(index("linked_accounts", &["user_id", "issuer"]).unique().take()).await
    }
}
