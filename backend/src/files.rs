//! The file store: content-addressed, behind `object_store`, a folder now and S3 later.
//!
//! A file's address is the SHA-256 of its bytes, so identical content is kept once and a stored file never changes.

use std::{path::Path, sync::Arc};

use bytes::Bytes;
use object_store::{
    ObjectStore, ObjectStoreExt, PutMode, PutOptions, PutPayload, local::LocalFileSystem, path::Path as Key,
};
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};

/// The file store.
#[derive(Clone, Debug)]
pub struct FileStore(Arc<dyn ObjectStore>);

impl FileStore {
    /// A store in a folder, made if absent.
    ///
    /// # Errors
    /// The folder cannot be made or opened.
    pub fn folder(path: &Path) -> Result<FileStore> {
        std::fs::create_dir_all(path)?;
        Ok(FileStore(Arc::new(LocalFileSystem::new_with_prefix(path)?)))
    }

    /// A store that forgets everything with the program: for trying without writing.
    pub fn memory() -> FileStore {
        FileStore(Arc::new(object_store::memory::InMemory::new()))
    }

    /// Stores `bytes` and gives their address; storing the same content again does nothing.
    ///
    /// # Errors
    /// The store cannot be written.
    pub async fn put(&self, bytes: impl Into<Bytes>) -> Result<Fingerprint> {
        let bytes = bytes.into();
        let fingerprint = Fingerprint::of(&bytes);
        let options = PutOptions { mode: PutMode::Create, ..Default::default() };
        match self.0.put_opts(&fingerprint.key(), PutPayload::from_bytes(bytes), options).await {
            Ok(_) | Err(object_store::Error::AlreadyExists { .. }) => Ok(fingerprint),
            Err(error) => Err(error.into()),
        }
    }

    /// The bytes at an address, checked against it.
    ///
    /// # Errors
    /// The file is absent, unreadable, or no longer what it was.
    pub async fn get(&self, fingerprint: &Fingerprint) -> Result<Bytes> {
        let bytes = self.0.get(&fingerprint.key()).await?.bytes().await?;
        if Fingerprint::of(&bytes) == *fingerprint {
            Ok(bytes)
        } else {
            Err(Error::unexpected(format!("stored file {fingerprint} has changed")))
        }
    }
}

/// The SHA-256 of some bytes, in lower-case hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// Of these bytes.
    pub fn of(bytes: &[u8]) -> Fingerprint {
        Fingerprint(Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect())
    }

    /// One read back from the database.
    pub(crate) fn stored(hex: &str) -> Fingerprint {
        Fingerprint(hex.to_owned())
    }

    /// Sixty-four hexadecimal digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    // Two levels of folders, so that none holds too many files.
    fn key(&self) -> Key {
        let (first, rest) = self.0.split_at(2.min(self.0.len()));
        Key::from(format!("{first}/{rest}"))
    }
}

impl std::fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn identical_content_is_kept_once_and_read_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = FileStore::folder(folder.path()).expect("a store");
        let first = store.put("avis".as_bytes()).await.expect("stored");
        let second = store.put("avis".as_bytes()).await.expect("stored again");
        assert_eq!(first, second);
        assert_eq!(first.as_str().len(), 64);
        assert_eq!(store.get(&first).await.expect("read"), "avis".as_bytes());
    }

    #[tokio::test]
    async fn a_file_changed_behind_our_back_is_noticed() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = FileStore::folder(folder.path()).expect("a store");
        let address = store.put("avis".as_bytes()).await.expect("stored");
        let (first, rest) = address.as_str().split_at(2);
        std::fs::write(folder.path().join(first).join(rest), "autre").expect("written");
        assert!(store.get(&address).await.is_err());
    }
}
