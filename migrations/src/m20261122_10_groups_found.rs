//! Groups found by name, whatever the case and accents.

use sea_orm_migration::prelude::*;

use crate::columns::{index, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let folded = words("name_folded").default("").take();
        schema.alter_table(Table::alter().table("groups").add_column(folded).take()).await?;
        schema.create_index(index("groups", &["name_folded"])).await
    }
}
