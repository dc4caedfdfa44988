//! The journal: where each line comes from, the seals that chain its lines, how long it is kept.

use sea_orm_migration::prelude::*;

use crate::columns::{index, instant, optional_words, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        // The part of the network, never the whole address; forgotten after a time.
        let origin = optional_words("origin");
        schema.alter_table(Table::alter().table("events").add_column(origin).take()).await?;
        schema.create_index(index("events", &["actor_id", "id"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("journal_seals")
                    .col(ColumnDef::new("sequence").big_integer().not_null().primary_key())
                    // Not a key: a line that was removed must leave its seal behind.
                    .col(reference("event_id"))
                    .col(words("previous"))
                    .col(words("hash"))
                    .col(words("data_digest"))
                    .col(optional_words("origin_digest"))
                    // Forgotten with the address: what is left of it then says nothing.
                    .col(optional_words("origin_salt"))
                    .col(instant("sealed_at"))
                    .take(),
            )
            .await?;
        schema.create_index(index("journal_seals", &["event_id"]).unique().take()).await?;
        schema
            .create_table(
                Table::create()
                    .table("journal_settings")
                    .col(ColumnDef::new("id").big_integer().not_null().primary_key())
                    // None: without limit.
                    .col(ColumnDef::new("kept_years").integer())
                    .col(ColumnDef::new("origin_months").integer().not_null())
                    .col(ColumnDef::new("version").integer().not_null())
                    .take(),
            )
            .await
    }
}
