//! Files that became texts, or versions of texts: which, who brought them, and what could not be kept.

use sea_orm_migration::prelude::*;

use crate::columns::{id, index, instant, key, optional_instant, owner, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("text_intakes")
                    .col(id())
                    .col(reference("contribution_id"))
                    .col(words("file_name"))
                    // Kinds and how many, as JSON.
                    .col(words("lost"))
                    .col(instant("at"))
                    .col(reference("by_id"))
                    // Since when it is no longer shown on the page of the text.
                    .col(optional_instant("put_away_at"))
                    .foreign_key(&mut owner("contribution_id", "contributions"))
                    .foreign_key(&mut key("by_id", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("text_intakes", &["contribution_id"])).await
    }
}
