//! The glossary of acronyms.

use sea_orm_migration::prelude::*;

use crate::columns::{id, index, instant, key, number, optional_reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("acronyms")
                    .col(id())
                    .col(words("slug"))
                    .col(words("term"))
                    .col(words("expansion"))
                    .col(words("explanation"))
                    .col(words("source"))
                    // The mark of what the program shipped here last; empty for what the council wrote itself.
                    .col(words("shipped"))
                    .col(ColumnDef::new("edited").boolean().not_null())
                    .col(ColumnDef::new("set_aside").boolean().not_null())
                    .col(number("version"))
                    .col(instant("changed_at"))
                    .col(optional_reference("changed_by"))
                    .foreign_key(&mut key("changed_by", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("acronyms", &["slug"]).unique().take()).await
    }
}
