//! Parts of a file on its way, kept aside until it is whole.

use bytes::Bytes;
use futures::{StreamExt, TryStreamExt, stream};
use object_store::{ObjectStore, ObjectStoreExt, PutPayload, path::Path as Key};

use super::{ARRIVING, Content, FileStore};
use crate::error::{Error, Result};

impl FileStore {
    /// Keeps a part of the file on its way `upload`, which begins at `from`.
    ///
    /// # Errors
    /// `Storage`.
    pub(crate) async fn put_part(&self, upload: &str, from: u64, part: Bytes) -> Result<()> {
        self.store.put(&key(upload, from), PutPayload::from_bytes(part)).await?;
        Ok(())
    }

    /// The parts of a file on its way, one after the other.
    ///
    /// # Errors
    /// `Storage`.
    pub(crate) async fn parts(&self, upload: &str) -> Result<Content> {
        let mut keys = self.keys_of(upload).await?;
        keys.sort();
        let store = self.store.clone();
        let parts = stream::iter(keys).then(move |key| {
            let store = store.clone();
            async move { Ok::<_, Error>(store.get(&key).await?.into_stream().map_err(Error::from)) }
        });
        Ok(parts.try_flatten().boxed())
    }

    /// Forgets the parts of a file on its way.
    ///
    /// # Errors
    /// `Storage`.
    pub(crate) async fn forget_parts(&self, upload: &str) -> Result<()> {
        for key in self.keys_of(upload).await? {
            self.store.delete(&key).await?;
        }
        Ok(())
    }

    async fn keys_of(&self, upload: &str) -> Result<Vec<Key>> {
        let prefix = Key::from(format!("{ARRIVING}/{upload}"));
        let found: Vec<_> = self.store.list(Some(&prefix)).try_collect().await?;
        Ok(found.into_iter().map(|object| object.location).collect())
    }
}

/// Parts are put in order by their names.
fn key(upload: &str, from: u64) -> Key {
    Key::from(format!("{ARRIVING}/{upload}/{from:020}"))
}
