//! Tokens, by which programs ask in the name of people, and the answers kept for what they ask again.

use sea_orm_migration::prelude::*;

use crate::columns::{id, index, instant, number, optional_instant, owner, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("api_tokens")
                    .col(id())
                    .col(reference("user_id"))
                    .col(words("name"))
                    // The token itself is nowhere: its hash, and its first characters to tell it from the others.
                    .col(words("token_hash").unique_key())
                    .col(words("shown"))
                    // Codes between spaces.
                    .col(words("scopes"))
                    .col(instant("created_at"))
                    .col(instant("expires_at"))
                    .col(ColumnDef::new("used_on").date())
                    .col(optional_instant("revoked_at"))
                    // How many requests it made in which minute, counted from 1970.
                    .col(reference("minute"))
                    .col(number("requests"))
                    .foreign_key(&mut owner("user_id", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("api_tokens", &["user_id"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("api_answers")
                    .col(reference("token_id"))
                    .col(words("request_key"))
                    // Of what was asked: the same key with something else is refused.
                    .col(words("fingerprint"))
                    .col(instant("at"))
                    // 0 as long as there is no answer.
                    .col(number("status"))
                    .col(words("headers"))
                    .col(words("body"))
                    .primary_key(Index::create().col("token_id").col("request_key"))
                    .foreign_key(&mut owner("token_id", "api_tokens"))
                    .take(),
            )
            .await?;
        schema.create_index(index("api_answers", &["at"])).await
    }
}
