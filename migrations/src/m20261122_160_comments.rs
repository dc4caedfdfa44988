//! Comments on passages of texts, what is answered to them, and who is named in them.

use sea_orm_migration::prelude::*;

use crate::columns::{
    id, index, instant, key, number, optional_instant, optional_reference, owner, reference, words,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        // How many a text has: one without any is read and saved without looking for them.
        let counted = number("comments").default(0).take();
        schema.alter_table(Table::alter().table("contributions").add_column(counted).take()).await?;
        schema
            .create_table(
                Table::create()
                    .table("comments")
                    .col(id())
                    .col(reference("contribution_id"))
                    .col(reference("author_id"))
                    .col(instant("at"))
                    // The version it was made on. The passage is that of the current version.
                    .col(number("made_on"))
                    .col(words("place"))
                    .col(number("starts"))
                    .col(number("ends"))
                    .col(words("quoted"))
                    .col(words("state"))
                    .col(optional_reference("settled_by"))
                    .col(optional_instant("settled_at"))
                    .col(number("messages"))
                    .col(instant("last_at"))
                    .col(reference("last_by"))
                    .foreign_key(&mut owner("contribution_id", "contributions"))
                    .foreign_key(&mut key("author_id", "users"))
                    .foreign_key(&mut key("settled_by", "users"))
                    .foreign_key(&mut key("last_by", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("comments", &["contribution_id", "state"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("comment_messages")
                    .col(id())
                    .col(reference("comment_id"))
                    .col(number("position"))
                    .col(reference("author_id"))
                    .col(words("state"))
                    .col(words("body"))
                    .col(words("html"))
                    .col(words("excerpt"))
                    .col(number("pipeline"))
                    .col(instant("at"))
                    .col(optional_instant("edited_at"))
                    .col(number("version"))
                    // Why it is hidden, who last decided about it, and when.
                    .col(words("reason"))
                    .col(optional_reference("judged_by"))
                    .col(optional_instant("judged_at"))
                    .foreign_key(&mut owner("comment_id", "comments"))
                    .foreign_key(&mut key("author_id", "users"))
                    .foreign_key(&mut key("judged_by", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("comment_messages", &["comment_id", "position"]).unique().take()).await?;
        schema
            .create_table(
                Table::create()
                    .table("comment_mentions")
                    .col(reference("message_id"))
                    .col(reference("user_id"))
                    // Whether they have opened the comment since.
                    .col(ColumnDef::new("seen").boolean().not_null().take())
                    .primary_key(Index::create().col("message_id").col("user_id"))
                    .foreign_key(&mut owner("message_id", "comment_messages"))
                    .foreign_key(&mut owner("user_id", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("comment_mentions", &["user_id", "seen"])).await
    }
}
