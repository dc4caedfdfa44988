//! Removing what nothing names: what a crash left half-way, and files whose last document is gone.

use chrono::{DateTime, Utc};
use futures::TryStreamExt;
use object_store::{ObjectStore, ObjectStoreExt, path::Path as Key};

use super::{ARRIVING, FileStore, Fingerprint, pictures};
use crate::error::Result;

impl FileStore {
    /// Removes what was arriving before `before` and never got its place, and the pictures that are old.
    ///
    /// # Errors
    /// The store cannot be read or written.
    pub async fn sweep(&self, before: DateTime<Utc>) -> Result<()> {
        self.sweep_pictures(before - pictures::AGE).await?;
        let left = self.store.list(Some(&Key::from(ARRIVING)));
        let left: Vec<_> = left.try_collect().await?;
        for object in left.into_iter().filter(|object| object.last_modified < before) {
            self.store.delete(&object.location).await?;
        }
        let Some(folder) = self.folder.clone() else { return Ok(()) };
        tokio::task::spawn_blocking(move || sweep_folder(&folder.join(ARRIVING), before)).await?
    }

    /// Removes a file that `named` does not name, while no file takes its place.
    ///
    /// # Errors
    /// The store cannot be written, or `named` failed.
    pub(crate) async fn remove_unless(
        &self,
        fingerprint: &Fingerprint,
        named: impl AsyncFnOnce() -> Result<bool>,
    ) -> Result<()> {
        let _place = self.places.write().await;
        if named().await? {
            return Ok(());
        }
        self.delete(&fingerprint.key()).await?;
        self.forget_pictures(fingerprint).await
    }

    /// Removes what is there; that it is gone already is as good.
    pub(super) async fn delete(&self, key: &Key) -> Result<()> {
        match self.store.delete(key).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

/// What a crash leaves in a folder is under names that `object_store` hides.
fn sweep_folder(folder: &std::path::Path, before: DateTime<Utc>) -> Result<()> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Ok(()) };
    for entry in entries.flatten() {
        let written = entry.metadata().and_then(|data| data.modified());
        if !written.is_ok_and(|at| DateTime::<Utc>::from(at) < before) {
            continue;
        }
        if entry.path().is_dir() {
            // Left by a file sent in parts; one that is not empty stays.
            let _ = std::fs::remove_dir(entry.path());
        } else {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
