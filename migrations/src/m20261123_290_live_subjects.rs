//! What is written together may be of several kinds: a shared text is a row of its own, which names what it is of. What
//! is being typed stays as it is.

use sea_orm_migration::{
    prelude::*,
    sea_orm::{ConnectionTrait, DbBackend},
};

use crate::columns::{id, index, instant, number, optional_instant, optional_reference, owner, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// A place in the order of what was typed.
fn place(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).big_integer().not_null().take()
}

fn bytes(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).blob().not_null().take()
}

/// What a shared text is of: one column for each kind, of which one is filled.
const KINDS: [(&str, &str); 2] =
    [("contribution_id", "contributions"), ("framing_version_id", "framing_versions")];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let db = schema.get_connection();
        // The key of the table changes, which SQLite does by making the table again.
        for table in ["live_texts", "live_updates"] {
            db.execute_unprepared(&format!("CREATE TABLE former_{table} AS SELECT * FROM {table}")).await?;
        }
        for table in ["live_updates", "live_texts"] {
            schema.drop_table(Table::drop().table(table).take()).await?;
        }
        schema.create_table(texts()).await?;
        for (kind, _) in KINDS {
            schema.create_index(index("live_texts", &[kind]).unique().take()).await?;
        }
        // Most texts say nothing new: only what waits to become a version is looked for.
        schema.create_index(index("live_texts", &["unnamed_since"])).await?;
        schema.create_table(updates()).await?;
        let columns = "state, folded_seq, seq, named_seq, named_version, typed_by, touched_at, unnamed_since";
        db.execute_unprepared(&format!(
            "INSERT INTO live_texts (contribution_id, {columns}) \
             SELECT contribution_id, {columns} FROM former_live_texts ORDER BY contribution_id"
        ))
        .await?;
        db.execute_unprepared(
            "INSERT INTO live_updates (live_text_id, seq, bytes, at) \
             SELECT t.id, u.seq, u.bytes, u.at FROM former_live_updates u \
             JOIN live_texts t ON t.contribution_id = u.contribution_id",
        )
        .await?;
        for table in ["former_live_updates", "former_live_texts"] {
            schema.drop_table(Table::drop().table(table).take()).await?;
        }
        first_words(schema).await
    }
}

fn texts() -> TableCreateStatement {
    let mut table = Table::create();
    table.table("live_texts").col(id());
    for (kind, _) in KINDS {
        table.col(optional_reference(kind));
    }
    table
        .col(bytes("state"))
        // The last update that the state holds, the last one written, the last one that a version holds.
        .col(place("folded_seq"))
        .col(place("seq"))
        .col(place("named_seq"))
        .col(number("named_version"))
        // Who typed since that version, the latest last.
        .col(words("typed_by"))
        .col(instant("touched_at"))
        .col(optional_instant("unnamed_since"));
    for (kind, of) in KINDS {
        table.foreign_key(&mut owner(kind, of));
    }
    table.take()
}

fn updates() -> TableCreateStatement {
    Table::create()
        .table("live_updates")
        .col(place("live_text_id"))
        .col(place("seq"))
        .col(bytes("bytes"))
        .col(instant("at"))
        .primary_key(Index::create().col("live_text_id").col("seq"))
        .foreign_key(&mut owner("live_text_id", "live_texts"))
        .take()
}

/// The words with which a version of a framing text begins are its first revision: whoever saves over them is put
/// together with what others saved since. Versions that are prepared now and were never saved have it too.
async fn first_words(schema: &SchemaManager<'_>) -> Result<(), DbErr> {
    let day = ColumnDef::new("starts_on").date().take();
    schema.alter_table(Table::alter().table("framing_revisions").add_column(day).take()).await?;
    let db = schema.get_connection();
    let of_its_version = match db.get_database_backend() {
        DbBackend::Postgres => {
            "UPDATE framing_revisions r SET starts_on = v.starts_on \
             FROM framing_versions v WHERE v.id = r.version_id"
        }
        _ => {
            "UPDATE framing_revisions SET starts_on = \
             (SELECT v.starts_on FROM framing_versions v WHERE v.id = framing_revisions.version_id)"
        }
    };
    db.execute_unprepared(of_its_version).await?;
    db.execute_unprepared(
        "INSERT INTO framing_revisions (version_id, number, motives, body, starts_on, saved_at, saved_by) \
         SELECT v.id, 1, v.motives, v.body, v.starts_on, v.begun_at, v.begun_by FROM framing_versions v \
         WHERE v.state IN ('preparing', 'amending', 'examined', 'voting') \
         AND NOT EXISTS (SELECT 1 FROM framing_revisions r WHERE r.version_id = v.id)",
    )
    .await?;
    Ok(())
}
