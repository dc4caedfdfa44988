//! Texts written by several people at once: their shared state, and what was typed since it was folded.

use sea_orm_migration::prelude::*;

use crate::columns::{index, instant, number, optional_instant, owner, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// A place in the order of what was typed.
fn place(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).big_integer().not_null().take()
}

fn bytes(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).blob().not_null().take()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("live_texts")
                    .col(ColumnDef::new("contribution_id").big_integer().not_null().primary_key())
                    .col(bytes("state"))
                    // The last update that the state holds, the last one written, the last one that a version holds.
                    .col(place("folded_seq"))
                    .col(place("seq"))
                    .col(place("named_seq"))
                    .col(number("named_version"))
                    // Who typed since that version, the latest last.
                    .col(words("typed_by"))
                    .col(instant("touched_at"))
                    .col(optional_instant("unnamed_since"))
                    .foreign_key(&mut owner("contribution_id", "contributions"))
                    .take(),
            )
            .await?;
        // Most texts say nothing new: only what waits to become a version is looked for.
        schema.create_index(index("live_texts", &["unnamed_since"])).await?;
        let mut with_its_text = ForeignKey::create();
        with_its_text
            .from_tbl("live_updates")
            .from_col("contribution_id")
            .to_tbl("live_texts")
            .to_col("contribution_id")
            .on_delete(ForeignKeyAction::Cascade);
        schema
            .create_table(
                Table::create()
                    .table("live_updates")
                    .col(ColumnDef::new("contribution_id").big_integer().not_null())
                    .col(place("seq"))
                    .col(bytes("bytes"))
                    .col(instant("at"))
                    .primary_key(Index::create().col("contribution_id").col("seq"))
                    .foreign_key(&mut with_its_text)
                    .take(),
            )
            .await
    }
}
