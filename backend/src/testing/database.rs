//! A database for one test: a copy of another, often of one where the migrations ran once for all the tests of a
//! program.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
    time::SystemTime,
};

use sea_orm::{ConnectionTrait, DatabaseConnection, Statement};

use crate::db::Db;

/// Where a database is.
enum Place {
    /// On SQLite: a file of this name in a folder of its own.
    Folder(tempfile::TempDir),
    /// On PostgreSQL: the address of the server, who creates and drops there, and the name of the database.
    Server { server: String, admin: DatabaseConnection, name: String },
}

const FILE: &str = "test.db";

impl Place {
    fn url(&self) -> String {
        match self {
            Place::Folder(folder) => url_of(&folder.path().join(FILE)),
            Place::Server { server, name, .. } => address(server, name),
        }
    }

    async fn open(self) -> Database {
        let db = Db::connect(&self.url()).await.expect("the database opens");
        Database { db, place: self }
    }
}

pub(super) struct Database {
    pub db: Db,
    place: Place,
}

impl Database {
    /// With the schema and nothing else.
    pub async fn new() -> Database {
        let place = match std::env::var("PREAU_TEST_DATABASE_URL") {
            Ok(server) => postgres_copy(&server).await,
            Err(_) => sqlite_copy().await,
        };
        place.open().await
    }

    /// Other connections to it, as another node has; `None` on SQLite.
    pub async fn again(&self) -> Option<Db> {
        let Place::Server { .. } = &self.place else { return None };
        Some(Db::connect(&self.place.url()).await.expect("the database opens"))
    }

    /// To be copied.
    pub async fn close(self) -> Closed {
        self.db.close().await.expect("the connections close");
        Closed(self.place)
    }

    pub async fn drop(self) {
        self.db.close().await.expect("the connections close");
        if let Place::Server { admin, name, .. } = self.place {
            execute(&admin, &format!("DROP DATABASE {name} WITH (FORCE)")).await;
        }
    }
}

/// A database that nobody uses.
pub(super) struct Closed(Place);

impl Closed {
    pub async fn copy(&self) -> Database {
        let place = match &self.0 {
            Place::Folder(folder) => copy_of(&folder.path().join(FILE)),
            Place::Server { server, admin, name } => {
                let lingering = format!(
                    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'"
                );
                execute(admin, &lingering).await;
                copy_on(server, admin.clone(), name).await
            }
        };
        place.open().await
    }
}

async fn sqlite_copy() -> Place {
    let this = ThisProgram::new();
    let model = this.path.with_extension("db");
    {
        let _lock = this.lock();
        let made = fs::metadata(&model).and_then(|file| file.modified());
        if made.ok().is_none_or(|made| made < this.built) {
            let new = this.path.with_extension("new.db");
            let _ = fs::remove_file(&new);
            migrate(&url_of(&new)).await;
            fs::rename(&new, &model).expect("the model is named");
        }
    }
    copy_of(&model)
}

fn copy_of(file: &Path) -> Place {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::copy(file, folder.path().join(FILE)).expect("the file is copied");
    Place::Folder(folder)
}

fn url_of(file: &Path) -> String {
    format!("sqlite://{}", file.display())
}

async fn postgres_copy(server: &str) -> Place {
    let admin = sea_orm::Database::connect(server).await.expect("the server answers");
    let this = ThisProgram::new();
    let built = this.built.duration_since(SystemTime::UNIX_EPOCH).expect("after 1970").as_nanos();
    let model = format!("model_{built}");
    {
        let _lock = this.lock();
        let asked = format!("SELECT 1 FROM pg_database WHERE datname = '{model}'");
        let asked = Statement::from_string(admin.get_database_backend(), asked);
        if admin.query_one_raw(asked).await.expect("the databases are listed").is_none() {
            let new = format!("new_{model}");
            execute(&admin, &format!("DROP DATABASE IF EXISTS {new}")).await;
            execute(&admin, &format!("CREATE DATABASE {new}")).await;
            migrate(&address(server, &new)).await;
            execute(&admin, &format!("ALTER DATABASE {new} RENAME TO {model}")).await;
        }
    }
    copy_on(server, admin, &model).await
}

async fn copy_on(server: &str, admin: DatabaseConnection, model: &str) -> Place {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!("test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::SeqCst));
    // Files are copied as they are: through the log it takes three times as long.
    execute(&admin, &format!("CREATE DATABASE {name} TEMPLATE {model} STRATEGY FILE_COPY")).await;
    Place::Server { server: server.to_owned(), admin, name }
}

async fn execute(admin: &DatabaseConnection, sql: &str) {
    admin.execute_unprepared(sql).await.expect("the server does what it is told");
}

/// The address of another database of that server.
fn address(server: &str, database: &str) -> String {
    let (server, settings) = server.split_once('?').unwrap_or((server, ""));
    let server = server.rsplit_once('/').expect("the address names a database").0;
    format!("{server}/{database}?{settings}")
}

async fn migrate(url: &str) {
    let db = Db::connect(url).await.expect("the database opens");
    db.migrate().await.expect("the schema is made");
    db.close().await.expect("the connections close");
}

/// The program of these tests: when it is built again, the schema may be another.
struct ThisProgram {
    path: PathBuf,
    built: SystemTime,
}

impl ThisProgram {
    fn new() -> ThisProgram {
        let path = std::env::current_exe().expect("this program has a path");
        let built = fs::metadata(&path).and_then(|file| file.modified()).expect("it was built one day");
        ThisProgram { path, built }
    }

    /// Held by one test at a time: they run side by side.
    fn lock(&self) -> File {
        let lock = File::create(self.path.with_extension("lock")).expect("a file beside the program");
        lock.lock().expect("it is locked");
        lock
    }
}
