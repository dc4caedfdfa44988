//! Tasks being handed over: running a group, or presiding when no group is named.

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
                    .table("handovers")
                    .col(id())
                    .col(optional_reference("group_id"))
                    .col(reference("from_id"))
                    .col(reference("to_id"))
                    .col(words("state"))
                    .col(words("note"))
                    .col(instant("at"))
                    .col(optional_instant("answered_at"))
                    .foreign_key(&mut owner("group_id", "groups"))
                    .foreign_key(&mut owner("from_id", "users"))
                    .foreign_key(&mut owner("to_id", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("handovers", &["from_id", "state"])).await?;
        schema.create_index(index("handovers", &["to_id", "state"])).await
    }
}
