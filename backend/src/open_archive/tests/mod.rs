//! Archives made of one engine and taken by another, and whatever may be wrong with one.

mod whole;
mod wrong;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::TimeDelta;
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::Value as Json;

use super::*;
use crate::{
    Backend,
    backups::Erasures,
    clock::{SystemClock, SystemEntropy},
    db::Db,
    entities::{code_secret, mail, session, user},
    files::{FileStore, Fingerprint},
    journal,
    testing::{Cast, TestBackend},
};

/// Words that open doors in the council of these tests.
const DOORS: [&str; 4] = ["mot-de-passe-haché", "secret-de-code", "jeton-de-session", "lien-par-courriel"];

/// A council with files, a sealed journal, and all that an archive leaves out.
async fn council() -> (TestBackend, Cast) {
    let (test, cast) = TestBackend::with_cast().await;
    let (backend, now) = (&test.backend, test.backend.now());
    test.keep_file("un document".as_bytes()).await;
    let long: Vec<u8> = (0..3_000_000_u32).map(|n| (n % 251) as u8).collect();
    test.keep_file(&long).await;
    test.do_jobs().await;
    let db = backend.db().writer();
    let [password, code, token, link] = DOORS.map(str::to_owned);
    let row = session::ActiveModel {
        id: Set(token),
        user_id: Set(Some(cast.member.id)),
        data: Set("{}".to_owned()),
        device: Set(String::new()),
        created_at: Set(now),
        last_seen_at: Set(now),
        expires_at: Set(now + TimeDelta::days(1)),
        ..Default::default()
    };
    session::Entity::insert(row).exec_without_returning(db).await.expect("a session");
    let row = code_secret::ActiveModel {
        user_id: Set(cast.chair.id),
        secret: Set(code),
        last_step: Set(0),
        created_at: Set(now),
        confirmed_at: Set(Some(now)),
        ..Default::default()
    };
    code_secret::Entity::insert(row).exec_without_returning(db).await.expect("a secret");
    let row = mail::ActiveModel {
        user_id: Set(Some(cast.member.id)),
        recipient: Set("membre@demo.example".to_owned()),
        subject: Set("Bonjour".to_owned()),
        body: Set(link),
        state: Set("sent".to_owned()),
        at: Set(now),
        ..Default::default()
    };
    mail::Entity::insert(row).exec_without_returning(db).await.expect("a mail");
    let row = user::ActiveModel {
        id: Set(cast.member.id),
        password_hash: Set(Some(password)),
        ..Default::default()
    };
    user::Entity::update(row).exec(db).await.expect("a password");
    journal::seal(backend, journal::Reach::Everywhere).await.expect("sealed");
    (test, cast)
}

/// Everything of a database that an archive keeps, its doors shut.
async fn everything(db: &Db) -> BTreeMap<String, Vec<Vec<Json>>> {
    let snapshot = db.snapshot().await.expect("a moment");
    let mut all = BTreeMap::new();
    for table in snapshot.tables(doors::is_told).await.expect("tables") {
        let mut rows = snapshot.page_alike(&table, None, 1_000_000).await.expect("rows");
        rows.retain_mut(|row| doors::shut(&table, row));
        all.insert(table.name.clone(), rows);
    }
    snapshot.end().await.expect("ended");
    all
}

/// An archive without the part that people edit.
async fn export_of(backend: &Backend, to: &Path) -> Result<(u64, Fingerprint), Trouble> {
    let mut export = Export::begin(backend).await?;
    let mut folder = Writing::begin(to)?;
    export.write_rows(&mut folder, &|_| {}).await?;
    export.write_files(&mut folder, &|_| {}).await?;
    folder.whole("members.csv", "email;name\n")?;
    folder.whole("lecture/index.html", "<!doctype html>")?;
    export.end(folder).await
}

async fn exported(backend: &Backend) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let to = folder.path().join("archive ouverte");
    export_of(backend, &to).await.expect("exported");
    (folder, to)
}

/// Every file of a folder, with its bytes.
fn bytes_of(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let (mut found, mut folders) = (BTreeMap::new(), vec![root.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("listed") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).expect("within").display().to_string();
                found.insert(name, std::fs::read(&path).expect("read"));
            }
        }
    }
    found
}

/// An empty installation on SQLite.
struct Elsewhere {
    backend: Backend,
    _folder: tempfile::TempDir,
}

impl Elsewhere {
    async fn new(test: &TestBackend) -> Elsewhere {
        let folder = tempfile::tempdir().expect("a folder");
        let db =
            Db::connect(&format!("sqlite://{}", folder.path().join("new.db").display())).await.expect("open");
        let store = FileStore::folder(&folder.path().join("files")).expect("a store");
        let post = test.backend.mail().clone();
        let backend = Backend::new(db, store, post, Arc::new(SystemClock), Arc::new(SystemEntropy));
        Elsewhere { backend, _folder: folder }
    }

    async fn take(&self, from: &Path) -> Result<Taken, Trouble> {
        taken(&self.backend, from).await
    }
}

async fn taken(backend: &Backend, from: &Path) -> Result<Taken, Trouble> {
    let archive = Archive::open(from)?;
    take(&archive, &Erasures::default(), backend.db(), backend.files(), &|_| {}).await
}
