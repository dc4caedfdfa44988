//! The toolbox: method sheets, and what people told of them.

use sea_orm_migration::prelude::*;

use crate::columns::{id, index, instant, key, number, optional_reference, owner, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("methods")
                    .col(id())
                    .col(words("slug"))
                    .col(words("title"))
                    .col(words("aim"))
                    // Codes between spaces, in their order.
                    .col(words("needs"))
                    .col(number("people_min"))
                    .col(number("people_max"))
                    .col(number("minutes"))
                    .col(words("steps"))
                    .col(words("use_when"))
                    .col(words("room"))
                    .col(words("variants"))
                    .col(words("traps"))
                    .col(words("accessibility"))
                    .col(words("source"))
                    // The mark of what the program shipped here last; empty for what the council wrote itself.
                    .col(words("shipped"))
                    .col(ColumnDef::new("edited").boolean().not_null())
                    .col(ColumnDef::new("set_aside").boolean().not_null())
                    .col(number("version"))
                    .col(instant("changed_at"))
                    .col(optional_reference("changed_by"))
                    .foreign_key(&mut key("changed_by", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("methods", &["slug"]).unique().take()).await?;
        schema
            .create_table(
                Table::create()
                    .table("method_uses")
                    .col(id())
                    .col(reference("method_id"))
                    .col(ColumnDef::new("held_on").date().not_null())
                    .col(optional_reference("group_id"))
                    .col(words("worked"))
                    .col(words("otherwise"))
                    .col(reference("told_by"))
                    .col(instant("told_at"))
                    .foreign_key(&mut owner("method_id", "methods"))
                    .foreign_key(&mut key("group_id", "groups"))
                    .foreign_key(&mut key("told_by", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("method_uses", &["method_id", "held_on"])).await
    }
}
