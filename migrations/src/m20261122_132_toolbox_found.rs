//! Method sheets and acronyms are found too.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DbBackend},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What can be found: the name used by the search, its table, the columns whose change is read again.
const WATCHED: [(&str, &str, &str); 2] =
    [("method", "methods", "version, set_aside"), ("acronym", "acronyms", "version, set_aside")];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let db = schema.get_connection();
        for (kind, table, columns) in WATCHED {
            match db.get_database_backend() {
                DbBackend::Postgres => {
                    db.execute_unprepared(&format!(
                        "CREATE TRIGGER search_changed AFTER INSERT OR DELETE OR UPDATE OF {columns} ON {table} \
                         FOR EACH ROW EXECUTE FUNCTION search_changed('{kind}')"
                    ))
                    .await?;
                }
                _ => sqlite(db, kind, table, columns).await?,
            }
        }
        Ok(())
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
