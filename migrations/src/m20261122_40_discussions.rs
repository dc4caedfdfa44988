//! Discussions of the groups: their messages, what these said before, who read how far, what is typed and not sent.

use sea_orm_migration::prelude::*;

use crate::columns::{
    id, index, instant, key, number, optional_instant, optional_reference, owner, reference, words,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("threads")
                    .col(id())
                    .col(reference("group_id"))
                    .col(optional_reference("contribution_id"))
                    .col(words("subject"))
                    .col(reference("author_id"))
                    .col(instant("created_at"))
                    // How many messages there are, how many by others than who began it, and the last one, so that
                    // lists read one row a discussion.
                    .col(number("messages"))
                    .col(number("answers"))
                    .col(instant("last_at"))
                    .col(reference("last_by"))
                    .col(optional_instant("closed_at"))
                    .col(optional_reference("closed_by"))
                    .col(words("closing_word"))
                    .foreign_key(&mut owner("group_id", "groups"))
                    .foreign_key(
                        ForeignKey::create()
                            .from_col("contribution_id")
                            .to("contributions", "id")
                            .on_delete(ForeignKeyAction::SetNull),
                    )
                    .foreign_key(&mut key("author_id", "users"))
                    .foreign_key(&mut key("last_by", "users"))
                    .foreign_key(&mut key("closed_by", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("threads", &["group_id", "last_at"])).await?;
        schema.create_index(index("threads", &["group_id", "answers"])).await?;
        schema.create_index(index("threads", &["contribution_id"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("messages")
                    .col(id())
                    .col(reference("thread_id"))
                    .col(number("position"))
                    .col(reference("author_id"))
                    // The message that this one answers, in the same discussion.
                    .col(optional_reference("answers_id"))
                    .col(words("state"))
                    .col(words("body"))
                    .col(words("html"))
                    .col(words("excerpt"))
                    .col(number("pipeline"))
                    .col(instant("at"))
                    .col(optional_instant("edited_at"))
                    .col(number("version"))
                    .col(words("reason"))
                    .col(words("plea"))
                    .col(words("answer"))
                    // When its author last asked for it again; who last decided about it, and when.
                    .col(optional_instant("asked_at"))
                    .col(optional_reference("judged_by"))
                    .col(optional_instant("judged_at"))
                    .foreign_key(&mut owner("thread_id", "threads"))
                    .foreign_key(&mut key("author_id", "users"))
                    .foreign_key(&mut owner("answers_id", "messages"))
                    .foreign_key(&mut key("judged_by", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("messages", &["thread_id", "position"]).unique().take()).await?;
        // What is hidden is looked for in a whole group, among messages that nearly all are shown.
        schema.create_index(index("messages", &["state", "thread_id"])).await?;
        schema.create_index(index("messages", &["author_id", "state"])).await?;
        schema.create_index(index("messages", &["answers_id"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("message_versions")
                    .col(reference("message_id"))
                    .col(number("version"))
                    .col(words("subject"))
                    .col(words("body"))
                    .col(instant("at"))
                    .primary_key(Index::create().col("message_id").col("version"))
                    .foreign_key(&mut owner("message_id", "messages"))
                    .take(),
            )
            .await?;
        schema
            .create_table(
                Table::create()
                    .table("thread_reads")
                    .col(reference("user_id"))
                    .col(reference("thread_id"))
                    .col(number("position"))
                    .col(instant("at"))
                    .primary_key(Index::create().col("user_id").col("thread_id"))
                    .foreign_key(&mut owner("user_id", "users"))
                    .foreign_key(&mut owner("thread_id", "threads"))
                    .take(),
            )
            .await?;
        schema.create_index(index("thread_reads", &["thread_id"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("unsent_messages")
                    .col(id())
                    .col(reference("user_id"))
                    .col(reference("group_id"))
                    .col(optional_reference("thread_id"))
                    .col(optional_reference("message_id"))
                    .col(words("subject"))
                    .col(words("body"))
                    // The number of a text, as chosen.
                    .col(words("about"))
                    .col(instant("at"))
                    .foreign_key(&mut owner("user_id", "users"))
                    .foreign_key(&mut owner("group_id", "groups"))
                    .foreign_key(&mut owner("thread_id", "threads"))
                    .foreign_key(&mut owner("message_id", "messages"))
                    .take(),
            )
            .await?;
        schema.create_index(index("unsent_messages", &["user_id", "group_id"])).await
    }
}
