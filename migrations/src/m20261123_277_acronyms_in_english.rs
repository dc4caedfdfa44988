//! Acronyms explained in English too; what their letters stand for stays French, as the institutions are.

use sea_orm_migration::prelude::*;

use crate::columns::words;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let english = words("explanation_en").default("").take();
        schema.alter_table(Table::alter().table("acronyms").add_column(english).take()).await
    }
}
