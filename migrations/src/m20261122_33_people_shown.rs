//! What people say of themselves, and to whom they show how to reach them.

use sea_orm_migration::prelude::*;

use crate::columns::{index, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let additions = [
            words("about").default("").take(),
            words("phone").default("").take(),
            words("email_shown_to").default("nobody").take(),
            words("phone_shown_to").default("nobody").take(),
        ];
        for column in additions {
            schema.alter_table(Table::alter().table("users").add_column(column).take()).await?;
        }
        schema.create_index(index("mandates", &["ends_on"])).await
    }
}
