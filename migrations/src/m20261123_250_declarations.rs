//! What members declare: conflicts of interest, and that they stand back for a time.

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
                    .table("declarations")
                    .col(id())
                    .col(reference("user_id"))
                    .col(words("kind"))
                    .col(words("subject"))
                    .col(words("words"))
                    .col(ColumnDef::new("starts_on").date().not_null())
                    // None: until it is ended.
                    .col(ColumnDef::new("ends_on").date())
                    .col(instant("declared_at"))
                    // When whoever declared it ended it; the last day is then that of the end.
                    .col(optional_instant("ended_at"))
                    .foreign_key(&mut key("user_id", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("declarations", &["user_id"])).await?;
        schema.create_index(index("declarations", &["ends_on"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("declaration_targets")
                    .col(reference("declaration_id"))
                    // A text, a group or a poll, and its identifier.
                    .col(words("kind"))
                    .col(reference("target_id"))
                    .primary_key(Index::create().col("declaration_id").col("kind").col("target_id"))
                    .foreign_key(&mut owner("declaration_id", "declarations"))
                    .take(),
            )
            .await
    }
}
