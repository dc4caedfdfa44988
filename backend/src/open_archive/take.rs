//! Making an installation of an archive.

use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader, Read},
};

use bytes::Bytes;
use futures::stream;
use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};

use super::{Archive, FILES, Progress, ROWS, TableOfRows, Trouble, doors, not_whole, open::opened};
use crate::{
    backups::{self, Erasures},
    db::{
        Db,
        whole::{Row, Table},
    },
    files::{FileStore, Fingerprint},
    personal_data,
};

/// Rows written together, and bytes of them.
const TOGETHER: (usize, usize) = (1_000, 4 << 20);
/// Bytes of one row: what is longer is not ours.
const LINE: u64 = 256 << 20;
/// Bytes of a file that are read at once.
const PIECE: usize = 256 << 10;

/// An installation that was made of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Rows in it.
    pub rows: u64,
    /// Contents that were not there and are now.
    pub files_added: u64,
    /// The schema was brought up to date by so many migrations.
    pub migrations: usize,
    /// People who were erased since the archive was made, and were erased again.
    pub erased: u64,
}

/// Makes an installation of an archive, in a database that it replaces in one transaction: until its end, whatever goes
/// wrong, the database is as it was, and the files that came are taken back.
///
/// Whoever was erased since it was made is erased again. Nobody has a password then: an archive holds none.
///
/// # Errors
/// The archive is not what it was when it was opened; the database or the store refused it.
pub async fn take(
    archive: &Archive,
    erased: &Erasures,
    db: &Db,
    store: &FileStore,
    said: &impl Fn(Progress),
) -> Result<Taken, Trouble> {
    let mut added = Vec::new();
    let outcome = load(archive, erased, db, store, said, &mut added).await;
    if outcome.is_err() {
        backups::take_back(store, &added).await;
    }
    outcome
}

async fn load(
    archive: &Archive,
    erased: &Erasures,
    db: &Db,
    store: &FileStore,
    said: &impl Fn(Progress),
    added: &mut Vec<Fingerprint>,
) -> Result<Taken, Trouble> {
    let mut made = db.rebuild(archive.migrations()).await?;
    for told in &archive.manifest.tables {
        said(Progress::Rows(told.name.clone()));
        let table = Table { name: told.name.clone(), columns: told.columns.clone(), key: told.key.clone() };
        made.empty(&table.name).await?;
        let mut rows = Rows::of(archive, told)?;
        while let Some(some) = rows.next(&table)? {
            made.insert(&table, &some).await?;
        }
    }
    for (table, last) in &archive.manifest.sequences {
        if !archive.manifest.tables.iter().any(|told| told.name == *table) {
            return Err(not_whole(format!("{table:?} is no table of it")));
        }
        made.go_on_after(table, *last).await?;
    }
    made.complete().await?;
    let names: BTreeSet<&str> = archive.contents().collect();
    let gone: BTreeSet<&str> = archive.manifest.missing.iter().map(String::as_str).collect();
    let named = backups::named(made.reader()).await?;
    if let Some(name) =
        named.iter().find(|name| !names.contains(name.as_str()) && !gone.contains(name.as_str()))
    {
        return Err(not_whole(format!("the file {name} is missing")));
    }
    let of = names.len();
    for (done, name) in names.into_iter().enumerate() {
        said(Progress::Files(done, of));
        if put(archive, name, store).await? {
            added.push(Fingerprint::stored(name));
        }
    }
    let erased = personal_data::erase_again(made.reader(), erased.at, &erased.marks).await?;
    made.keep().await?;
    let known: BTreeSet<&String> = archive.migrations().iter().collect();
    let migrations = migrations::names().iter().filter(|name| !known.contains(name)).count();
    Ok(Taken { rows: archive.rows(), files_added: added.len() as u64, migrations, erased })
}

/// The rows of a table, as they are read: what was read must be what the manifest says, to the end.
struct Rows<'a> {
    told: &'a TableOfRows,
    sha256: &'a str,
    from: BufReader<std::fs::File>,
    digest: Sha256,
    count: u64,
    ended: bool,
}

impl Rows<'_> {
    fn of<'a>(archive: &'a Archive, told: &'a TableOfRows) -> Result<Rows<'a>, Trouble> {
        let path = format!("{ROWS}{}.jsonl", told.name);
        let missing = || not_whole(format!("{path} is missing"));
        let worth = archive.manifest.files.iter().find(|file| file.path == path).ok_or_else(missing)?;
        let file = opened(&archive.root, &path).map_err(Trouble::Reading)?.ok_or_else(missing)?;
        let from = BufReader::with_capacity(PIECE, file);
        Ok(Rows { told, sha256: &worth.sha256, from, digest: Sha256::new(), count: 0, ended: false })
    }

    /// Some more; none at the end.
    fn next(&mut self, table: &Table) -> Result<Option<Vec<Row>>, Trouble> {
        let (mut rows, mut bytes, mut line) = (Vec::new(), 0, Vec::new());
        while !self.ended && rows.len() < TOGETHER.0 && bytes < TOGETHER.1 {
            line.clear();
            let read = (&mut self.from).take(LINE).read_until(b'\n', &mut line).map_err(Trouble::Reading)?;
            if read == 0 {
                self.end()?;
                break;
            }
            bytes += read;
            self.digest.update(&line);
            self.count += 1;
            let mut row = row(table, &line)
                .ok_or_else(|| not_whole(format!("a row of {} cannot be understood", table.name)))?;
            // Whoever made the archive may have opened them again.
            if doors::shut(table, &mut row) {
                rows.push(row);
            }
        }
        Ok((!rows.is_empty() || !self.ended).then_some(rows))
    }

    fn end(&mut self) -> Result<(), Trouble> {
        self.ended = true;
        let digest = std::mem::take(&mut self.digest);
        if self.count != self.told.rows {
            return Err(not_whole(format!("rows of {} are missing", self.told.name)));
        }
        if Fingerprint::finished(digest).as_str() != self.sha256 {
            return Err(not_whole(format!("the rows of {} were changed", self.told.name)));
        }
        Ok(())
    }
}

/// A row: each column of its table once, and nothing else.
fn row(table: &Table, line: &[u8]) -> Option<Row> {
    let mut object: Map<String, Json> = serde_json::from_slice(line).ok()?;
    let row: Option<Row> = table.columns.iter().map(|column| object.remove(&column.name)).collect();
    row.filter(|_| object.is_empty())
}

/// Puts a content where it is kept, unless it is there already and what it should be. Whether it was put.
async fn put(archive: &Archive, name: &str, store: &FileStore) -> Result<bool, Trouble> {
    let fingerprint = Fingerprint::stored(name);
    let missing = || not_whole(format!("the file {name} is missing"));
    let file = opened(&archive.root, &format!("{FILES}{name}")).map_err(Trouble::Reading)?;
    let mut file = file.ok_or_else(missing)?;
    let bytes = file.metadata().map_err(Trouble::Reading)?.len();
    if bytes == 0 {
        store.put(Bytes::new()).await.map_err(Trouble::Files)?;
        return Ok(false);
    }
    let there = store.size(&fingerprint).await.map_err(Trouble::Files)?;
    if let Some(there) = there {
        if there == bytes && store.verify(&fingerprint, bytes).await.is_ok() {
            return Ok(false);
        }
        // What is there is not what its name says: it is of no use to anybody.
        store.remove(&fingerprint).await.map_err(Trouble::Files)?;
    }
    let mut piece = vec![0; PIECE];
    let pieces = std::iter::from_fn(|| match file.read(&mut piece) {
        Ok(0) => None,
        Ok(read) => Some(Ok(Bytes::copy_from_slice(&piece[..read]))),
        Err(error) => Some(Err(error)),
    });
    let staged = store.receive(stream::iter(pieces), u64::MAX).await.map_err(Trouble::Files)?;
    if staged.fingerprint != fingerprint {
        store.forget(staged).await;
        return Err(not_whole(format!("the file {name} was changed")));
    }
    store.keep(staged).await.map_err(Trouble::Files)?;
    Ok(there.is_none())
}
