//! Pictures made of the contents: kept so as not to be made again at each visit. They can always be made again.

use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use futures::TryStreamExt;
use object_store::{ObjectStore, ObjectStoreExt, path::Path as Key};

use super::{FileStore, Fingerprint};
use crate::error::Result;

/// Where they are.
const PICTURES: &str = "pictures";
/// After so long they go, and are made again if somebody looks.
pub(super) const AGE: TimeDelta = TimeDelta::days(60);

/// The pictures of one content.
fn of(content: &Fingerprint) -> String {
    format!("{PICTURES}/{}", content.key())
}

impl FileStore {
    /// The picture of that name of a content, if it was made: empty if none can be.
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn picture(&self, content: &Fingerprint, name: &str) -> Result<Option<Bytes>> {
        match self.store.get(&Key::from(format!("{}/{name}", of(content)))).await {
            Ok(found) => Ok(Some(found.bytes().await?)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Keeps a picture of a content: nothing, if none can be made.
    ///
    /// # Errors
    /// The store cannot be written.
    pub async fn keep_picture(&self, content: &Fingerprint, name: &str, picture: Bytes) -> Result<()> {
        self.put_whole(&Key::from(format!("{}/{name}", of(content))), picture).await
    }

    /// Removes the pictures of a content that is gone.
    pub(super) async fn forget_pictures(&self, content: &Fingerprint) -> Result<()> {
        self.remove_pictures(&of(content), |_| true).await
    }

    /// Removes the pictures made before that moment: those that are looked at are made again.
    pub(super) async fn sweep_pictures(&self, before: DateTime<Utc>) -> Result<()> {
        self.remove_pictures(PICTURES, |made| made < before).await
    }

    async fn remove_pictures(&self, within: &str, gone: impl Fn(DateTime<Utc>) -> bool) -> Result<()> {
        let mut all = self.store.list(Some(&Key::from(within)));
        while let Some(object) = all.try_next().await? {
            if gone(object.last_modified) {
                self.delete(&object.location).await?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn pictures_are_kept_apart_and_go_with_their_content_or_their_age() {
        let folder = tempfile::tempdir().expect("a folder");
        for store in [FileStore::memory(), FileStore::folder(folder.path()).expect("a store")] {
            let content = store.put("le contenu").await.expect("stored");
            let other = store.put("un autre").await.expect("stored");
            assert_eq!(store.picture(&content, "page-1").await.expect("read"), None);
            for of in [&content, &other] {
                store.keep_picture(of, "page-1", Bytes::from_static(b"dots")).await.expect("kept");
            }
            store.keep_picture(&content, "page-2", Bytes::new()).await.expect("kept");
            assert_eq!(store.picture(&content, "page-1").await.expect("read").as_deref(), Some(&b"dots"[..]));
            assert_eq!(store.picture(&content, "page-2").await.expect("read").as_deref(), Some(&b""[..]));
            assert_eq!(store.get(&content).await.expect("read"), "le contenu");
            store.remove_unless(&content, async || Ok(false)).await.expect("removed");
            assert_eq!(store.picture(&content, "page-1").await.expect("read"), None);
            store.sweep_pictures(DateTime::<Utc>::MIN_UTC).await.expect("swept");
            assert!(store.picture(&other, "page-1").await.expect("read").is_some());
            store.sweep_pictures(DateTime::<Utc>::MAX_UTC).await.expect("swept");
            assert_eq!(store.picture(&other, "page-1").await.expect("read"), None);
            assert!(store.has(&other).await.expect("read"));
        }
    }
}
