//! Taking part on paper: who asked for it, who acted for them, and what was written by the hand of somebody else.

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
                    .table("paper_consents")
                    .col(id())
                    .col(reference("user_id"))
                    .col(ColumnDef::new("asked_on").date().not_null())
                    .col(words("asked_by"))
                    .col(words("note"))
                    .col(instant("at"))
                    .col(reference("recorded_by"))
                    .col(optional_instant("ended_at"))
                    // By themselves, or by the staff that they told.
                    .col(optional_reference("ended_by"))
                    .foreign_key(&mut owner("user_id", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("paper_consents", &["user_id"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("actings")
                    .col(id())
                    .col(reference("for_id"))
                    .col(reference("by_id"))
                    .col(instant("begun_at"))
                    .col(instant("until_at"))
                    .col(optional_instant("ended_at"))
                    .col(optional_words("ended_how"))
                    .foreign_key(&mut owner("for_id", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("actings", &["for_id"])).await?;
        // Those that run are looked for twice a minute.
        schema.create_index(index("actings", &["ended_at"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("behalf_marks")
                    .col(id())
                    .col(reference("acting_id"))
                    .col(words("kind"))
                    // Of the table that the kind says.
                    .col(reference("subject"))
                    .foreign_key(&mut owner("acting_id", "actings"))
                    .take(),
            )
            .await?;
        schema.create_index(index("behalf_marks", &["kind", "subject"]).unique().take()).await?;
        schema.create_index(index("behalf_marks", &["acting_id"])).await?;
        // Which session acts for somebody: it ends with the session.
        let acting = optional_reference("acting_id");
        schema.alter_table(Table::alter().table("sessions").add_column(acting).take()).await?;
        // What was done so is found again by who it was done for.
        let acting = optional_reference("acting_id");
        schema.alter_table(Table::alter().table("events").add_column(acting).take()).await?;
        schema.create_index(index("events", &["acting_id", "id"])).await
    }
}
