//! Files on their way: sent in parts, so that a connection that is cut goes on from where it stopped.

use sea_orm_migration::prelude::*;

use crate::columns::{index, instant, owner, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("uploads")
                    .col(ColumnDef::new("id").text().not_null().primary_key())
                    .col(reference("user_id"))
                    // Where it goes, as addresses name it.
                    .col(words("place"))
                    .col(words("name"))
                    .col(ColumnDef::new("bytes").big_integer().not_null())
                    .col(ColumnDef::new("received").big_integer().not_null())
                    .col(instant("at"))
                    .foreign_key(&mut owner("user_id", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("uploads", &["user_id", "at"])).await?;
        schema.create_index(index("uploads", &["at"])).await
    }
}
