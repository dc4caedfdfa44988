//! The text inside files: what came of reading each content, and its text part by part.

use sea_orm_migration::{prelude::*, sea_orm::ConnectionTrait};

use crate::columns::{index, instant, number, optional_instant, optional_words, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// With the content they are of.
fn of(table: &'static str, column: &'static str) -> ForeignKeyCreateStatement {
    let mut key = ForeignKey::create();
    key.from_tbl(table)
        .from_col("sha256")
        .to_tbl(column)
        .to_col("sha256")
        .on_delete(ForeignKeyAction::Cascade);
    key.take()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("file_texts")
                    .col(ColumnDef::new("sha256").text().not_null().primary_key())
                    .col(words("state"))
                    .col(optional_words("cut"))
                    .col(ColumnDef::new("pages").integer())
                    .col(ColumnDef::new("recognised").boolean().not_null())
                    .col(ColumnDef::new("characters").big_integer().not_null())
                    .col(words("media_type"))
                    .col(words("name"))
                    .col(number("attempts"))
                    .col(instant("asked_at"))
                    .col(optional_instant("claimed_at"))
                    .col(optional_instant("read_at"))
                    .foreign_key(&mut of("file_texts", "files"))
                    .take(),
            )
            .await?;
        schema.create_index(index("file_texts", &["state", "asked_at"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("file_text_parts")
                    .col(ColumnDef::new("sha256").text().not_null())
                    .col(number("number"))
                    .col(words("kind"))
                    .col(number("page"))
                    .col(words("name"))
                    .col(words("blocks"))
                    .primary_key(Index::create().col("sha256").col("number"))
                    .foreign_key(&mut of("file_text_parts", "file_texts"))
                    .take(),
            )
            .await?;
        let db = schema.get_connection();
        // Files that came before are read too.
        db.execute_unprepared(
            "INSERT INTO file_texts (sha256, state, recognised, characters, media_type, name, attempts, asked_at) \
             SELECT files.sha256, 'waiting', false, 0, files.media_type, \
             (SELECT MAX(file_name) FROM document_versions WHERE document_versions.sha256 = files.sha256), \
             0, files.created_at FROM files \
             WHERE EXISTS (SELECT 1 FROM document_versions WHERE document_versions.sha256 = files.sha256)",
        )
        .await?;
        Ok(())
    }
}
