//! Who signed which version of a framing text, what they read, and the scan of what was signed on paper.

use sea_orm_migration::prelude::*;

use crate::columns::{index, instant, key, optional_reference, optional_words, owner, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let signatures = Table::create()
            .table("framing_signatures")
            .col(reference("version_id"))
            .col(reference("user_id"))
            // As it was that day.
            .col(words("name"))
            .col(ColumnDef::new("signed_on").date().not_null().take())
            .col(words("fingerprint"))
            .col(optional_words("scan"))
            .col(instant("recorded_at"))
            .col(optional_reference("recorded_by"))
            .primary_key(Index::create().col("version_id").col("user_id").primary())
            .foreign_key(&mut owner("version_id", "framing_versions"))
            .foreign_key(&mut key("user_id", "users"))
            .foreign_key(&mut key("recorded_by", "users"))
            .take();
        schema.create_table(signatures).await?;
        schema.create_index(index("framing_signatures", &["user_id"])).await?;
        schema.create_index(index("framing_signatures", &["scan"])).await
    }
}
