//! Method sheets in English too.

use sea_orm_migration::prelude::*;

use crate::columns::words;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let english = words("english").default("").take();
        schema.alter_table(Table::alter().table("methods").add_column(english).take()).await
    }
}
