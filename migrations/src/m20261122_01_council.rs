//! The council: one row.

use sea_orm_migration::prelude::*;

use crate::columns::{instant, number, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("council")
                    .col(ColumnDef::new("id").big_integer().not_null().primary_key())
                    .col(words("name"))
                    .col(words("territory"))
                    .col(words("presentation"))
                    .col(words("joining"))
                    .col(words("contact_email"))
                    .col(words("colleges"))
                    .col(words("words"))
                    .col(instant("created_at"))
                    .col(number("version"))
                    .take(),
            )
            .await
    }
}
