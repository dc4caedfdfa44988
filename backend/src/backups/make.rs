//! Making a backup, while people write.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use archive::Writer;
use futures::TryStreamExt;
use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect};
use sha2::{Digest, Sha256};

use super::{FORM, HEAD, Head, MANIFEST, Manifest, Trouble, Worth, hold::Hold, is_kept};
use crate::{
    Backend,
    db::whole::{Row, Snapshot, Table},
    entities::{adoption, file, former_edition},
    files::Fingerprint,
};

/// Bytes of rows in one part.
const PART: usize = 4 << 20;
/// Rows read at once: few at first, more when they are short.
const ROWS: (usize, usize) = (16, 2_000);
/// Bytes of rows that are read at once.
const PAGE: usize = 512 << 10;

/// A backup that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Its bytes.
    pub bytes: u64,
    /// Rows in it.
    pub rows: u64,
    /// Files in it.
    pub files: u64,
    /// The contents that are named and are not there any more, or were altered.
    pub missing: Vec<String>,
}

/// Makes a backup at `to`, where nothing may be, encrypted if there is a passphrase. Every change acknowledged before is
/// in it, with the files that it names.
///
/// # Errors
/// `Writing`, `Database`, `Files`; nothing is left at `to`.
pub async fn make(backend: &Backend, to: &Path, passphrase: Option<&str>) -> Result<Made, Trouble> {
    let (backend, to, passphrase) = (backend.clone(), to.to_owned(), passphrase.map(str::to_owned));
    let runtime = tokio::runtime::Handle::current();
    // It compresses and writes all along: in a thread of its own, which waits for the database and the store.
    let work = move || runtime.block_on(make_here(&backend, &to, passphrase.as_deref()));
    tokio::task::spawn_blocking(work).await.map_err(crate::Error::from)?
}

async fn make_here(backend: &Backend, to: &Path, passphrase: Option<&str>) -> Result<Made, Trouble> {
    let now = backend.now();
    let mut to = Writer::create(to, passphrase, now.timestamp().unsigned_abs()).map_err(Trouble::Writing)?;
    // First, so that no content goes that a row of the snapshot names.
    let _hold = Hold::take(backend).await?;
    let snapshot = backend.db().snapshot().await?;
    let tables = snapshot.tables(is_kept).await?;
    let head = Head {
        preau: FORM,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        taken_at: now,
        migrations: snapshot.migrations().await?,
        sequences: snapshot.sequences(&tables).await?,
        tables,
    };
    to.whole(HEAD, &json(&head)?).map_err(Trouble::Writing)?;
    let mut manifest = Manifest {
        parts: Vec::new(),
        rows: BTreeMap::new(),
        files: 0,
        file_bytes: 0,
        missing: Vec::new(),
        altered: Vec::new(),
    };
    for table in &head.tables {
        let rows = write_table(&snapshot, table, &mut to, &mut manifest.parts).await?;
        manifest.rows.insert(table.name.clone(), rows);
    }
    let named = named(snapshot.reader()).await?;
    snapshot.end().await?;
    for name in named {
        write_file(backend, &name, &mut to, &mut manifest).await?;
    }
    to.whole(MANIFEST, &json(&manifest)?).map_err(Trouble::Writing)?;
    let rows = manifest.rows.values().sum();
    let missing = manifest.missing.into_iter().chain(manifest.altered).collect();
    let bytes = to.finish().map_err(Trouble::Writing)?;
    Ok(Made { bytes, rows, files: manifest.files, missing })
}

fn json(value: &impl serde::Serialize) -> Result<Vec<u8>, Trouble> {
    serde_json::to_vec_pretty(value).map_err(|error| Trouble::Database(error.into()))
}

async fn write_table(
    snapshot: &Snapshot,
    table: &Table,
    to: &mut Writer,
    parts: &mut Vec<Worth>,
) -> Result<u64, Trouble> {
    let (mut count, mut number, mut lines) = (0, 0, Vec::new());
    let (mut last, mut most) = (None::<Row>, ROWS.0);
    loop {
        let rows = snapshot.page(table, last.as_ref(), most).await?;
        let before = lines.len();
        for row in &rows {
            serde_json::to_writer(&mut lines, row).map_err(crate::Error::from)?;
            lines.push(b'\n');
        }
        count += rows.len() as u64;
        let whole = rows.len() < most;
        if lines.len() >= PART || (whole && !lines.is_empty()) {
            number += 1;
            let part = format!("tables/{}/{number:06}.jsonl", table.name);
            to.whole(&part, &lines).map_err(Trouble::Writing)?;
            let sha256 = Fingerprint::of(&lines).to_string();
            parts.push(Worth { part, bytes: lines.len() as u64, sha256 });
            lines.clear();
        } else if whole {
            return Ok(count);
        }
        if whole {
            return Ok(count);
        }
        // As many as take up about a page.
        let read = lines.len().saturating_sub(before);
        most = if read > 2 * PAGE {
            most / 2
        } else if read < PAGE {
            most * 2
        } else {
            most
        }
        .clamp(ROWS.0, ROWS.1);
        last = rows.into_iter().next_back();
    }
}

/// The contents that rows name.
pub(crate) async fn named(db: &impl ConnectionTrait) -> crate::Result<BTreeSet<String>> {
    let files = file::Entity::find().select_only().column(file::Column::Sha256);
    let frozen = adoption::Entity::find().select_only().column(adoption::Column::Fingerprint);
    let former = former_edition::Entity::find().select_only().column(former_edition::Column::Fingerprint);
    let mut named: BTreeSet<String> = files.into_tuple::<String>().all(db).await?.into_iter().collect();
    named.extend(frozen.into_tuple::<String>().all(db).await?);
    named.extend(former.into_tuple::<String>().all(db).await?);
    Ok(named)
}

async fn write_file(
    backend: &Backend,
    name: &str,
    to: &mut Writer,
    manifest: &mut Manifest,
) -> Result<(), Trouble> {
    let fingerprint = Fingerprint::stored(name);
    let Some(bytes) = backend.files().size(&fingerprint).await.map_err(Trouble::Files)? else {
        tracing::error!(%fingerprint, "a file that documents name is not there: the backup is made without it");
        manifest.missing.push(name.to_owned());
        return Ok(());
    };
    let mut content = backend.files().read(&fingerprint, 0..bytes).await.map_err(Trouble::Files)?;
    to.part(&format!("files/{name}"), bytes).map_err(Trouble::Writing)?;
    let mut digest = Sha256::new();
    while let Some(piece) = content.try_next().await.map_err(Trouble::Files)? {
        digest.update(&piece);
        to.write(&piece).map_err(Trouble::Writing)?;
    }
    manifest.files += 1;
    manifest.file_bytes += bytes;
    if Fingerprint::finished(digest) != fingerprint {
        tracing::error!(%fingerprint, "a stored file was altered: the backup has it as it is");
        manifest.altered.push(name.to_owned());
    }
    Ok(())
}
