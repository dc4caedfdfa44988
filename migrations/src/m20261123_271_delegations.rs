//! Roles given to somebody for a time.

use sea_orm_migration::prelude::*;

use crate::columns::{
    id, index, instant, optional_instant, optional_reference, optional_words, owner, reference, words,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("delegations")
                    .col(id())
                    .col(reference("from_id"))
                    .col(reference("to_id"))
                    // One of the two: a role in the council, or running a group.
                    .col(optional_words("role"))
                    .col(optional_reference("group_id"))
                    .col(ColumnDef::new("starts_on").date().not_null())
                    .col(ColumnDef::new("ends_on").date().not_null())
                    .col(words("reason"))
                    .col(words("state"))
                    .col(instant("at"))
                    .col(optional_instant("answered_at"))
                    // Ended by either of the two, before its last day was over.
                    .col(optional_instant("ended_at"))
                    .col(optional_reference("ended_by"))
                    .foreign_key(&mut owner("group_id", "groups"))
                    .foreign_key(&mut owner("from_id", "users"))
                    .foreign_key(&mut owner("to_id", "users"))
                    .take(),
            )
            .await?;
        // Each request looks for those of whoever asks.
        schema.create_index(index("delegations", &["to_id", "state"])).await?;
        schema.create_index(index("delegations", &["from_id", "state"])).await
    }
}
