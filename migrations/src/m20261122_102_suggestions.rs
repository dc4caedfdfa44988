//! Suggestions: other wordings proposed for passages of texts, and what was answered to them.

use sea_orm_migration::prelude::*;

use crate::columns::{
    id, index, instant, key, number, optional_instant, optional_reference, owner, reference, words,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        // How many wait on a text: a text without any is read and saved without looking for them.
        let waiting = number("suggestions").default(0).take();
        schema.alter_table(Table::alter().table("contributions").add_column(waiting).take()).await?;
        schema
            .create_table(
                Table::create()
                    .table("suggestions")
                    .col(id())
                    .col(reference("contribution_id"))
                    .col(reference("author_id"))
                    .col(instant("at"))
                    // The version it was made on. The passage is that of the current version as long as it waits.
                    .col(number("made_on"))
                    .col(words("place"))
                    .col(number("starts"))
                    .col(number("ends"))
                    .col(words("quoted"))
                    .col(words("proposed"))
                    .col(words("reason"))
                    // The suggestion that this one answers with another wording.
                    .col(optional_reference("answers_id"))
                    .col(words("state"))
                    .col(number("version"))
                    .col(optional_reference("settled_by"))
                    .col(optional_instant("settled_at"))
                    .col(words("answer"))
                    // The version that its words came with, or that made it fall.
                    .col(ColumnDef::new("settled_in").integer().take())
                    // Whether its author has read what became of it.
                    .col(ColumnDef::new("told").boolean().not_null().take())
                    .foreign_key(&mut owner("contribution_id", "contributions"))
                    .foreign_key(&mut key("author_id", "users"))
                    .foreign_key(&mut owner("answers_id", "suggestions"))
                    .foreign_key(&mut key("settled_by", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("suggestions", &["contribution_id", "state"])).await?;
        schema.create_index(index("suggestions", &["author_id", "told"])).await?;
        schema.create_index(index("suggestions", &["answers_id"])).await
    }
}
