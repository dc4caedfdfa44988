//! Captions of sounds and films: what was read of them, for each content of a document and each language.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DbBackend},
};

use crate::columns::{instant, key, optional_reference, owner, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

const POSTGRES: [&str; 1] =
    ["CREATE TRIGGER search_changed AFTER INSERT OR DELETE OR UPDATE OF cues ON document_captions \
     FOR EACH ROW EXECUTE FUNCTION search_keyword_changed()"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("document_captions")
                    .col(reference("document_id"))
                    // The content that they go with: a version that is brought back finds them again.
                    .col(words("sha256"))
                    .col(words("language"))
                    .col(words("file_name"))
                    // Moments and words, as JSON.
                    .col(words("cues"))
                    .col(instant("at"))
                    .col(optional_reference("by_id"))
                    .primary_key(Index::create().col("document_id").col("sha256").col("language"))
                    .foreign_key(&mut owner("document_id", "documents"))
                    .foreign_key(&mut key("by_id", "users"))
                    .take(),
            )
            .await?;
        let db = schema.get_connection();
        match db.get_database_backend() {
            DbBackend::Postgres => {
                for statement in POSTGRES {
                    db.execute_unprepared(statement).await?;
                }
            }
            _ => sqlite(db).await?,
        }
        Ok(())
    }
}

/// What is said is found: the document is read again for the search.
async fn sqlite(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    for (name, event, row) in
        [("inserted", "INSERT", "NEW"), ("changed", "UPDATE OF cues", "NEW"), ("deleted", "DELETE", "OLD")]
    {
        db.execute_unprepared(&format!(
            "CREATE TRIGGER search_document_captions_{name} AFTER {event} ON document_captions BEGIN \
             INSERT INTO search_pending (kind, subject_id) VALUES ('document', {row}.document_id); END"
        ))
        .await?;
    }
    Ok(())
}
