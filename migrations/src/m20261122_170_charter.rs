//! The framing texts of the council: each has versions, each version what was saved of it, and once adopted its articles.

use sea_orm_migration::prelude::*;

use crate::columns::{
    id, index, instant, key, number, optional_instant, optional_reference, owner, reference, words,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let day = |name: &'static str| ColumnDef::new(name).date().take();
        let texts = Table::create()
            .table("framing_texts")
            .col(id())
            .col(words("slug"))
            .col(words("kind"))
            .col(words("title"))
            .col(words("aim"))
            .col(ColumnDef::new("to_sign").boolean().not_null())
            .col(number("version"))
            .col(instant("changed_at"))
            .col(optional_reference("changed_by"))
            .foreign_key(&mut key("changed_by", "users"))
            .take();
        schema.create_table(texts).await?;
        schema.create_index(index("framing_texts", &["slug"]).unique().take()).await?;
        let versions = Table::create()
            .table("framing_versions")
            .col(id())
            .col(reference("text_id"))
            .col(number("number"))
            .col(words("state"))
            .col(words("motives"))
            .col(words("body"))
            // When amendments may be proposed.
            .col(day("amendable_from"))
            .col(day("amendable_until"))
            // The day wished for, and the one that was decided.
            .col(day("starts_on"))
            .col(day("in_force_on"))
            // By which decision: its number or its words, who took it, when.
            .col(words("decision"))
            .col(words("decided_by"))
            .col(day("decided_on"))
            // Of what was adopted, with its title.
            .col(words("fingerprint"))
            .col(number("version"))
            .col(instant("begun_at"))
            .col(optional_reference("begun_by"))
            .col(optional_instant("state_at"))
            .col(optional_reference("state_by"))
            .foreign_key(&mut owner("text_id", "framing_texts"))
            .foreign_key(&mut key("begun_by", "users"))
            .foreign_key(&mut key("state_by", "users"))
            .take();
        schema.create_table(versions).await?;
        schema.create_index(index("framing_versions", &["text_id", "number"]).unique().take()).await?;
        schema.create_index(index("framing_versions", &["in_force_on"])).await?;
        let revisions = Table::create()
            .table("framing_revisions")
            .col(reference("version_id"))
            .col(number("number"))
            .col(words("motives"))
            .col(words("body"))
            .col(instant("saved_at"))
            .col(optional_reference("saved_by"))
            .primary_key(Index::create().col("version_id").col("number").primary())
            .foreign_key(&mut owner("version_id", "framing_versions"))
            .foreign_key(&mut key("saved_by", "users"))
            .take();
        schema.create_table(revisions).await?;
        let articles = Table::create()
            .table("framing_articles")
            .col(id())
            .col(reference("version_id"))
            .col(number("place"))
            .col(words("number"))
            .col(words("title"))
            .col(words("body"))
            .foreign_key(&mut owner("version_id", "framing_versions"))
            .take();
        schema.create_table(articles).await?;
        schema.create_index(index("framing_articles", &["version_id", "place"]).unique().take()).await
    }
}
