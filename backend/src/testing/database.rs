//! A database for one test.

use std::sync::atomic::{AtomicU32, Ordering};

use sea_orm::{ConnectionTrait, DatabaseConnection};

use crate::db::Db;

pub(super) struct Database {
    pub db: Db,
    schema: Option<(DatabaseConnection, String)>,
    _folder: tempfile::TempDir,
}

impl Database {
    pub async fn new() -> Database {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (url, schema) = match std::env::var("PREAU_TEST_DATABASE_URL") {
            Ok(server) => {
                let (url, admin, name) = schema_of_its_own(&server).await;
                (url, Some((admin, name)))
            }
            Err(_) => (format!("sqlite://{}", folder.path().join("test.db").display()), None),
        };
        let db = Db::connect(&url).await.expect("the database opens");
        db.migrate().await.expect("the schema is made");
        Database { db, schema, _folder: folder }
    }

    pub async fn drop(self) {
        self.db.close().await.expect("the connections close");
        if let Some((admin, name)) = self.schema {
            admin
                .execute_unprepared(&format!("DROP SCHEMA {name} CASCADE"))
                .await
                .expect("the schema is dropped");
        }
    }
}

async fn schema_of_its_own(server: &str) -> (String, DatabaseConnection, String) {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!("test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::SeqCst));
    let admin = sea_orm::Database::connect(server).await.expect("the server answers");
    admin.execute_unprepared(&format!("CREATE SCHEMA {name}")).await.expect("the schema is created");
    let sign = if server.contains('?') { '&' } else { '?' };
    (format!("{server}{sign}options=-c%20search_path%3D{name}"), admin, name)
}
