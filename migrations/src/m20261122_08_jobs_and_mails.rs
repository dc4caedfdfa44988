//! Work to do after a change, and the mails that left or wait.

use sea_orm_migration::prelude::*;

use crate::columns::{id, index, instant, number, optional_instant, optional_reference, owner, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("jobs")
                    .col(id())
                    .col(words("kind"))
                    .col(words("payload"))
                    .col(instant("run_at"))
                    .col(optional_instant("claimed_at"))
                    .col(number("attempts"))
                    .col(words("last_error"))
                    .take(),
            )
            .await?;
        schema.create_index(index("jobs", &["run_at"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("mails")
                    .col(id())
                    .col(optional_reference("user_id"))
                    .col(words("recipient"))
                    .col(words("subject"))
                    // Kept only where no mail server is set: an administrator then reads it in the product.
                    .col(words("body"))
                    .col(words("state"))
                    .col(instant("at"))
                    .foreign_key(&mut owner("user_id", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("mails", &["at"])).await
    }
}
