//! Tutorials are found too.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DbBackend},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// The name used by the search, the table, the columns whose change is read again.
const WATCHED: (&str, &str, &str) = ("tutorial", "tutorials", "version, set_aside");

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let db = schema.get_connection();
        let (kind, table, columns) = WATCHED;
        match db.get_database_backend() {
            DbBackend::Postgres => {
                db.execute_unprepared(&format!(
                    "CREATE TRIGGER search_changed AFTER INSERT OR DELETE OR UPDATE OF {columns} ON {table} \
                     FOR EACH ROW EXECUTE FUNCTION search_changed('{kind}')"
                ))
                .await?;
                Ok(())
            }
            _ => sqlite(db, kind, table, columns).await,
        }
    }
}

async fn sqlite(db: &impl ConnectionTrait, kind: &str, table: &str, columns: &str) -> Result<(), DbErr> {
    for (name, event, row) in [
        ("inserted", "INSERT".to_owned(), "NEW"),
        ("changed", format!("UPDATE OF {columns}"), "NEW"),
        ("deleted", "DELETE".to_owned(), "OLD"),
    ] {
        db.execute_unprepared(&format!(
            "CREATE TRIGGER search_{table}_{name} AFTER {event} ON {table} BEGIN \
             INSERT INTO search_pending (kind, subject_id) VALUES ('{kind}', {row}.id); END"
        ))
        .await?;
    }
    Ok(())
}
