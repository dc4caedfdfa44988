//! The backups that were made by themselves, and what they wait for.

use sea_orm_migration::prelude::*;

use crate::columns::{id, index, instant, optional_instant, optional_words, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

fn large(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).big_integer().not_null().take()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("backups")
                    .col(id())
                    .col(words("name"))
                    .col(words("state"))
                    .col(instant("started_at"))
                    .col(optional_instant("ended_at"))
                    .col(optional_instant("tested_at"))
                    .col(large("bytes"))
                    .col(large("rows"))
                    .col(large("files"))
                    .col(large("missing"))
                    .col(ColumnDef::new("encrypted").boolean().not_null())
                    .col(optional_words("trouble"))
                    .take(),
            )
            .await?;
        schema.create_index(index("backups", &["started_at"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("backup_plan")
                    .col(ColumnDef::new("id").big_integer().not_null().primary_key())
                    // Until then no content is removed from the file store: a backup may name it.
                    .col(optional_instant("held_until"))
                    // When the next backup is due; none if nobody makes them.
                    .col(optional_instant("due_at"))
                    .take(),
            )
            .await?;
        // The one row: whoever makes a backup and whoever removes contents take it in turn.
        let plan =
            Query::insert().into_table("backup_plan").columns(["id"]).values_panic([1.into()]).to_owned();
        schema.execute(plan).await
    }
}
