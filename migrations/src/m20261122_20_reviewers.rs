//! Named reviewers of a text; the day by which a text is due.

use sea_orm_migration::prelude::*;

use crate::columns::{index, instant, key, owner, reference};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("contribution_reviewers")
                    .col(reference("contribution_id"))
                    .col(reference("user_id"))
                    .col(ColumnDef::new("due_on").date())
                    .col(reference("named_by"))
                    .col(instant("named_at"))
                    .primary_key(Index::create().col("contribution_id").col("user_id"))
                    .foreign_key(&mut owner("contribution_id", "contributions"))
                    .foreign_key(&mut key("user_id", "users"))
                    .foreign_key(&mut key("named_by", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("contribution_reviewers", &["user_id"])).await?;
        let due = ColumnDef::new("due_on").date().take();
        schema.alter_table(Table::alter().table("contributions").add_column(due).take()).await
    }
}
