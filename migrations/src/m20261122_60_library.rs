//! The library: the contents kept, what stands in which folder, the documents, their versions and their tags.

use sea_orm_migration::prelude::*;

use crate::columns::{
    id, index, instant, key, number, optional_instant, optional_reference, optional_words, owner, reference,
    words,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// The content named by a row is kept as long as it is.
fn content() -> ForeignKeyCreateStatement {
    ForeignKey::create().from_col("sha256").to("files", "sha256").on_delete(ForeignKeyAction::Restrict).take()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("files")
                    .col(ColumnDef::new("sha256").text().not_null().primary_key())
                    .col(ColumnDef::new("bytes").big_integer().not_null())
                    .col(words("media_type"))
                    // When this content was last received.
                    .col(instant("created_at"))
                    .take(),
            )
            .await?;
        schema.create_index(index("files", &["created_at"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("documents")
                    .col(id())
                    // The library that answers for it; the common one if there is none.
                    .col(optional_reference("group_id"))
                    .col(words("kind"))
                    .col(words("title"))
                    .col(words("description"))
                    .col(words("source"))
                    .col(words("author"))
                    .col(words("licence"))
                    .col(ColumnDef::new("dated_on").date().take())
                    // The last version, so that lists read one row a document.
                    .col(number("latest"))
                    .col(optional_words("sha256"))
                    .col(words("file_name"))
                    .col(words("media_type"))
                    .col(ColumnDef::new("bytes").big_integer().not_null())
                    .col(words("address"))
                    .col(instant("created_at"))
                    .col(optional_reference("created_by"))
                    .col(instant("changed_at"))
                    .col(optional_reference("changed_by"))
                    .col(number("version"))
                    .foreign_key(&mut owner("group_id", "groups"))
                    .foreign_key(&mut content())
                    .foreign_key(&mut key("created_by", "users"))
                    .foreign_key(&mut key("changed_by", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("documents", &["group_id", "created_at"])).await?;
        // An import looks for the document that a file became, whatever its title.
        schema.create_index(index("documents", &["file_name"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("document_versions")
                    .col(reference("document_id"))
                    .col(number("number"))
                    .col(optional_words("sha256"))
                    .col(words("file_name"))
                    .col(words("media_type"))
                    .col(ColumnDef::new("bytes").big_integer().not_null())
                    .col(words("address"))
                    .col(words("body"))
                    .col(words("reason"))
                    // The version that this one brought back.
                    .col(ColumnDef::new("restores").integer().take())
                    .col(instant("at"))
                    .col(optional_reference("by_id"))
                    .primary_key(Index::create().col("document_id").col("number"))
                    .foreign_key(&mut owner("document_id", "documents"))
                    .foreign_key(&mut content())
                    .foreign_key(&mut key("by_id", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("document_versions", &["sha256"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("document_tags")
                    .col(reference("document_id"))
                    .col(words("folded"))
                    .col(words("tag"))
                    .col(number("position"))
                    .primary_key(Index::create().col("document_id").col("folded"))
                    .foreign_key(&mut owner("document_id", "documents"))
                    .take(),
            )
            .await?;
        schema.create_index(index("document_tags", &["folded", "document_id"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("library_entries")
                    .col(id())
                    .col(optional_reference("group_id"))
                    .col(optional_reference("parent_id"))
                    // The folders it is in, from the outermost, such as `/3/12/`.
                    .col(words("path"))
                    // Where lists find it: its library and its folder, such as `7:12`; nowhere once in the bin.
                    .col(words("shelf"))
                    // Folders first.
                    .col(number("rank"))
                    .col(words("name"))
                    .col(words("sorted"))
                    .col(optional_reference("document_id"))
                    .col(instant("created_at"))
                    .col(optional_reference("created_by"))
                    .col(number("version"))
                    .col(optional_instant("binned_at"))
                    .col(optional_reference("binned_by"))
                    // What was put in the bin with it as one: itself, or the folder around it.
                    .col(optional_reference("binned_with"))
                    .foreign_key(&mut owner("group_id", "groups"))
                    .foreign_key(&mut owner("parent_id", "library_entries"))
                    .foreign_key(&mut owner("document_id", "documents"))
                    .foreign_key(&mut key("created_by", "users"))
                    .foreign_key(&mut key("binned_by", "users"))
                    .take(),
            )
            .await?;
        schema.create_index(index("library_entries", &["shelf", "rank", "sorted", "id"])).await?;
        schema.create_index(index("library_entries", &["document_id"])).await?;
        schema.create_index(index("library_entries", &["parent_id"])).await?;
        schema.create_index(index("library_entries", &["group_id", "binned_at"])).await?;
        schema.create_index(index("library_entries", &["binned_with"])).await?;
        schema
            .create_table(
                Table::create()
                    .table("library_settings")
                    .col(ColumnDef::new("id").big_integer().not_null().primary_key())
                    .col(words("depositors"))
                    .col(number("version"))
                    .take(),
            )
            .await
    }
}
