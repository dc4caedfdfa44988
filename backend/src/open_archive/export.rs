//! Reading everything as it is at one moment, while people write.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use futures::TryStreamExt;
use serde_json::Value as Json;

use super::{FILES, FORM, Manifest, ROWS, TableOfRows, Trouble, Writing, doors, folder::Part};
use crate::{
    Backend,
    backups::{self, Hold},
    db::whole::{Row, Snapshot, Table},
    files::Fingerprint,
};

/// Rows read at once: few at first, more when they are short.
const MOST: (usize, usize) = (16, 2_000);
/// Bytes of rows that are read at once.
const PAGE: usize = 512 << 10;

/// How far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The rows of this table.
    Rows(String),
    /// So many files of so many.
    Files(usize, usize),
}

/// Everything as it is at one moment: nobody waits for it, and no content that it names goes meanwhile.
pub struct Export {
    backend: Backend,
    pub(super) snapshot: Snapshot,
    _hold: Hold,
    manifest: Manifest,
}

impl fmt::Debug for Export {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Export").field("program", &self.manifest.program).finish_non_exhaustive()
    }
}

impl Export {
    /// The moment is now.
    ///
    /// # Errors
    /// `Database`.
    pub async fn begin(backend: &Backend) -> Result<Export, Trouble> {
        // First, so that no content goes that a row of the snapshot names.
        let hold = Hold::take(backend).await?;
        let snapshot = backend.db().snapshot().await?;
        let manifest = Manifest {
            preau_archive: FORM,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            migrations: snapshot.migrations().await?,
            tables: Vec::new(),
            sequences: BTreeMap::new(),
            missing: Vec::new(),
            files: Vec::new(),
        };
        Ok(Export { backend: backend.clone(), snapshot, _hold: hold, manifest })
    }

    /// Writes the rows of every table.
    ///
    /// # Errors
    /// `Database`, `Writing`.
    pub async fn write_rows(&mut self, to: &mut Writing, said: &impl Fn(Progress)) -> Result<(), Trouble> {
        let tables = self.snapshot.tables(doors::is_told).await?;
        let mut last: BTreeMap<String, i64> = self.snapshot.sequences(&tables).await?.into_iter().collect();
        for table in tables {
            said(Progress::Rows(table.name.clone()));
            let mut part = to.file(&format!("{ROWS}{}.jsonl", table.name))?;
            let (rows, highest) = write_table(&self.snapshot, &table, &mut part).await?;
            to.keep(part)?;
            // An identifier that was given by hand counts too: engines differ in whether they note it.
            if let Some(given) = last.get_mut(&table.name) {
                *given = (*given).max(highest);
            }
            let Table { name, columns, key } = table;
            self.manifest.tables.push(TableOfRows { name, key, columns, rows });
        }
        last.retain(|_, last| *last > 0);
        self.manifest.sequences = last;
        Ok(())
    }

    /// Writes the contents that rows name, each under its fingerprint. Gives those that are missing or were altered.
    ///
    /// # Errors
    /// `Database`, `Files`, `Writing`.
    pub async fn write_files(
        &mut self,
        to: &mut Writing,
        said: &impl Fn(Progress),
    ) -> Result<Vec<String>, Trouble> {
        let named: BTreeSet<String> = backups::named(self.snapshot.reader()).await?;
        let of = named.len();
        for (done, name) in named.into_iter().enumerate() {
            said(Progress::Files(done, of));
            if !self.write_file(&name, to).await? {
                self.manifest.missing.push(name);
            }
        }
        Ok(self.manifest.missing.clone())
    }

    async fn write_file(&self, name: &str, to: &mut Writing) -> Result<bool, Trouble> {
        let fingerprint = Fingerprint::stored(name);
        let store = self.backend.files();
        let Some(bytes) = store.size(&fingerprint).await.map_err(Trouble::Files)? else {
            tracing::error!(%fingerprint, "a file that documents name is not there: the archive is made without it");
            return Ok(false);
        };
        let mut part = to.file(&format!("{FILES}{name}"))?;
        let content = read(store, &fingerprint, bytes, &mut part).await?;
        if content != fingerprint {
            tracing::error!(%fingerprint, "a stored file was altered: the archive is made without it");
            to.forget(part)?;
            return Ok(false);
        }
        to.keep(part)?;
        Ok(true)
    }

    /// Ends it: what every file is worth is written last. Gives how many rows there are, and the fingerprint of the whole.
    ///
    /// # Errors
    /// `Database`, `Writing`.
    pub async fn end(self, to: Writing) -> Result<(u64, Fingerprint), Trouble> {
        self.snapshot.end().await?;
        let rows = self.manifest.tables.iter().map(|table| table.rows).sum();
        Ok((rows, to.end(self.manifest)?))
    }
}

/// Copies a content, and says what it is worth.
async fn read(
    store: &crate::files::FileStore,
    fingerprint: &Fingerprint,
    bytes: u64,
    part: &mut Part,
) -> Result<Fingerprint, Trouble> {
    use sha2::{Digest, Sha256};

    let mut digest = Sha256::new();
    if bytes > 0 {
        let mut content = store.read(fingerprint, 0..bytes).await.map_err(Trouble::Files)?;
        while let Some(piece) = content.try_next().await.map_err(Trouble::Files)? {
            digest.update(&piece);
            part.write(&piece)?;
        }
    }
    Ok(Fingerprint::finished(digest))
}

/// Writes the rows of a table; gives how many, and the highest number among their identifiers.
async fn write_table(snapshot: &Snapshot, table: &Table, to: &mut Part) -> Result<(u64, i64), Trouble> {
    let (mut count, mut highest) = (0, 0);
    let (mut last, mut most) = (None::<Row>, MOST.0);
    let identifier = table.columns.iter().position(|column| column.name == "id");
    loop {
        let mut rows = snapshot.page_alike(table, last.as_ref(), most).await?;
        let whole = rows.len() < most;
        last = rows.last().cloned();
        let mut lines = Vec::new();
        for row in &mut rows {
            let id = identifier.and_then(|place| row.get(place)).and_then(Json::as_i64);
            highest = highest.max(id.unwrap_or_default());
            if doors::shut(table, row) {
                write_row(table, row, &mut lines)?;
                count += 1;
            }
        }
        to.write(&lines)?;
        if whole {
            return Ok((count, highest));
        }
        // As many as take up about a page.
        most = match lines.len() {
            bytes if bytes > 2 * PAGE => most / 2,
            bytes if bytes < PAGE => most * 2,
            _ => most,
        }
        .clamp(MOST.0, MOST.1);
    }
}

/// A row as an object, its columns in their order.
fn write_row(table: &Table, row: &Row, to: &mut Vec<u8>) -> crate::Result<()> {
    let mut open = b'{';
    for (column, value) in table.columns.iter().zip(row) {
        to.push(open);
        open = b',';
        serde_json::to_writer(&mut *to, &column.name)?;
        to.push(b':');
        serde_json::to_writer(&mut *to, value)?;
    }
    to.extend_from_slice(b"}\n");
    Ok(())
}
