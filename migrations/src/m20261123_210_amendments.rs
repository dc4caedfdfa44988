//! Amendments to the versions of framing texts, and who supports them.

use sea_orm_migration::prelude::*;

use crate::columns::{
    id, index, instant, key, number, optional_instant, optional_reference, optional_words, owner, reference,
    words,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let optional_number = |name: &'static str| ColumnDef::new(name).integer().take();
        let amendments = Table::create()
            .table("framing_amendments")
            .col(id())
            .col(reference("version_id"))
            .col(number("number"))
            .col(optional_reference("parent_id"))
            .col(words("kind"))
            // The number of the article, or of the one before that which is added.
            .col(words("article"))
            // What it was written on, and what it would say.
            .col(words("base_title"))
            .col(words("base_body"))
            .col(words("title"))
            .col(words("body"))
            .col(words("reasons"))
            .col(reference("author_id"))
            .col(instant("at"))
            .col(words("state"))
            .col(number("version"))
            // What the council answered.
            .col(optional_instant("settled_at"))
            .col(optional_reference("settled_by"))
            .col(words("note"))
            .col(optional_number("adopted_as"))
            .col(optional_number("in_favour"))
            .col(optional_number("against"))
            .col(optional_number("abstained"))
            .col(optional_reference("fell_for"))
            // The words on which a person settled, and those that they had before them.
            .col(optional_words("settled_title"))
            .col(optional_words("settled_body"))
            .col(words("met_title"))
            .col(words("met_body"))
            // At which change of the version its words were put in, and in which article.
            .col(optional_number("integrated_in"))
            .col(words("became"))
            .foreign_key(&mut owner("version_id", "framing_versions"))
            .foreign_key(&mut key("parent_id", "framing_amendments"))
            .foreign_key(&mut key("author_id", "users"))
            .foreign_key(&mut key("settled_by", "users"))
            .foreign_key(&mut key("fell_for", "framing_amendments"))
            .take();
        schema.create_table(amendments).await?;
        schema.create_index(index("framing_amendments", &["version_id", "number"]).unique().take()).await?;
        schema.create_index(index("framing_amendments", &["state", "integrated_in"])).await?;
        let supports = Table::create()
            .table("framing_amendment_supports")
            .col(reference("amendment_id"))
            .col(reference("user_id"))
            .col(instant("at"))
            .primary_key(Index::create().col("amendment_id").col("user_id").primary())
            .foreign_key(&mut owner("amendment_id", "framing_amendments"))
            .foreign_key(&mut key("user_id", "users"))
            .take();
        schema.create_table(supports).await?;
        schema.create_index(index("framing_amendment_supports", &["user_id"])).await
    }
}
