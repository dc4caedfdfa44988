//! Photos of people and pictures of groups: the contents that they are.

use sea_orm_migration::prelude::*;

use crate::columns::optional_words;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in ["users", "groups"] {
            let portrait = optional_words("portrait");
            schema.alter_table(Table::alter().table(table).add_column(portrait).take()).await?;
        }
        Ok(())
    }
}
