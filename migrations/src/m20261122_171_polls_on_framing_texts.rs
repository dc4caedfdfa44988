//! A poll may be about a version of a framing text.

use sea_orm_migration::prelude::*;

use crate::columns::{index, optional_reference};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let about = optional_reference("framing_version_id");
        schema.alter_table(Table::alter().table("polls").add_column(about).take()).await?;
        schema.create_index(index("polls", &["framing_version_id"])).await
    }
}
