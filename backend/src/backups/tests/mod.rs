//! Backups made while people write, restored elsewhere, and whatever may be wrong with one.

mod nights;
mod whole;
mod wrong;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use serde_json::Value as Json;

use super::*;
use crate::{
    db::Db,
    files::FileStore,
    testing::{Cast, TestBackend},
};

/// Everything of a database that a backup keeps.
async fn everything(db: &Db) -> BTreeMap<String, Vec<Vec<Json>>> {
    let snapshot = db.snapshot().await.expect("a moment");
    let mut all = BTreeMap::new();
    for table in snapshot.tables(is_kept).await.expect("tables") {
        let rows = snapshot.page(&table, None, 1_000_000).await.expect("rows");
        all.insert(table.name.clone(), rows);
    }
    snapshot.end().await.expect("ended");
    all
}

/// A council with files, among them one of several pieces, and some in every kind of column.
async fn council() -> (TestBackend, Cast) {
    let (test, cast) = TestBackend::with_cast().await;
    test.keep_file("un document".as_bytes()).await;
    let long: Vec<u8> = (0..3_000_000_u32).map(|n| (n % 251) as u8).collect();
    test.keep_file(&long).await;
    test.do_jobs().await;
    (test, cast)
}

struct Elsewhere {
    folder: tempfile::TempDir,
    db: Db,
    store: FileStore,
}

impl Elsewhere {
    async fn new() -> Elsewhere {
        let folder = tempfile::tempdir().expect("a folder");
        let db =
            Db::connect(&format!("sqlite://{}", folder.path().join("new.db").display())).await.expect("open");
        let store = FileStore::folder(&folder.path().join("files")).expect("a store");
        Elsewhere { folder, db, store }
    }

    async fn restore(&self, from: &Path, passphrase: Option<&str>) -> Result<Restored, Trouble> {
        restore(from, passphrase, &Erasures::default(), &self.db, &self.store).await
    }
}

async fn backup(test: &TestBackend, passphrase: Option<&str>) -> (tempfile::TempDir, PathBuf, Made) {
    let folder = tempfile::tempdir().expect("a folder");
    let to = folder.path().join("sauvegarde");
    let made = make(&test.backend, &to, passphrase).await.expect("made");
    (folder, to, made)
}
