//! Images of texts: each belongs to one text, which names it by its address.

use sea_orm_migration::prelude::*;

use crate::columns::{instant, key, owner, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("text_images")
                    .col(reference("contribution_id"))
                    // The beginning of its fingerprint, and its kind.
                    .col(words("name"))
                    .col(words("sha256"))
                    .col(instant("at"))
                    .col(reference("by_id"))
                    .primary_key(Index::create().col("contribution_id").col("name"))
                    .foreign_key(&mut owner("contribution_id", "contributions"))
                    .foreign_key(&mut key("by_id", "users"))
                    .take(),
            )
            .await
    }
}
