//! Passkeys: what people sign in with instead of a password.

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
                    .table("passkeys")
                    .col(id())
                    .col(reference("user_id"))
                    // What the authenticator knows its person by: random, the same for all of theirs.
                    .col(words("handle"))
                    .col(words("credential").unique_key())
                    .col(words("name"))
                    // The public key and its counter, as `webauthn-rs` writes them.
                    .col(words("data"))
                    .col(instant("created_at"))
                    .col(optional_instant("used_at"))
                    .foreign_key(&mut owner("user_id", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("passkeys", &["user_id"])).await
    }
}
