//! What the search keeps: one line for each thing that can be found, its words, and what waits to be read again.
//!
//! A change leaves its line in `search_pending` by a trigger, so in its own transaction and whatever made it. The words
//! themselves are in `search_index`, which each engine has in its own way: FTS5 or tsvector.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DbBackend},
};

use crate::columns::{id, index, instant, number, optional_reference, reference, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What can be found: the name used here, its table, the columns whose change is read again.
const WATCHED: [(&str, &str, &str); 5] = [
    ("text", "contributions", "revision_id, state, byline, group_id"),
    ("review", "reviews", "comment"),
    ("message", "messages", "body, state"),
    ("group", "groups", "name, mandate"),
    ("person", "users", "name, organisation, commune, college, about"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        schema
            .create_table(
                Table::create()
                    .table("search_documents")
                    .col(id())
                    .col(words("kind"))
                    .col(reference("subject_id"))
                    .col(optional_reference("group_id"))
                    .col(optional_reference("contribution_id"))
                    // Identifiers between spaces: « 12 7 », with one before and one after.
                    .col(words("authors"))
                    .col(instant("at"))
                    .col(number("analyser"))
                    .take(),
            )
            .await?;
        schema.create_index(index("search_documents", &["kind", "subject_id"]).unique().take()).await?;
        // What passages are cut from, apart: the lines above stay small.
        schema
            .create_table(
                Table::create()
                    .table("search_texts")
                    .col(reference("document_id").primary_key().take())
                    .col(words("title"))
                    .col(words("body"))
                    .take(),
            )
            .await?;
        // Every word that was ever met, for typing errors. What one may not read is never proposed from it.
        schema
            .create_table(
                Table::create()
                    .table("search_words")
                    .col(ColumnDef::new("word").text().not_null().primary_key().take())
                    .take(),
            )
            .await?;
        schema
            .create_table(
                Table::create()
                    .table("search_pending")
                    .col(id())
                    .col(words("kind"))
                    .col(reference("subject_id"))
                    .take(),
            )
            .await?;
        let db = schema.get_connection();
        match db.get_database_backend() {
            DbBackend::Postgres => postgres(db).await?,
            _ => sqlite(db).await?,
        }
        for (kind, table, _) in WATCHED {
            let existing = format!(
                "INSERT INTO search_pending (kind, subject_id) SELECT '{kind}', id FROM {table} ORDER BY id"
            );
            db.execute_unprepared(&existing).await?;
        }
        Ok(())
    }
}

async fn sqlite(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    // The analyser is ours: words come folded, in ASCII but for other alphabets.
    db.execute_unprepared(
        "CREATE VIRTUAL TABLE search_index USING fts5(title, body, beside, content='', contentless_delete=1, \
         tokenize=\"unicode61 remove_diacritics 0\")",
    )
    .await?;
    for (kind, table, columns) in WATCHED {
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
    }
    db.execute_unprepared(
        "CREATE TRIGGER search_threads_changed AFTER UPDATE OF subject ON threads BEGIN \
         INSERT INTO search_pending (kind, subject_id) \
         SELECT 'message', id FROM messages WHERE thread_id = NEW.id AND position = 1; END",
    )
    .await?;
    Ok(())
}

async fn postgres(db: &impl ConnectionTrait) -> Result<(), DbErr> {
    db.execute_unprepared(
        "CREATE TABLE search_index (rowid bigint NOT NULL PRIMARY KEY, words tsvector NOT NULL)",
    )
    .await?;
    db.execute_unprepared("CREATE INDEX search_index_words_idx ON search_index USING gin (words)").await?;
    db.execute_unprepared(
        "CREATE FUNCTION search_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
         INSERT INTO search_pending (kind, subject_id) \
         VALUES (TG_ARGV[0], CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END); RETURN NULL; END $$",
    )
    .await?;
    for (kind, table, columns) in WATCHED {
        db.execute_unprepared(&format!(
            "CREATE TRIGGER search_changed AFTER INSERT OR DELETE OR UPDATE OF {columns} ON {table} \
             FOR EACH ROW EXECUTE FUNCTION search_changed('{kind}')"
        ))
        .await?;
    }
    db.execute_unprepared(
        "CREATE FUNCTION search_subject_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
         INSERT INTO search_pending (kind, subject_id) \
         SELECT 'message', id FROM messages WHERE thread_id = NEW.id AND position = 1; RETURN NULL; END $$",
    )
    .await?;
    db.execute_unprepared(
        "CREATE TRIGGER search_changed AFTER UPDATE OF subject ON threads \
         FOR EACH ROW EXECUTE FUNCTION search_subject_changed()",
    )
    .await?;
    Ok(())
}
