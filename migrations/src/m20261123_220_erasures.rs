//! People who ask to be erased, and those who were: a mark that is nobody's name tells them in an older backup.

use sea_orm_migration::prelude::*;

use crate::columns::{instant, optional_instant, optional_reference, owner, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let erased = Table::alter().table("users").add_column(optional_instant("erased_at")).take();
        schema.alter_table(erased).await?;
        schema
            .create_table(
                Table::create()
                    .table("erasure_requests")
                    .col(reference("user_id").primary_key())
                    .col(words("words"))
                    .col(instant("at"))
                    .foreign_key(&mut owner("user_id", "users"))
                    .take(),
            )
            .await?;
        schema
            .create_table(
                Table::create()
                    .table("erasures")
                    .col(reference("user_id").primary_key())
                    .col(words("mark"))
                    .col(instant("at"))
                    .col(optional_reference("by_id"))
                    .take(),
            )
            .await
    }
}
