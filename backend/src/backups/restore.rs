//! Making an installation of a backup.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    sync::Arc,
};

use archive::Part;
use bytes::Bytes;
use chrono::{DateTime, Utc};
use futures::stream;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use sea_orm_migration::SchemaManager;

use super::{Contents, Trouble, make::named, open::Checked};
use crate::{
    Cx, Result,
    db::{
        Db,
        whole::{Rebuilt, Row, Table},
    },
    entities::{council, job, user},
    files::{FileStore, Fingerprint},
    personal_data,
};

/// Bytes of a part of a table: what is longer is not ours.
const PART: u64 = 256 << 20;
/// Bytes of a file that are read at once.
const PIECE: usize = 256 << 10;

/// An installation that was restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// What the backup held.
    pub contents: Contents,
    /// The schema was brought up to date by so many migrations.
    pub migrations: usize,
    /// Files that were not there and are now.
    pub files_added: u64,
    /// People who were erased since it was made, and were erased again.
    pub erased: u64,
}

/// Who was erased since a backup was made, by their marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erasures {
    /// See [`personal_data::marks`].
    pub marks: BTreeSet<String>,
    /// When they are erased again.
    pub at: DateTime<Utc>,
}

/// Whether nobody and no council is in this installation yet.
///
/// # Errors
/// The database cannot be read.
pub async fn is_empty(cx: &Cx) -> Result<bool> {
    // Before its first migration too.
    if !SchemaManager::new(cx.backend.db().writer()).has_table("council").await? {
        return Ok(true);
    }
    let council = council::Entity::find().one(cx.reader()).await?;
    Ok(council.is_none() && user::Entity::find().one(cx.reader()).await?.is_none())
}

/// Restores a backup into a database and a store, once it was read to its end and found whole. The database is replaced
/// in one transaction: until its end, whatever goes wrong, it is as it was, and the files that came are taken back.
///
/// Whoever was erased since it was made is erased again, by these marks, before anybody sees it.
///
/// Sessions and one-time links are in no backup: everybody signs in again, and who was invited is invited again.
///
/// # Errors
/// The backup is not whole or not for this program; the database or the store refused it.
pub async fn restore(
    path: &Path,
    passphrase: Option<&str>,
    erased: &Erasures,
    db: &Db,
    store: &FileStore,
) -> Result<Restored, Trouble> {
    run(path, passphrase, erased.clone(), db.clone(), Some(store.clone())).await
}

/// Restores a backup for a test, into a place of its own within `folder` that is then removed: whichever engine it comes
/// from, its rows make a database of SQLite, and every file is read.
///
/// # Errors
/// It could not be restored.
pub async fn rehearse(path: &Path, passphrase: Option<&str>, folder: &Path) -> Result<Contents, Trouble> {
    let place =
        tempfile::Builder::new().prefix(".preau-test-").tempdir_in(folder).map_err(Trouble::Writing)?;
    let db = Db::connect(&format!("sqlite://{}", place.path().join("preau.db").display())).await?;
    let outcome = run(path, passphrase, Erasures::default(), db.clone(), None).await;
    db.close().await?;
    Ok(outcome?.contents)
}

async fn run(
    path: &Path,
    passphrase: Option<&str>,
    erasures: Erasures,
    db: Db,
    store: Option<FileStore>,
) -> Result<Restored, Trouble> {
    let (path, passphrase) = (path.to_owned(), passphrase.map(str::to_owned));
    let runtime = tokio::runtime::Handle::current();
    let work = move || {
        let checked = Checked::read(&path, passphrase.as_deref())?;
        let mut added = Vec::new();
        let outcome = load(&runtime, &checked, &erasures, &db, store.as_ref(), &mut added);
        if let (Err(_), Some(store)) = (&outcome, &store) {
            runtime.block_on(take_back(store, &added));
        }
        outcome
    };
    tokio::task::spawn_blocking(work).await.map_err(crate::Error::from)?
}

/// Takes back files that came for nothing.
pub(crate) async fn take_back(store: &FileStore, added: &[Fingerprint]) {
    for fingerprint in added {
        if let Err(error) = store.remove(fingerprint).await {
            tracing::warn!(%error, "a file that was restored for nothing stays");
        }
    }
}

fn load(
    runtime: &tokio::runtime::Handle,
    checked: &Checked,
    erasures: &Erasures,
    db: &Db,
    store: Option<&FileStore>,
    added: &mut Vec<Fingerprint>,
) -> Result<Restored, Trouble> {
    let mut made = runtime.block_on(db.rebuild(&checked.head.migrations))?;
    let tables: BTreeMap<&str, &Table> =
        checked.head.tables.iter().map(|table| (table.name.as_str(), table)).collect();
    for name in tables.keys() {
        runtime.block_on(made.empty(name))?;
    }
    let mut written = BTreeMap::new();
    checked.again(|mut part| {
        let name = part.name.clone();
        if let Some(rest) = name.strip_prefix("tables/") {
            let table = rest.split('/').next().and_then(|name| tables.get(name));
            let table = table.ok_or_else(|| Trouble::Incomplete(format!("{rest} is of no table")))?;
            let rows = rows(&part.whole(PART)?)?;
            runtime.block_on(made.insert(table, &rows))?;
            *written.entry(table.name.clone()).or_default() += rows.len() as u64;
        } else if let (Some(store), Some(file)) = (store, name.strip_prefix("files/"))
            && checked.files.contains(file)
        {
            let fingerprint = Fingerprint::stored(file);
            if put(runtime, store, &fingerprint, &mut part)? {
                added.push(fingerprint);
            }
        }
        Ok(())
    })?;
    checked.counts(&written)?;
    runtime.block_on(finish(checked, &mut made))?;
    let erased = personal_data::erase_again(made.reader(), erasures.at, &erasures.marks);
    let erased = runtime.block_on(erased)?;
    runtime.block_on(made.keep())?;
    let all = migrations::names();
    let known: BTreeSet<&String> = checked.head.migrations.iter().collect();
    Ok(Restored {
        contents: checked.contents(),
        migrations: all.iter().filter(|name| !known.contains(name)).count(),
        files_added: added.len() as u64,
        erased,
    })
}

async fn finish(checked: &Checked, made: &mut Rebuilt) -> Result<(), Trouble> {
    for (table, last) in &checked.head.sequences {
        made.go_on_after(table, *last).await?;
    }
    made.complete().await?;
    checked.has_all(&named(made.reader()).await?)?;
    // Their links are in no backup.
    job::Entity::delete_many().filter(job::Column::Kind.eq("send_link")).exec(made.reader()).await?;
    let free = job::ActiveModel { claimed_at: Set(None), ..Default::default() };
    job::Entity::update_many().set(free).exec(made.reader()).await?;
    Ok(())
}

fn rows(lines: &[u8]) -> Result<Vec<Row>, Trouble> {
    let lines = lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    let rows = lines.map(serde_json::from_slice).collect::<std::result::Result<Vec<Row>, _>>();
    rows.map_err(|_| Trouble::Incomplete("a row cannot be understood".to_owned()))
}

/// Puts a file where it is kept, unless it is there already and what it should be. Whether it was put.
fn put(
    runtime: &tokio::runtime::Handle,
    store: &FileStore,
    fingerprint: &Fingerprint,
    part: &mut Part<'_>,
) -> Result<bool, Trouble> {
    let bytes = part.bytes;
    if bytes == 0 {
        runtime.block_on(store.put(Bytes::new())).map_err(Trouble::Files)?;
        return Ok(false);
    }
    let there = runtime.block_on(store.size(fingerprint)).map_err(Trouble::Files)?;
    if let Some(there) = there {
        if there == bytes && runtime.block_on(store.verify(fingerprint, bytes)).is_ok() {
            return Ok(false);
        }
        // What is there is not what its name says: it is of no use to anybody.
        runtime.block_on(store.remove(fingerprint)).map_err(Trouble::Files)?;
    }
    let mut piece = vec![0; PIECE];
    let pieces = std::iter::from_fn(|| match part.read(&mut piece) {
        Ok(0) => None,
        Ok(read) => Some(Ok(Bytes::copy_from_slice(&piece[..read]))),
        Err(error) => Some(Err(Arc::new(error))),
    });
    let received = store.receive(stream::iter(pieces), u64::MAX);
    let staged = runtime.block_on(received).map_err(Trouble::Files)?;
    if staged.fingerprint != *fingerprint {
        runtime.block_on(store.forget(staged));
        return Err(archive::Trouble::Altered.into());
    }
    runtime.block_on(store.keep(staged)).map_err(Trouble::Files)?;
    Ok(there.is_none())
}
