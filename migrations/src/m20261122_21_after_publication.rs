//! What becomes of a text once it is public: corrections, which keep what they replace; replacement and withdrawal.

use sea_orm_migration::prelude::*;

use crate::columns::{
    index, instant, key, number, optional_instant, optional_words, owner, reference, words,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let additions = [
            // The edition that `revision_id` and `fingerprint` are of.
            number("edition").default(1).take(),
            optional_instant("corrected_at"),
            words("correction").default("").take(),
            words("standing").default("in_force").take(),
            optional_instant("standing_at"),
            words("standing_reason").default("").take(),
            optional_words("replaced_by"),
            // When the publication last changed for its readers: feeds are in this order.
            optional_instant("updated_at"),
        ];
        for column in additions {
            schema.alter_table(Table::alter().table("adoptions").add_column(column).take()).await?;
        }
        let same =
            Query::update().table("adoptions").value("updated_at", Expr::col("published_at")).to_owned();
        schema.get_connection().execute(&same).await?;
        schema.create_index(index("adoptions", &["updated_at"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("former_editions")
                    .col(reference("contribution_id"))
                    .col(number("position"))
                    .col(reference("revision_id"))
                    .col(words("fingerprint"))
                    .col(words("reason"))
                    .col(instant("at"))
                    .col(instant("replaced_at"))
                    .col(reference("replaced_by"))
                    .primary_key(Index::create().col("contribution_id").col("position"))
                    .foreign_key(&mut owner("contribution_id", "contributions"))
                    .foreign_key(&mut key("revision_id", "revisions"))
                    .foreign_key(&mut key("replaced_by", "users"))
                    .take(),
            )
            .await
    }
}
