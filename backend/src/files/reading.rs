//! Reading a file piece by piece, from wherever one likes.

use std::ops::Range;

use bytes::Bytes;
use futures::{StreamExt, TryStreamExt, stream, stream::BoxStream};
use object_store::{GetOptions, GetRange, ObjectStore, ObjectStoreExt};
use sha2::{Digest, Sha256};

use super::{FileStore, Fingerprint};
use crate::error::{Error, Result};

/// What a folder is asked for at once.
const PIECE: u64 = 1 << 20;

/// The bytes of a file, as they come.
pub type Content = BoxStream<'static, Result<Bytes>>;

impl FileStore {
    /// The bytes of a file in `range`, which must be within it. At most a few pieces are in memory at a time.
    ///
    /// # Errors
    /// The file is absent, or the store cannot be read; what fails later is the last item.
    pub async fn read(&self, fingerprint: &Fingerprint, range: Range<u64>) -> Result<Content> {
        let key = fingerprint.key();
        if range.is_empty() {
            self.store.head(&key).await?;
            return Ok(stream::empty().boxed());
        }
        if self.folder.is_none() {
            let options = GetOptions { range: Some(GetRange::Bounded(range)), ..GetOptions::default() };
            let found = self.store.get_opts(&key, options).await?;
            return Ok(found.into_stream().map_err(Error::from).boxed());
        }
        // From a folder `object_store` streams in small pieces, each with its own trip to another thread.
        let piece = |from: u64| from..(from + PIECE).min(range.end);
        let first = self.store.get_range(&key, piece(range.start)).await?;
        let (store, end) = (self.store.clone(), range.end);
        let rest = stream::try_unfold(piece(range.start).end, move |from| {
            let (store, key) = (store.clone(), key.clone());
            async move {
                if from >= end {
                    return Ok(None);
                }
                let until = (from + PIECE).min(end);
                let bytes = store.get_range(&key, from..until).await?;
                Ok::<_, Error>(Some((bytes, until)))
            }
        });
        Ok(stream::once(async { Ok(first) }).chain(rest).boxed())
    }

    /// Whether the file at an address, so many bytes long, is still what it was.
    ///
    /// # Errors
    /// It is not, or it cannot be read.
    pub async fn verify(&self, fingerprint: &Fingerprint, bytes: u64) -> Result<()> {
        let mut content = self.read(fingerprint, 0..bytes).await?;
        let mut digest = Sha256::new();
        while let Some(piece) = content.try_next().await? {
            digest.update(&piece);
        }
        if Fingerprint::finished(digest) == *fingerprint {
            Ok(())
        } else {
            Err(Error::unexpected(format!("stored file {fingerprint} has changed")))
        }
    }
}
