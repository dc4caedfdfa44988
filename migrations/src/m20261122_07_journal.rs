//! The journal: who did what, when.

use sea_orm_migration::prelude::*;

use crate::columns::{id, index, instant, optional_reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("events")
                    .col(id())
                    .col(instant("at"))
                    .col(optional_reference("actor_id"))
                    .col(words("kind"))
                    .col(optional_reference("group_id"))
                    .col(optional_reference("contribution_id"))
                    .col(optional_reference("user_id"))
                    .col(words("data"))
                    .take(),
            )
            .await?;
        schema.create_index(index("events", &["group_id", "id"])).await?;
        schema.create_index(index("events", &["contribution_id", "id"])).await?;
        schema.create_index(index("events", &["user_id", "id"])).await
    }
}
