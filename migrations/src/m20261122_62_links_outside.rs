//! Links for people outside, and when each was used. Of a link only the hash of its token is kept; of those who use
//! it, nothing.

use sea_orm_migration::prelude::*;

use crate::columns::{
    id, index, instant, key, number, optional_instant, optional_words, owner, reference, words,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("library_links")
                    .col(id())
                    .col(reference("entry_id"))
                    .col(words("kind"))
                    // For whom it is.
                    .col(words("name"))
                    .col(words("token_hash"))
                    .col(optional_words("password_hash"))
                    // How many files it accepts, and has received.
                    .col(number("files"))
                    .col(number("received"))
                    .col(instant("created_at"))
                    .col(reference("created_by"))
                    .col(instant("expires_at"))
                    .col(optional_instant("closed_at"))
                    .foreign_key(&mut owner("entry_id", "library_entries"))
                    .foreign_key(&mut key("created_by", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("library_links", &["token_hash"]).unique().take()).await?;
        schema.create_index(index("library_links", &["entry_id", "id"])).await?;
        schema.create_index(index("library_links", &["expires_at"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("library_link_uses")
                    .col(id())
                    .col(reference("link_id"))
                    .col(words("act"))
                    .col(instant("at"))
                    .foreign_key(&mut owner("link_id", "library_links"))
                    .take(),
            )
            .await?;
        schema.create_index(index("library_link_uses", &["link_id", "id"])).await
    }
}
