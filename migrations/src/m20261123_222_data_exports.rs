//! When somebody asked for a copy of their data: not too often, and taken soon after.

use sea_orm_migration::prelude::*;

use crate::columns::{id, index, instant, owner, reference};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("data_exports")
                    .col(id())
                    .col(reference("user_id"))
                    .col(instant("at"))
                    .foreign_key(&mut owner("user_id", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("data_exports", &["user_id", "at"])).await
    }
}
