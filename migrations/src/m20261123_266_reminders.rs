//! What people were written to about, so that they are not again, and those who want no such mail.

use sea_orm_migration::prelude::*;

use crate::columns::{instant, number, owner, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("reminders")
                    .col(reference("user_id"))
                    .col(words("kind"))
                    // A poll, or a version of a framing text.
                    .col(reference("subject"))
                    .col(number("times"))
                    .col(instant("at"))
                    .primary_key(Index::create().col("user_id").col("kind").col("subject"))
                    .foreign_key(&mut owner("user_id", "users"))
                    .take(),
            )
            .await?;
        schema
            .create_table(
                Table::create()
                    .table("unreminded")
                    .col(reference("user_id").primary_key().take())
                    .col(instant("at"))
                    .foreign_key(&mut owner("user_id", "users"))
                    .take(),
            )
            .await
    }
}
