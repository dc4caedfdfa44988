//! Versions of a text that people name, and all who typed one.

use sea_orm_migration::prelude::*;

use crate::columns::{key, optional_words, owner, reference};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let name = optional_words("name");
        schema.alter_table(Table::alter().table("revisions").add_column(name).take()).await?;
        // Beside the one who is said to have written it.
        schema
            .create_table(
                Table::create()
                    .table("revision_writers")
                    .col(reference("revision_id"))
                    .col(reference("user_id"))
                    .primary_key(Index::create().col("revision_id").col("user_id"))
                    .foreign_key(&mut owner("revision_id", "revisions"))
                    .foreign_key(&mut key("user_id", "users"))
                    .take(),
            )
            .await
    }
}
