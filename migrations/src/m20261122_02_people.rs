//! People and their mandates.

use sea_orm_migration::prelude::*;

use crate::columns::{id, index, instant, number, optional_instant, optional_words, owner, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("users")
                    .col(id())
                    .col(words("email").unique_key().take())
                    .col(words("name"))
                    .col(ColumnDef::new("is_administrator").boolean().not_null())
                    .col(optional_words("password_hash"))
                    .col(words("college"))
                    .col(words("organisation"))
                    .col(words("commune"))
                    .col(optional_words("language"))
                    .col(instant("created_at"))
                    .col(optional_instant("suspended_at"))
                    .col(optional_instant("last_visit_at"))
                    .col(optional_instant("previous_visit_at"))
                    .col(number("version"))
                    .take(),
            )
            .await?;
        schema
            .create_table(
                Table::create()
                    .table("mandates")
                    .col(id())
                    .col(reference("user_id"))
                    .col(words("role"))
                    .col(ColumnDef::new("starts_on").date().not_null())
                    .col(ColumnDef::new("ends_on").date())
                    .foreign_key(&mut owner("user_id", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("mandates", &["user_id", "starts_on"])).await
    }
}
