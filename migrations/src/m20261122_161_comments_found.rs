//! What is said in comments is found too.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// The columns whose change is read again.
const COLUMNS: &str = "version";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let db = schema.get_connection();
        if db.get_database_backend() == DbBackend::Postgres {
            db.execute_unprepared(&format!(
                "CREATE TRIGGER search_changed AFTER INSERT OR DELETE OR UPDATE OF {COLUMNS} ON comment_messages \
                 FOR EACH ROW EXECUTE FUNCTION search_changed('comment')"
            ))
            .await?;
            return Ok(());
        }
        for (name, event, row) in [
            ("inserted", "INSERT".to_owned(), "NEW"),
            ("changed", format!("UPDATE OF {COLUMNS}"), "NEW"),
            ("deleted", "DELETE".to_owned(), "OLD"),
        ] {
            db.execute_unprepared(&format!(
                "CREATE TRIGGER search_comment_messages_{name} AFTER {event} ON comment_messages BEGIN \
                 INSERT INTO search_pending (kind, subject_id) VALUES ('comment', {row}.id); END"
            ))
            .await?;
        }
        Ok(())
    }
}
