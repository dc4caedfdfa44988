//! The articles of framing texts are found too. Those of an adopted version never change: they come, and go with their
//! text.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DbBackend},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let db = schema.get_connection();
        if db.get_database_backend() == DbBackend::Postgres {
            let sql = "CREATE TRIGGER search_changed AFTER INSERT OR DELETE ON framing_articles \
                       FOR EACH ROW EXECUTE FUNCTION search_changed('article')";
            db.execute_unprepared(sql).await?;
            return Ok(());
        }
        for (name, event, row) in [("inserted", "INSERT", "NEW"), ("deleted", "DELETE", "OLD")] {
            db.execute_unprepared(&format!(
                "CREATE TRIGGER search_framing_articles_{name} AFTER {event} ON framing_articles BEGIN \
                 INSERT INTO search_pending (kind, subject_id) VALUES ('article', {row}.id); END"
            ))
            .await?;
        }
        Ok(())
    }
}
