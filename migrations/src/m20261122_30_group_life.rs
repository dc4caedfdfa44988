//! The mandate letter of a group, what it hands in when it closes, and why it went back to work.

use sea_orm_migration::prelude::*;

use crate::columns::{optional_reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let additions = [
            // By whom it is asked, for which day, and what is to be handed in.
            words("asked_by").default("").take(),
            ColumnDef::new("due_on").date().take(),
            words("deliverable").default("").take(),
            // A published text of the group, or else a sentence.
            optional_reference("handed_in_id"),
            words("handed_in").default("").take(),
            words("closing_note").default("").take(),
            words("reopening_reason").default("").take(),
        ];
        for column in additions {
            schema.alter_table(Table::alter().table("groups").add_column(column).take()).await?;
        }
        Ok(())
    }
}
