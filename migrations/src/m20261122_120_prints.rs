//! Documents made of texts: what was asked for, and where it is.

use sea_orm_migration::prelude::*;

use crate::columns::{id, index, instant, number, optional_instant, optional_words, owner, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("prints")
                    .col(id())
                    .col(reference("contribution_id"))
                    .col(number("version"))
                    .col(words("format"))
                    .col(words("mark"))
                    .col(words("proof"))
                    .col(ColumnDef::new("lasting").boolean().not_null())
                    .col(words("state"))
                    .col(optional_words("shortfall"))
                    .col(optional_words("sha256"))
                    .col(ColumnDef::new("bytes").big_integer().not_null())
                    .col(number("attempts"))
                    .col(instant("asked_at"))
                    .col(optional_instant("claimed_at"))
                    .col(optional_instant("made_at"))
                    .foreign_key(&mut owner("contribution_id", "contributions"))
                    .take(),
            )
            .await?;
        let mut once = index("prints", &["contribution_id", "version", "format", "mark"]);
        schema.create_index(once.unique().take()).await?;
        schema.create_index(index("prints", &["state", "asked_at"])).await?;
        schema.create_index(index("prints", &["sha256"])).await
    }
}
