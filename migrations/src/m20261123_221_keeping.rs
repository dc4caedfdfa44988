//! Who answers for the data, how long things are kept, and what went of itself each day.

use sea_orm_migration::prelude::*;

use crate::columns::{number, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("data_settings")
                    .col(ColumnDef::new("id").big_integer().not_null().primary_key())
                    .col(words("responsible"))
                    .col(words("contact"))
                    .col(words("officer"))
                    .col(words("officer_contact"))
                    // Days by kind, as JSON: those that the council chose.
                    .col(words("keeping"))
                    .col(number("version"))
                    .take(),
            )
            .await?;
        schema
            .create_table(
                Table::create()
                    .table("purges")
                    .col(ColumnDef::new("day").date().not_null())
                    .col(words("kind"))
                    .col(ColumnDef::new("removed").big_integer().not_null())
                    .primary_key(Index::create().col("day").col("kind"))
                    .take(),
            )
            .await
    }
}
