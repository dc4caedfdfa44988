//! The first steps of new members, and who accompanies them.

use sea_orm_migration::prelude::*;

use crate::columns::{id, index, instant, key, optional_instant, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("welcomes")
                    .col(ColumnDef::new("user_id").big_integer().not_null().primary_key())
                    // When they opened their account.
                    .col(instant("begun_at"))
                    .col(optional_instant("put_away_at"))
                    .foreign_key(&mut key("user_id", "users"))
                    .take(),
            )
            .await?;
        schema
            .create_table(
                Table::create()
                    .table("sponsors")
                    .col(id())
                    // The new member.
                    .col(reference("user_id"))
                    // Who accompanies them, or offers to.
                    .col(reference("sponsor_id"))
                    .col(words("state"))
                    .col(instant("at"))
                    // When they got in touch.
                    .col(optional_instant("met_at"))
                    .foreign_key(&mut key("user_id", "users"))
                    .foreign_key(&mut key("sponsor_id", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("sponsors", &["user_id", "sponsor_id"]).unique().take()).await?;
        schema.create_index(index("sponsors", &["sponsor_id"])).await
    }
}
