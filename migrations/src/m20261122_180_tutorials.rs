//! Tutorials, and the sequences that some of them make.

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
                    .table("tutorial_paths")
                    .col(id())
                    .col(words("slug"))
                    .col(words("title"))
                    .col(words("summary"))
                    // Empty where it is in French only.
                    .col(words("title_en"))
                    .col(words("summary_en"))
                    // The mark of what the program shipped here last; empty for what the council made itself.
                    .col(words("shipped"))
                    .take(),
            )
            .await?;
        schema.create_index(index("tutorial_paths", &["slug"]).unique().take()).await?;
        schema
            .create_table(
                Table::create()
                    .table("tutorials")
                    .col(id())
                    .col(words("slug"))
                    .col(words("title"))
                    .col(words("summary"))
                    .col(words("body"))
                    // Empty where it is in French only.
                    .col(words("title_en"))
                    .col(words("summary_en"))
                    .col(words("body_en"))
                    // Codes between spaces, in their order.
                    .col(words("audiences"))
                    .col(number("minutes"))
                    // How many steps the text has.
                    .col(number("steps"))
                    .col(optional_reference("path_id"))
                    .col(number("rank"))
                    // The screens that it helps on, one a line.
                    .col(words("help"))
                    .col(words("shipped"))
                    .col(ColumnDef::new("edited").boolean().not_null())
                    .col(ColumnDef::new("set_aside").boolean().not_null())
                    .col(number("version"))
                    .col(instant("changed_at"))
                    .col(optional_reference("changed_by"))
                    .foreign_key(&mut key("path_id", "tutorial_paths"))
                    .foreign_key(&mut key("changed_by", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("tutorials", &["slug"]).unique().take()).await
    }
}
