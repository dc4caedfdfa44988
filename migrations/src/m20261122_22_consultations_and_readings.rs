//! Texts in consultation; the last version each person opened; versions made of two; the council's checklist.

use sea_orm_migration::prelude::*;

use crate::columns::{index, instant, key, number, optional_instant, owner, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let additions = [
            ("contributions", ColumnDef::new("consulted_until").date().take()),
            ("contributions", words("consultation").default("").take()),
            // When it was opened: those who are consulted read what was said from then on.
            ("contributions", optional_instant("consulted_at")),
            // The version it was typed over, when it was put together with a later one.
            ("revisions", ColumnDef::new("merged_from").integer().take()),
            // Points to check before a text is proposed, as a list in JSON.
            ("council", words("checklist").default("[]").take()),
        ];
        for (table, column) in additions {
            schema.alter_table(Table::alter().table(table).add_column(column).take()).await?;
        }
        schema.create_index(index("contributions", &["consulted_until"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("readings")
                    .col(reference("user_id"))
                    .col(reference("contribution_id"))
                    .col(number("version"))
                    .col(instant("at"))
                    .primary_key(Index::create().col("user_id").col("contribution_id"))
                    .foreign_key(&mut owner("user_id", "users"))
                    .foreign_key(&mut owner("contribution_id", "contributions"))
                    .take(),
            )
            .await?;
        schema.create_index(index("readings", &["contribution_id"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("checked_points")
                    .col(reference("contribution_id"))
                    .col(words("point"))
                    .col(reference("user_id"))
                    .col(instant("at"))
                    .primary_key(Index::create().col("contribution_id").col("point"))
                    .foreign_key(&mut owner("contribution_id", "contributions"))
                    .foreign_key(&mut key("user_id", "users"))
                    .take(),
            )
            .await
    }
}
