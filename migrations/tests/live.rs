//! What was being typed when the program was brought up to date is there afterwards, on both engines.

use migrations::{Migrator, names};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, Statement};
use sea_orm_migration::MigratorTrait;

const LIVE_SUBJECTS: &str = "m20261123_290_live_subjects";

/// Bytes, as an engine writes them.
fn bytes(db: &DatabaseConnection, hexadecimal: &str) -> String {
    match db.get_database_backend() {
        sea_orm::DbBackend::Postgres => format!("'\\x{hexadecimal}'"),
        _ => format!("x'{hexadecimal}'"),
    }
}

async fn rows(db: &DatabaseConnection, sql: &str) -> Vec<String> {
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let rows = db.query_all_raw(statement).await.expect("read");
    rows.iter().map(|row| row.try_get_by_index::<String>(0).expect("a line")).collect()
}

async fn what_is_typed_stays(db: &DatabaseConnection) {
    let before = names().iter().position(|name| name == LIVE_SUBJECTS).expect("the migration");
    Migrator::up(db, Some(u32::try_from(before).expect("few"))).await.expect("the earlier ones apply");
    let at = "'2026-11-20 10:00:00+00:00'";
    let [state, update] = [bytes(db, "0102"), bytes(db, "0304")];
    for sql in [
        format!(
            "INSERT INTO users (id, email, name, is_administrator, college, organisation, commune, created_at, version) \
             VALUES (7, 'a@b.example', 'A', FALSE, '', '', '', {at}, 1)"
        ),
        format!(
            "INSERT INTO groups (id, slug, name, kind, visibility, state, mandate, created_at, version) \
             VALUES (3, 'g', 'G', 'working', 'open', 'active', '', {at}, 1)"
        ),
        format!(
            "INSERT INTO contributions (id, group_id, kind, state, title, summary, byline, created_by, created_at, \
             updated_at, state_since, version) VALUES (12, 3, 'note', 'draft', 'T', '', '', 7, {at}, {at}, {at}, 4)"
        ),
        format!(
            "INSERT INTO live_texts (contribution_id, state, folded_seq, seq, named_seq, named_version, typed_by, \
             touched_at, unnamed_since) VALUES (12, {state}, 5, 6, 5, 4, '7', {at}, {at})"
        ),
        format!("INSERT INTO live_updates (contribution_id, seq, bytes, at) VALUES (12, 6, {update}, {at})"),
        format!(
            "INSERT INTO framing_texts (id, slug, kind, title, aim, to_sign, version, changed_at) \
             VALUES (2, 'charte', 'charter', 'Charte', '', FALSE, 1, {at})"
        ),
        // One is prepared and was never saved, one is, one is adopted.
        format!(
            "INSERT INTO framing_versions (id, text_id, number, state, motives, body, starts_on, decision, decided_by, \
             fingerprint, version, begun_at) VALUES \
             (21, 2, 1, 'adopted', '', 'Un', NULL, '', '', '', 1, {at}), \
             (22, 2, 2, 'preparing', 'Pourquoi', 'Deux', NULL, '', '', '', 1, {at}), \
             (23, 2, 3, 'examined', '', 'Trois', '2026-12-01', '', '', '', 3, {at})"
        ),
        format!(
            "INSERT INTO framing_revisions (version_id, number, motives, body, saved_at) VALUES (23, 2, '', 'Trois', {at})"
        ),
    ] {
        db.execute_unprepared(&sql).await.unwrap_or_else(|error| panic!("{error}: {sql}"));
    }
    Migrator::up(db, None).await.expect("the rest applies");
    let typed = "SELECT t.contribution_id || ' ' || t.folded_seq || ' ' || t.seq || ' ' || t.named_seq || ' ' || \
                 t.named_version || ' ' || t.typed_by || ' ' || u.seq || ' ' || length(t.state) || length(u.bytes) \
                 FROM live_texts t JOIN live_updates u ON u.live_text_id = t.id \
                 WHERE t.framing_version_id IS NULL AND t.unnamed_since IS NOT NULL";
    assert_eq!(rows(db, typed).await, ["12 5 6 5 4 7 6 22"]);
    let words = "SELECT version_id || ' ' || number || ' ' || body || ' ' || COALESCE(CAST(starts_on AS TEXT), '') \
                 FROM framing_revisions ORDER BY version_id";
    assert_eq!(rows(db, words).await, ["22 1 Deux ", "23 2 Trois 2026-12-01"]);
    // The text goes with what it is of, and what was typed with the text.
    db.execute_unprepared("DELETE FROM contributions").await.expect("deleted");
    let left = "SELECT CAST(count(*) AS TEXT) FROM live_updates";
    assert_eq!(rows(db, left).await, ["0"]);
}

#[tokio::test]
async fn what_is_typed_stays_on_sqlite() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite://{}?mode=rwc", folder.path().join("live.db").display());
    what_is_typed_stays(&Database::connect(url).await.expect("the database opens")).await;
}

#[tokio::test]
async fn what_is_typed_stays_on_postgres() {
    let Ok(server) = std::env::var("PREAU_TEST_DATABASE_URL") else { return };
    let name = format!("live_{}", std::process::id());
    let admin = Database::connect(&server).await.expect("the server answers");
    admin.execute_unprepared(&format!("CREATE SCHEMA {name}")).await.expect("a schema");
    let sign = if server.contains('?') { '&' } else { '?' };
    let url = format!("{server}{sign}options=-c%20search_path%3D{name}");
    let db = Database::connect(url).await.expect("the database opens");
    what_is_typed_stays(&db).await;
    db.close().await.expect("the connection closes");
    admin.execute_unprepared(&format!("DROP SCHEMA {name} CASCADE")).await.expect("the schema is dropped");
}
