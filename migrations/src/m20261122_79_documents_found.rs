//! Documents are found too: a change of one, of its keywords or of what it holds is read again.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DbBackend},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// The columns of a document whose change is read again; a note that changes has another last version.
const COLUMNS: &str = "title, description, source, author, file_name, address, latest, group_id";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let db = schema.get_connection();
        match db.get_database_backend() {
            DbBackend::Postgres => postgres(db).await?,
            _ => sqlite(db).await?,
        }
        db.execute_unprepared(
            "INSERT INTO search_pending (kind, subject_id) SELECT 'document', id FROM documents ORDER BY id",
        )
        .await?;
        Ok(())
    }
}

async fn sqlite(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    for (table, name, event, row) in [
        ("documents", "inserted", "INSERT".to_owned(), "NEW.id"),
        ("documents", "changed", format!("UPDATE OF {COLUMNS}"), "NEW.id"),
        ("documents", "deleted", "DELETE".to_owned(), "OLD.id"),
        ("document_tags", "inserted", "INSERT".to_owned(), "NEW.document_id"),
        ("document_tags", "deleted", "DELETE".to_owned(), "OLD.document_id"),
    ] {
        db.execute_unprepared(&format!(
            "CREATE TRIGGER search_{table}_{name} AFTER {event} ON {table} BEGIN \
             INSERT INTO search_pending (kind, subject_id) VALUES ('document', {row}); END"
        ))
        .await?;
    }
    Ok(())
}

async fn postgres(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    db.execute_unprepared(&format!(
        "CREATE TRIGGER search_changed AFTER INSERT OR DELETE OR UPDATE OF {COLUMNS} ON documents \
         FOR EACH ROW EXECUTE FUNCTION search_changed('document')"
    ))
    .await?;
    db.execute_unprepared(
        "CREATE FUNCTION search_keyword_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
         INSERT INTO search_pending (kind, subject_id) VALUES \
         ('document', CASE WHEN TG_OP = 'DELETE' THEN OLD.document_id ELSE NEW.document_id END); \
         RETURN NULL; END $$",
    )
    .await?;
    db.execute_unprepared(
        "CREATE TRIGGER search_changed AFTER INSERT OR DELETE ON document_tags \
         FOR EACH ROW EXECUTE FUNCTION search_keyword_changed()",
    )
    .await?;
    Ok(())
}
