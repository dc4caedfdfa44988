//! The vocabulary of keywords that the council keeps. A keyword that changes is read again by the search.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DbBackend},
};

use crate::columns::{id, index, instant, key, number, optional_reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("library_tags")
                    .col(id())
                    // Without case nor accents: one thing has one name.
                    .col(words("folded"))
                    .col(words("name"))
                    .col(number("version"))
                    .col(instant("created_at"))
                    .col(optional_reference("created_by"))
                    .foreign_key(&mut key("created_by", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("library_tags", &["folded"]).unique().take()).await?;
        let db = schema.get_connection();
        let trigger = match db.get_database_backend() {
            DbBackend::Postgres => {
                "CREATE TRIGGER search_renamed AFTER UPDATE OF tag ON document_tags \
                 FOR EACH ROW EXECUTE FUNCTION search_keyword_changed()"
            }
            _ => {
                "CREATE TRIGGER search_document_tags_renamed AFTER UPDATE OF tag ON document_tags BEGIN \
                 INSERT INTO search_pending (kind, subject_id) VALUES ('document', NEW.document_id); END"
            }
        };
        db.execute_unprepared(trigger).await?;
        Ok(())
    }
}
