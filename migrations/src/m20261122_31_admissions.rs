//! Requests to join a group and invitations to it: one a person and a group, the latest.

use sea_orm_migration::prelude::*;

use crate::columns::{id, index, instant, optional_instant, optional_reference, owner, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("admissions")
                    .col(id())
                    .col(reference("group_id"))
                    .col(reference("user_id"))
                    .col(words("kind"))
                    .col(words("state"))
                    .col(words("role"))
                    .col(reference("by_id"))
                    .col(words("message"))
                    .col(instant("at"))
                    .col(optional_reference("answered_by"))
                    .col(words("answer"))
                    .col(optional_instant("answered_at"))
                    .foreign_key(&mut owner("group_id", "groups"))
                    .foreign_key(&mut owner("user_id", "users"))
                    .foreign_key(&mut owner("by_id", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("admissions", &["group_id", "user_id"]).unique().take()).await?;
        schema.create_index(index("admissions", &["user_id", "state"])).await
    }
}
