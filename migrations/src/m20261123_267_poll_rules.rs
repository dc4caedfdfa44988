//! The rules that polls have unless who prepares one chooses others.

use sea_orm_migration::prelude::*;

use crate::columns::{id, instant, key, number, optional_reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("poll_rules")
                    .col(id())
                    .col(words("body"))
                    .col(words("secrecy"))
                    .col(words("quorum"))
                    .col(words("majority"))
                    .col(number("proxies"))
                    .col(instant("changed_at"))
                    .col(optional_reference("changed_by"))
                    .col(number("version"))
                    .foreign_key(&mut key("changed_by", "users"))
                    .take(),
            )
            .await
    }
}
