//! Working groups and who belongs to them.

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
                    .table("groups")
                    .col(id())
                    .col(words("slug").unique_key().take())
                    .col(words("name"))
                    .col(words("kind"))
                    .col(words("visibility"))
                    .col(words("state"))
                    .col(words("mandate"))
                    .col(instant("created_at"))
                    .col(optional_instant("closed_at"))
                    .col(number("version"))
                    .take(),
            )
            .await?;
        schema
            .create_table(
                Table::create()
                    .table("memberships")
                    .col(id())
                    .col(reference("group_id"))
                    .col(reference("user_id"))
                    .col(words("role"))
                    .col(instant("since"))
                    .foreign_key(&mut owner("group_id", "groups"))
                    .foreign_key(&mut owner("user_id", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("memberships", &["group_id", "user_id"]).unique().take()).await?;
        schema.create_index(index("memberships", &["user_id"])).await
    }
}
