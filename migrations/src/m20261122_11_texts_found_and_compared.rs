//! What lists and histories read without opening a text: folded titles, words changed, reviews already rendered.

use sea_orm_migration::prelude::*;

use crate::columns::{index, number, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let additions = [
            // The title without case nor accents, so that « ecole » finds « École ».
            ("contributions", words("title_folded").default("").take()),
            ("revisions", number("words_added").default(0).take()),
            ("revisions", number("words_removed").default(0).take()),
            ("reviews", words("comment_html").default("").take()),
            ("unsaved_texts", words("reason").default("").take()),
        ];
        for (table, column) in additions {
            schema.alter_table(Table::alter().table(table).add_column(column).take()).await?;
        }
        schema.create_index(index("contributions", &["title_folded"])).await?;
        schema.create_index(index("contributions", &["group_id", "state"])).await
    }
}
