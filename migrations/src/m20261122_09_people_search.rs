//! What the directory searches: name, organisation and commune of a person, without accents or capitals.

use sea_orm_migration::prelude::*;

use crate::columns::words;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .alter_table(Table::alter().table("users").add_column(words("folded").default("").take()).take())
            .await?;
        // Accents go at the next change of each record: neither engine takes them off by itself.
        let rough = "UPDATE users SET folded = lower(name || ' ' || organisation || ' ' || commune)";
        schema.get_connection().execute_unprepared(rough).await?;
        Ok(())
    }
}
