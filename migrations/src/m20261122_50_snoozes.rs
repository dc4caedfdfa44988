//! What somebody put off, and until when.

use sea_orm_migration::prelude::*;

use crate::columns::{owner, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("snoozes")
            .col(reference("user_id"))
            .col(words("kind"))
            .col(reference("subject"))
            .col(ColumnDef::new("until").date().not_null())
            .primary_key(Index::create().col("user_id").col("kind").col("subject"))
            .foreign_key(&mut owner("user_id", "users"))
            .take();
        schema.create_table(table).await
    }
}
