//! What is reported, by whom, and what was decided.

use sea_orm_migration::prelude::*;

use crate::columns::{
    id, index, instant, key, number, optional_instant, optional_reference, owner, reference, words,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let flag = |name: &'static str| ColumnDef::new(name).boolean().not_null().take();
        schema
            .create_table(
                Table::create()
                    .table("report_cases")
                    .col(id())
                    // What is reported: its kind, and its identifier in the table of that kind.
                    .col(words("kind"))
                    .col(reference("subject_id"))
                    // None for the common library.
                    .col(optional_reference("group_id"))
                    // Nobody, for what came with an import.
                    .col(optional_reference("author_id"))
                    // What it is called, or the subject it comes under.
                    .col(words("title"))
                    .col(words("state"))
                    // Since when somebody must decide.
                    .col(instant("opened_at"))
                    // What was decided, with the article that is quoted.
                    .col(optional_reference("decided_by"))
                    .col(optional_instant("decided_at"))
                    .col(words("reason"))
                    .col(optional_reference("article_id"))
                    .col(optional_instant("appealed_at"))
                    .col(words("appeal"))
                    .col(optional_reference("ruled_by"))
                    .col(optional_instant("ruled_at"))
                    .col(words("ruling"))
                    // Whether its author has read the last decision.
                    .col(flag("author_told"))
                    .col(number("version"))
                    .foreign_key(&mut owner("group_id", "groups"))
                    .foreign_key(&mut key("author_id", "users"))
                    .foreign_key(&mut key("decided_by", "users"))
                    .foreign_key(&mut key("ruled_by", "users"))
                    .foreign_key(&mut key("article_id", "framing_articles"))
                    .take(),
            )
            .await?;
        schema.create_index(index("report_cases", &["kind", "subject_id"]).unique().take()).await?;
        schema.create_index(index("report_cases", &["state", "group_id"])).await?;
        schema.create_index(index("report_cases", &["author_id", "author_told"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("reports")
                    .col(id())
                    .col(reference("case_id"))
                    .col(reference("user_id"))
                    .col(instant("at"))
                    .col(words("ground"))
                    .col(words("words"))
                    .col(optional_reference("article_id"))
                    // Whether they have read what was decided.
                    .col(flag("told"))
                    .foreign_key(&mut owner("case_id", "report_cases"))
                    .foreign_key(&mut key("user_id", "users"))
                    .foreign_key(&mut key("article_id", "framing_articles"))
                    .take(),
            )
            .await?;
        schema.create_index(index("reports", &["case_id", "user_id"]).unique().take()).await?;
        schema.create_index(index("reports", &["user_id", "at"])).await?;
        schema.create_index(index("reports", &["user_id", "told"])).await
    }
}
