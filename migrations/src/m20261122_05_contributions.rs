//! Contributions, their authors, revisions, renderings and reviews; texts typed and not saved yet.

use sea_orm_migration::prelude::*;

use crate::columns::{id, index, instant, key, number, optional_reference, owner, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("contributions")
                    .col(id())
                    .col(reference("group_id"))
                    .col(words("kind"))
                    .col(words("state"))
                    // Title and summary of the latest revision, so that lists read one row a text.
                    .col(words("title"))
                    .col(words("summary"))
                    // Names of the authors, for the same reason; `contribution_authors` is what rights derive from.
                    .col(words("byline"))
                    .col(optional_reference("revision_id"))
                    .col(reference("created_by"))
                    .col(instant("created_at"))
                    .col(instant("updated_at"))
                    .col(instant("state_since"))
                    .col(number("version"))
                    .foreign_key(&mut key("group_id", "groups"))
                    .foreign_key(&mut key("created_by", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("contributions", &["group_id", "updated_at"])).await?;
        schema.create_index(index("contributions", &["state", "updated_at"])).await?;
        schema.create_index(index("contributions", &["updated_at"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("contribution_authors")
                    .col(reference("contribution_id"))
                    .col(reference("user_id"))
                    .col(number("position"))
                    .primary_key(Index::create().col("contribution_id").col("user_id"))
                    .foreign_key(&mut owner("contribution_id", "contributions"))
                    .foreign_key(&mut key("user_id", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("contribution_authors", &["user_id"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("revisions")
                    .col(id())
                    .col(reference("contribution_id"))
                    .col(number("position"))
                    .col(words("title"))
                    .col(words("summary"))
                    .col(words("body"))
                    .col(words("reason"))
                    .col(reference("author_id"))
                    .col(instant("at"))
                    .foreign_key(&mut owner("contribution_id", "contributions"))
                    .foreign_key(&mut key("author_id", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("revisions", &["contribution_id", "position"]).unique().take()).await?;
        schema
            .create_table(
                Table::create()
                    .table("renderings")
                    .col(ColumnDef::new("revision_id").big_integer().not_null().primary_key())
                    .col(words("html"))
                    .col(words("summary_html"))
                    .col(words("headings"))
                    .col(number("words"))
                    .col(number("pipeline"))
                    .foreign_key(&mut owner("revision_id", "revisions"))
                    .take(),
            )
            .await?;
        schema
            .create_table(
                Table::create()
                    .table("reviews")
                    .col(id())
                    .col(reference("contribution_id"))
                    .col(reference("revision_id"))
                    .col(reference("reviewer_id"))
                    .col(words("verdict"))
                    .col(words("comment"))
                    .col(instant("at"))
                    .foreign_key(&mut owner("contribution_id", "contributions"))
                    .foreign_key(&mut key("revision_id", "revisions"))
                    .foreign_key(&mut key("reviewer_id", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("reviews", &["contribution_id", "at"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("unsaved_texts")
                    .col(id())
                    .col(reference("user_id"))
                    .col(reference("group_id"))
                    .col(optional_reference("contribution_id"))
                    .col(number("base_version"))
                    .col(words("title"))
                    .col(words("kind"))
                    .col(words("summary"))
                    .col(words("body"))
                    .col(instant("at"))
                    .foreign_key(&mut owner("user_id", "users"))
                    .foreign_key(&mut owner("group_id", "groups"))
                    .foreign_key(&mut owner("contribution_id", "contributions"))
                    .take(),
            )
            .await?;
        schema.create_index(index("unsaved_texts", &["user_id", "contribution_id"])).await
    }
}
