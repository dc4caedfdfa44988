//! The second factor: secrets of applications that make codes, recovery codes, of whom the council requires them.

use sea_orm_migration::prelude::*;

use crate::columns::{id, index, instant, optional_instant, owner, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("code_secrets")
                    .col(id())
                    .col(reference("user_id").unique_key())
                    .col(words("secret"))
                    // The last step of thirty seconds whose code was given: it and those before are worth nothing now.
                    .col(ColumnDef::new("last_step").big_integer().not_null())
                    .col(instant("created_at"))
                    // None until a first code proved that the application holds the secret.
                    .col(optional_instant("confirmed_at"))
                    .foreign_key(&mut owner("user_id", "users"))
                    .take(),
            )
            .await?;
        schema
            .create_table(
                Table::create()
                    .table("recovery_codes")
                    .col(id())
                    .col(reference("user_id"))
                    .col(words("code_hash"))
                    .col(instant("created_at"))
                    .col(optional_instant("used_at"))
                    .foreign_key(&mut owner("user_id", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("recovery_codes", &["user_id"])).await?;
        let required = ColumnDef::new("codes_required").boolean().not_null().default(false).take();
        schema.alter_table(Table::alter().table("council").add_column(required).take()).await
    }
}
