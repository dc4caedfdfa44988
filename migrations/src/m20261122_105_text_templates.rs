//! The models of texts that the council wrote itself: one for each kind of text, and none for a kind that keeps the one it
//! came with.

use sea_orm_migration::prelude::*;

use crate::columns::{instant, key, number, optional_words, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("text_templates")
                    .col(words("kind").primary_key().take())
                    .col(optional_words("body"))
                    .col(number("version"))
                    .col(reference("changed_by"))
                    .col(instant("changed_at"))
                    .foreign_key(&mut key("changed_by", "users"))
                    .take(),
            )
            .await
    }
}
