//! Images of texts that are not saved yet: each belongs to the person who writes, until their text takes it.

use sea_orm_migration::prelude::*;

use crate::columns::{instant, owner, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("begun_images")
                    .col(reference("user_id"))
                    // The beginning of its fingerprint, and its kind.
                    .col(words("name"))
                    .col(words("sha256"))
                    .col(instant("at"))
                    .primary_key(Index::create().col("user_id").col("name"))
                    .foreign_key(&mut owner("user_id", "users"))
                    .take(),
            )
            .await
    }
}
