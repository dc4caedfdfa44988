//! What is inside files is found: a document is read again for the search once its file has been read.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DbBackend},
};

use crate::columns::index;

#[derive(DeriveMigrationName)]
pub struct Migration;

const SQLITE: [&str; 1] = ["CREATE TRIGGER search_file_texts_changed AFTER UPDATE OF state ON file_texts \
     WHEN OLD.state <> NEW.state BEGIN \
     INSERT INTO search_pending (kind, subject_id) \
     SELECT 'document', id FROM documents WHERE sha256 = NEW.sha256; END"];

const POSTGRES: [&str; 2] = [
    "CREATE FUNCTION search_file_text_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
     INSERT INTO search_pending (kind, subject_id) \
     SELECT 'document', id FROM documents WHERE sha256 = NEW.sha256; RETURN NULL; END $$",
    "CREATE TRIGGER search_changed AFTER UPDATE OF state ON file_texts \
     FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION search_file_text_changed()",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema.create_index(index("documents", &["sha256"])).await?;
        let db = schema.get_connection();
        let statements: &[&str] = match db.get_database_backend() {
            DbBackend::Postgres => &POSTGRES,
            _ => &SQLITE,
        };
        for statement in statements {
            db.execute_unprepared(statement).await?;
        }
        Ok(())
    }
}
