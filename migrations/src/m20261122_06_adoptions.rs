//! Adoptions: what was decided, the number, the fingerprint of the frozen text, its publication.

use sea_orm_migration::prelude::*;

use crate::columns::{
    index, instant, key, number, optional_instant, optional_reference, owner, reference, words,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("adoptions")
                    .col(ColumnDef::new("contribution_id").big_integer().not_null().primary_key())
                    .col(reference("revision_id"))
                    .col(words("body"))
                    .col(ColumnDef::new("adopted_on").date().not_null())
                    .col(number("votes_for"))
                    .col(number("votes_against"))
                    .col(number("votes_abstaining"))
                    .col(number("year"))
                    .col(number("sequence"))
                    .col(words("fingerprint"))
                    .col(reference("recorded_by"))
                    .col(instant("recorded_at"))
                    .col(optional_instant("published_at"))
                    .col(optional_reference("published_by"))
                    .foreign_key(&mut owner("contribution_id", "contributions"))
                    .foreign_key(&mut key("revision_id", "revisions"))
                    .foreign_key(&mut key("recorded_by", "users"))
                    .foreign_key(&mut key("published_by", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("adoptions", &["year", "sequence"]).unique().take()).await?;
        schema.create_index(index("adoptions", &["published_at"])).await
    }
}
