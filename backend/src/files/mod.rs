//! The file store: content-addressed, behind `object_store`: a folder, the memory, or S3.
//!
//! A file's address is the SHA-256 of its bytes, so identical content is kept once and a stored file never changes.
//! What arrives is written under a name of its own, then moved: nothing is ever half there. Not here: who may read
//! what, which is the business of those who know what a file is for.

mod fingerprint;
mod limits;
mod parts;
mod pictures;
mod reading;
mod receive;
mod s3;
mod sweep;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use bytes::Bytes;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload, local::LocalFileSystem, path::Path as Key};
use tokio::sync::RwLock;

use crate::error::{Error, Result};

pub use fingerprint::Fingerprint;
pub use limits::Limits;
pub(crate) use limits::in_megabytes;
pub use reading::Content;
pub use receive::Staged;

/// Where what is arriving waits.
const ARRIVING: &str = "arriving";

/// The file store.
#[derive(Clone, Debug)]
pub struct FileStore {
    store: Arc<dyn ObjectStore>,
    /// The folder, when it is one: what a crash leaves there is not listed by `object_store`.
    folder: Option<PathBuf>,
    limits: Limits,
    /// Held for reading while a file takes its place, for writing while one that nothing names is removed.
    places: Arc<RwLock<()>>,
}

impl FileStore {
    /// A store in a folder, made if absent.
    ///
    /// # Errors
    /// The folder cannot be made or opened.
    pub fn folder(path: &Path) -> Result<FileStore> {
        std::fs::create_dir_all(path)?;
        let store = LocalFileSystem::new_with_prefix(path)?.with_fsync(true);
        Ok(FileStore { folder: Some(path.to_owned()), ..FileStore::over(Arc::new(store)) })
    }

    /// A store that forgets everything with the program: for trying without writing.
    pub fn memory() -> FileStore {
        FileStore::over(Arc::new(object_store::memory::InMemory::new()))
    }

    /// A store in a bucket of S3: `s3://bucket/folder?endpoint=…&region=…`; keys come from the address or from the
    /// `AWS_…` variables of the environment.
    ///
    /// # Errors
    /// The address cannot be read.
    pub fn s3(address: &str) -> Result<FileStore> {
        Ok(FileStore::over(s3::open(address)?))
    }

    pub(crate) fn over(store: Arc<dyn ObjectStore>) -> FileStore {
        FileStore { store, folder: None, limits: Limits::default(), places: Arc::default() }
    }

    /// The same store with other limits.
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> FileStore {
        self.limits = limits;
        self
    }

    /// What it accepts.
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// Stores `bytes` and gives their address; storing the same content again does nothing.
    ///
    /// # Errors
    /// The store cannot be written.
    pub async fn put(&self, bytes: impl Into<Bytes>) -> Result<Fingerprint> {
        let bytes = bytes.into();
        let fingerprint = Fingerprint::of(&bytes);
        if !self.has(&fingerprint).await? {
            self.put_whole(&fingerprint.key(), bytes).await?;
        }
        Ok(fingerprint)
    }

    /// The bytes at an address, checked against it.
    ///
    /// # Errors
    /// The file is absent, unreadable, or no longer what it was.
    pub async fn get(&self, fingerprint: &Fingerprint) -> Result<Bytes> {
        let bytes = self.store.get(&fingerprint.key()).await?.bytes().await?;
        if Fingerprint::of(&bytes) == *fingerprint {
            Ok(bytes)
        } else {
            Err(Error::unexpected(format!("stored file {fingerprint} has changed")))
        }
    }

    /// Whether a file is at this address.
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn has(&self, fingerprint: &Fingerprint) -> Result<bool> {
        match self.store.head(&fingerprint.key()).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// The bytes of the file at this address, if there is one.
    ///
    /// # Errors
    /// The store cannot be read.
    pub(crate) async fn size(&self, fingerprint: &Fingerprint) -> Result<Option<u64>> {
        match self.store.head(&fingerprint.key()).await {
            Ok(found) => Ok(Some(found.size)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Makes sure that the store answers.
    ///
    /// # Errors
    /// It does not.
    pub async fn answers(&self) -> Result<()> {
        if let Some(folder) = &self.folder {
            tokio::fs::metadata(folder).await?;
        }
        self.size(&Fingerprint::of(b"")).await?;
        Ok(())
    }

    /// Bytes of the disk that files may still take, where they are in a folder: some stay free for the database.
    ///
    /// # Errors
    /// The disk cannot be asked.
    pub fn room_on_disk(&self) -> Result<Option<u64>> {
        let Some(free) = self.free_on_disk()? else { return Ok(None) };
        Ok(Some(free.saturating_sub(self.limits.free)))
    }

    /// Bytes that are free on the disk, where files are in a folder.
    ///
    /// # Errors
    /// The disk cannot be asked.
    pub fn free_on_disk(&self) -> Result<Option<u64>> {
        #[cfg(unix)]
        if let Some(folder) = &self.folder {
            let disk = rustix::fs::statvfs(folder).map_err(std::io::Error::from)?;
            return Ok(Some(disk.f_bavail.saturating_mul(disk.f_frsize)));
        }
        Ok(None)
    }

    /// Removes a file that nothing names yet, or that is not what its address says.
    ///
    /// # Errors
    /// The store cannot be written.
    pub(crate) async fn remove(&self, fingerprint: &Fingerprint) -> Result<()> {
        self.delete(&fingerprint.key()).await
    }

    /// Small enough to be written in one go. In a folder it is written beside first: a crash leaves nothing that
    /// could be taken for a file.
    async fn put_whole(&self, to: &Key, bytes: Bytes) -> Result<()> {
        if self.folder.is_none() {
            self.store.put(to, PutPayload::from_bytes(bytes)).await?;
            return Ok(());
        }
        let aside = Key::from(format!("{ARRIVING}/{}", receive::name()));
        self.store.put(&aside, PutPayload::from_bytes(bytes)).await?;
        Ok(self.store.rename(&aside, to).await?)
    }
}

#[cfg(test)]
mod tests;
