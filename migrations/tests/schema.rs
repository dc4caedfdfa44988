//! The schema that the migrations make from nothing, compared with `schema/` on both engines.
//!
//! After a migration is added: `PREAU_TEST_WRITE_SCHEMA=1 tools/postgres.sh run cargo nextest run -p migrations`.

use migrations::Migrator;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, Statement};
use sea_orm_migration::MigratorTrait;

async fn lines(db: &DatabaseConnection, sql: &str) -> Vec<String> {
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let rows = db.query_all_raw(statement).await.expect("the catalogue is read");
    rows.iter().map(|row| row.try_get_by_index::<String>(0).expect("a line")).collect()
}

fn compare(name: &str, made: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("schema").join(name);
    if std::env::var_os("PREAU_TEST_WRITE_SCHEMA").is_some() {
        std::fs::write(&path, made).expect("the dump is written");
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(committed, made, "schema/{name} is not what the migrations make");
}

#[tokio::test]
async fn sqlite_has_the_committed_schema() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite://{}?mode=rwc", folder.path().join("schema.db").display());
    let db = Database::connect(url).await.expect("the database opens");
    Migrator::up(&db, None).await.expect("the migrations apply");
    let sql = "SELECT sql || ';' FROM sqlite_master \
               WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND tbl_name <> 'seaql_migrations' ORDER BY tbl_name, type DESC, name";
    compare("sqlite.sql", &(lines(&db, sql).await.join("\n") + "\n"));
}

#[tokio::test]
async fn postgres_has_the_committed_schema() {
    let Ok(server) = std::env::var("PREAU_TEST_DATABASE_URL") else { return };
    let name = format!("schema_{}", std::process::id());
    let admin = Database::connect(&server).await.expect("the server answers");
    admin.execute_unprepared(&format!("CREATE SCHEMA {name}")).await.expect("a schema");
    let sign = if server.contains('?') { '&' } else { '?' };
    let url = format!("{server}{sign}options=-c%20search_path%3D{name}");
    let db = Database::connect(url).await.expect("the database opens");
    Migrator::up(&db, None).await.expect("the migrations apply");
    let columns = "SELECT table_name || '.' || column_name || ' ' || data_type \
                   || CASE WHEN is_nullable = 'NO' THEN ' NOT NULL' ELSE '' END \
                   FROM information_schema.columns \
                   WHERE table_schema = current_schema() AND table_name <> 'seaql_migrations' \
                   ORDER BY table_name, ordinal_position";
    let constraints = "SELECT conrelid::regclass::text || ' ' || pg_get_constraintdef(oid) FROM pg_constraint \
                       WHERE connamespace = current_schema()::regnamespace AND contype <> 'n' \
                       AND conrelid::regclass::text <> 'seaql_migrations' ORDER BY 1";
    let indexes = "SELECT replace(indexdef, current_schema() || '.', '') FROM pg_indexes \
                   WHERE schemaname = current_schema() AND tablename <> 'seaql_migrations' ORDER BY 1";
    let mut dump = Vec::new();
    for (title, sql) in [("columns", columns), ("constraints", constraints), ("indexes", indexes)] {
        dump.push(format!("-- {title}"));
        dump.extend(lines(&db, sql).await);
    }
    db.close().await.expect("the connection closes");
    admin.execute_unprepared(&format!("DROP SCHEMA {name} CASCADE")).await.expect("the schema is dropped");
    compare("postgres.sql", &(dump.join("\n") + "\n"));
}
