//! Reading a backup, and making sure that it is whole, before anything is done of it.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use archive::{Part, Reader};
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::{FORM, HEAD, Head, MANIFEST, Manifest, Trouble, Worth};
use crate::files::Fingerprint;

/// Bytes of the parts that are read whole.
const WHOLE: u64 = 256 << 20;

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    /// When it was made.
    pub taken_at: DateTime<Utc>,
    /// Rows in it.
    pub rows: u64,
    /// Files in it.
    pub files: u64,
    /// Their bytes.
    pub file_bytes: u64,
    /// Contents that were missing or altered when it was made.
    pub missing: u64,
}

/// A backup that is whole.
pub(super) struct Checked {
    path: PathBuf,
    passphrase: Option<String>,
    pub head: Head,
    pub manifest: Manifest,
    /// Contents in it, without those that were altered when it was made.
    pub files: BTreeSet<String>,
}

/// Reads a backup to its end, and tells what it holds. Nothing is written anywhere.
///
/// # Errors
/// It is not whole, or not for this program.
pub async fn check(path: &Path, passphrase: Option<&str>) -> Result<Contents, Trouble> {
    let (path, passphrase) = (path.to_owned(), passphrase.map(str::to_owned));
    let read = move || Checked::read(&path, passphrase.as_deref()).map(|checked| checked.contents());
    tokio::task::spawn_blocking(read).await.map_err(crate::Error::from)?
}

fn incomplete(what: impl Into<String>) -> Trouble {
    Trouble::Incomplete(what.into())
}

impl Checked {
    pub fn read(path: &Path, passphrase: Option<&str>) -> Result<Checked, Trouble> {
        let (mut head, mut manifest) = (None::<Head>, None::<Manifest>);
        let (mut parts, mut files, mut altered) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
        Reader::open(path, passphrase)?.read(|mut part| {
            if manifest.is_some() {
                return Err(incomplete("something follows its end"));
            }
            match part.name.clone() {
                name if name == HEAD => head = Some(read_head(&part.whole(WHOLE)?)?),
                _ if head.is_none() => return Err(archive::Trouble::NotOurs.into()),
                name if name == MANIFEST => {
                    let read = serde_json::from_slice(&part.whole(WHOLE)?);
                    manifest = Some(read.map_err(|_| incomplete("its end cannot be understood"))?);
                }
                name => {
                    let bytes = part.bytes;
                    let sha256 = worth(&mut part)?;
                    match name.strip_prefix("files/") {
                        Some(file) if file == sha256 => {
                            files.insert(sha256);
                        }
                        Some(file) => {
                            altered.insert(file.to_owned());
                        }
                        None => parts.push(Worth { part: name, bytes, sha256 }),
                    }
                }
            }
            Ok(())
        })?;
        let (Some(head), Some(manifest)) = (head, manifest) else {
            return Err(incomplete("its beginning or its end is missing"));
        };
        if parts != manifest.parts {
            return Err(incomplete("its tables are not those that were written"));
        }
        let known: BTreeSet<String> = manifest.altered.iter().cloned().collect();
        if altered != known || (files.len() + altered.len()) as u64 != manifest.files {
            return Err(incomplete("its files are not those that were written"));
        }
        let (path, passphrase) = (path.to_owned(), passphrase.map(str::to_owned));
        Ok(Checked { path, passphrase, head, manifest, files })
    }

    pub fn contents(&self) -> Contents {
        Contents {
            taken_at: self.head.taken_at,
            rows: self.manifest.rows.values().sum(),
            files: self.manifest.files,
            file_bytes: self.manifest.file_bytes,
            missing: (self.manifest.missing.len() + self.manifest.altered.len()) as u64,
        }
    }

    /// Reads it again, part by part.
    pub fn again(&self, each: impl FnMut(Part<'_>) -> Result<(), Trouble>) -> Result<(), Trouble> {
        Reader::open(&self.path, self.passphrase.as_deref())?.read(each)
    }

    /// Makes sure that so many rows were written to each table.
    pub fn counts(&self, written: &BTreeMap<String, u64>) -> Result<(), Trouble> {
        for (table, rows) in &self.manifest.rows {
            if written.get(table).copied().unwrap_or_default() != *rows {
                return Err(incomplete(format!("rows of {table} are missing")));
            }
        }
        Ok(())
    }

    /// Makes sure that it has every content that its rows name.
    pub fn has_all(&self, named: &BTreeSet<String>) -> Result<(), Trouble> {
        let absent = self.manifest.missing.iter().chain(&self.manifest.altered).collect::<BTreeSet<_>>();
        match named.iter().find(|name| !self.files.contains(*name) && !absent.contains(name)) {
            Some(name) => Err(incomplete(format!("the file {name} is missing"))),
            None => Ok(()),
        }
    }
}

fn read_head(bytes: &[u8]) -> Result<Head, Trouble> {
    let value: serde_json::Value = serde_json::from_slice(bytes).map_err(|_| archive::Trouble::NotOurs)?;
    let form = value.get("preau").and_then(serde_json::Value::as_u64).ok_or(archive::Trouble::NotOurs)?;
    let program = value.get("program").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
    if form > u64::from(FORM) {
        return Err(Trouble::TooNew(program));
    }
    let head: Head =
        serde_json::from_value(value).map_err(|_| incomplete("its beginning cannot be understood"))?;
    let known: BTreeSet<String> = migrations::names().into_iter().collect();
    if head.migrations.iter().any(|name| !known.contains(name)) {
        return Err(Trouble::TooNew(program));
    }
    Ok(head)
}

fn worth(part: &mut Part<'_>) -> Result<String, Trouble> {
    let (mut digest, mut piece) = (Sha256::new(), vec![0; 64 << 10]);
    let mut bytes = 0;
    loop {
        let read = part.read(&mut piece)?;
        if read == 0 {
            break;
        }
        bytes += read as u64;
        digest.update(&piece[..read]);
    }
    if bytes == part.bytes {
        Ok(Fingerprint::finished(digest).to_string())
    } else {
        Err(archive::Trouble::Cut.into())
    }
}
