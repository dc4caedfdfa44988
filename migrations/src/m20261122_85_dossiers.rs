//! Dossiers: the documents, texts and links that each holds, in their order, and for whom it is.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DbBackend},
};

use crate::columns::{id, index, instant, key, number, optional_reference, owner, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What an element leads to may go: a line stays in its place.
fn named(column: &'static str, table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from_col(column).to(table, "id").on_delete(ForeignKeyAction::SetNull).take()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        // For whom a dossier is.
        let audience = words("audience").default("").take();
        schema.alter_table(Table::alter().table("documents").add_column(audience).take()).await?;
        schema
            .create_table(
                Table::create()
                    .table("dossier_elements")
                    .col(id())
                    .col(reference("dossier_id"))
                    .col(number("position"))
                    .col(words("kind"))
                    .col(optional_reference("document_id"))
                    .col(optional_reference("contribution_id"))
                    // Of a link.
                    .col(words("title"))
                    .col(words("address"))
                    .col(words("comment"))
                    .col(instant("added_at"))
                    .col(optional_reference("added_by"))
                    .foreign_key(&mut owner("dossier_id", "documents"))
                    .foreign_key(&mut named("document_id", "documents"))
                    .foreign_key(&mut named("contribution_id", "contributions"))
                    .foreign_key(&mut key("added_by", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("dossier_elements", &["dossier_id", "position"])).await?;
        for once in ["document_id", "contribution_id"] {
            schema.create_index(index("dossier_elements", &["dossier_id", once]).unique().take()).await?;
            schema.create_index(index("dossier_elements", &[once])).await?;
        }
        followed(schema.get_connection()).await
    }
}

/// A dossier is found by the links it holds: a change of one is read again.
async fn followed(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    if db.get_database_backend() == DbBackend::Postgres {
        db.execute_unprepared(
            "CREATE FUNCTION search_element_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
             INSERT INTO search_pending (kind, subject_id) VALUES \
             ('document', CASE WHEN TG_OP = 'DELETE' THEN OLD.dossier_id ELSE NEW.dossier_id END); \
             RETURN NULL; END $$",
        )
        .await?;
        db.execute_unprepared(
            "CREATE TRIGGER search_changed AFTER INSERT OR DELETE OR UPDATE OF title, address, comment \
             ON dossier_elements FOR EACH ROW EXECUTE FUNCTION search_element_changed()",
        )
        .await?;
        db.execute_unprepared(
            "CREATE TRIGGER search_audience_changed AFTER UPDATE OF audience ON documents \
             FOR EACH ROW EXECUTE FUNCTION search_changed('document')",
        )
        .await?;
        return Ok(());
    }
    for (name, event, row, table) in [
        ("elements_inserted", "INSERT", "NEW.dossier_id", "dossier_elements"),
        ("elements_changed", "UPDATE OF title, address, comment", "NEW.dossier_id", "dossier_elements"),
        ("elements_deleted", "DELETE", "OLD.dossier_id", "dossier_elements"),
        ("audience_changed", "UPDATE OF audience", "NEW.id", "documents"),
    ] {
        db.execute_unprepared(&format!(
            "CREATE TRIGGER search_{name} AFTER {event} ON {table} BEGIN \
             INSERT INTO search_pending (kind, subject_id) VALUES ('document', {row}); END"
        ))
        .await?;
    }
    Ok(())
}
