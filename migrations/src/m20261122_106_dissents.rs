//! Minority opinions, and who signs them.

use sea_orm_migration::prelude::*;

use crate::columns::{id, index, instant, key, number, owner, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("dissents")
                    .col(id())
                    .col(reference("contribution_id"))
                    .col(words("title"))
                    .col(words("body"))
                    .col(words("html"))
                    .col(number("version"))
                    .col(instant("created_at"))
                    .col(instant("updated_at"))
                    .foreign_key(&mut owner("contribution_id", "contributions"))
                    .take(),
            )
            .await?;
        schema.create_index(index("dissents", &["contribution_id"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("dissent_signatures")
                    .col(reference("dissent_id"))
                    .col(reference("user_id"))
                    .col(words("name"))
                    .col(instant("at"))
                    .primary_key(Index::create().col("dissent_id").col("user_id"))
                    .foreign_key(&mut owner("dissent_id", "dissents"))
                    .foreign_key(&mut key("user_id", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("dissent_signatures", &["user_id"])).await
    }
}
