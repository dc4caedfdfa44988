//! Accounts: sessions, one-time links, changes of address, failed sign-ins.

use sea_orm_migration::prelude::*;

use crate::columns::{id, index, instant, optional_instant, optional_reference, owner, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("sessions")
                    // The hash of the cookie's value: whoever reads the table cannot take a session over.
                    .col(words("id").primary_key().take())
                    .col(optional_reference("user_id"))
                    .col(words("data"))
                    .col(words("device"))
                    .col(instant("created_at"))
                    .col(instant("last_seen_at"))
                    .col(instant("expires_at"))
                    .foreign_key(&mut owner("user_id", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("sessions", &["user_id"])).await?;
        schema.create_index(index("sessions", &["expires_at"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("email_changes")
                    .col(id())
                    .col(reference("user_id"))
                    .col(words("new_email"))
                    .col(instant("asked_at"))
                    .col(optional_instant("present_confirmed_at"))
                    .col(optional_instant("new_confirmed_at"))
                    .col(optional_instant("done_at"))
                    .foreign_key(&mut owner("user_id", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("email_changes", &["user_id"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("one_time_links")
                    .col(id())
                    .col(reference("user_id"))
                    .col(words("purpose"))
                    // Empty until the link is sent: only its hash is kept, and only then.
                    .col(words("token_hash"))
                    .col(optional_reference("email_change_id"))
                    .col(optional_reference("created_by"))
                    .col(instant("created_at"))
                    .col(instant("expires_at"))
                    .col(optional_instant("used_at"))
                    .foreign_key(&mut owner("user_id", "users"))
                    .foreign_key(&mut owner("email_change_id", "email_changes"))
                    .take(),
            )
            .await?;
        schema.create_index(index("one_time_links", &["token_hash"])).await?;
        schema.create_index(index("one_time_links", &["user_id"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("sign_in_failures")
                    .col(id())
                    .col(words("account"))
                    .col(words("address"))
                    .col(instant("at"))
                    .take(),
            )
            .await?;
        schema.create_index(index("sign_in_failures", &["account", "at"])).await?;
        schema.create_index(index("sign_in_failures", &["address", "at"])).await
    }
}
