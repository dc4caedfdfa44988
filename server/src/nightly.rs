//! The backup of each night: made by one node, restored for a test, and the old ones removed.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use backend::{
    Backend,
    backups::{self, Made, Trouble},
};
use domain::backups::{BackupTrouble, Keep};

/// How often it is looked at whether one is due.
const NAP: Duration = Duration::from_secs(60);
/// What a crash leaves is removed after so long.
const LEFT: Duration = Duration::from_secs(24 * 3600);
/// How the names of what is being made begin.
const PLACES: [&str; 2] = [".preau-backup-", ".preau-test-"];

/// Where backups are made, how many are kept, and what they are encrypted with.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Nightly {
    /// Their folder; none if none are made.
    pub folder: Option<PathBuf>,
    /// How many are kept.
    pub keep: Keep,
    /// What they are encrypted with.
    pub passphrase: Option<String>,
}

impl std::fmt::Debug for Nightly {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let encrypted = self.passphrase.is_some();
        f.debug_struct("Nightly")
            .field("folder", &self.folder)
            .field("encrypted", &encrypted)
            .finish_non_exhaustive()
    }
}

/// Makes the backups that are due, until the program stops.
pub async fn work(backend: Backend, nightly: Nightly, alone: bool) {
    loop {
        match backups::plan(&backend, nightly.folder.is_some(), alone).await {
            Ok(()) => break,
            Err(error) => tracing::error!(%error, "the backups cannot be planned"),
        }
        tokio::time::sleep(NAP).await;
    }
    let Some(folder) = nightly.folder.clone() else { return };
    loop {
        // Whoever restores an older backup reads it, even once this installation is lost.
        if let Err(error) = crate::erasures::keep(&backend, &folder).await {
            tracing::error!(%error, "who was erased cannot be told beside the backups");
        }
        match one(&backend, &nightly, &folder).await {
            Ok(_) => {}
            Err(error) => tracing::error!(%error, "what became of a backup cannot be noted"),
        }
        tokio::time::sleep(NAP).await;
    }
}

/// Makes the backup that is due, if one is. Whether one was.
///
/// # Errors
/// The database failed; whatever else fails is noted there.
pub async fn one(backend: &Backend, nightly: &Nightly, folder: &Path) -> backend::Result<bool> {
    let encrypted = nightly.passphrase.is_some();
    let ending = if encrypted { "tar.zst.age" } else { "tar.zst" };
    let named =
        |at: chrono::DateTime<chrono::Utc>| format!("preau-{}.{ending}", at.format("%Y-%m-%d-%H%M%S"));
    let Some(night) = backups::begin_night(backend, encrypted, named).await? else { return Ok(false) };
    let outcome = make_and_test(backend, nightly, folder, &night.name).await;
    match &outcome {
        Ok(made) => tracing::info!(
            name = night.name,
            made.bytes,
            made.rows,
            made.files,
            "a backup is made and tested"
        ),
        Err((trouble, _)) => tracing::error!(name = night.name, trouble = trouble.code(), "a backup failed"),
    }
    backups::end_night(backend, &night, &outcome).await?;
    if outcome.is_ok() {
        sweep(folder);
        backups::rotate(backend, nightly.keep, |name| remove(&folder.join(name))).await?;
    }
    Ok(true)
}

async fn make_and_test(
    backend: &Backend,
    nightly: &Nightly,
    folder: &Path,
    name: &str,
) -> Result<Made, (BackupTrouble, Option<Made>)> {
    let told = |trouble: Trouble| {
        tracing::error!(error = %trouble, "a backup cannot be made or restored");
        trouble.kind()
    };
    if let Err(error) = make_folder(folder) {
        tracing::error!(%error, "the folder of the backups cannot be made");
        return Err((BackupTrouble::Folder, None));
    }
    let (file, passphrase) = (folder.join(name), nightly.passphrase.as_deref());
    let made = backups::make(backend, &file, passphrase).await.map_err(|trouble| (told(trouble), None))?;
    match backups::rehearse(&file, passphrase, folder).await {
        Ok(found) if found.rows == made.rows && found.files == made.files => Ok(made),
        Ok(_) => Err((BackupTrouble::Test, Some(made))),
        Err(trouble @ Trouble::Writing(_)) => Err((told(trouble), Some(made))),
        Err(trouble) => {
            told(trouble);
            Err((BackupTrouble::Test, Some(made)))
        }
    }
}

fn make_folder(folder: &Path) -> std::io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn remove(file: &Path) -> std::io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Removes what a crash left.
fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let left = PLACES.iter().any(|start| name.to_string_lossy().starts_with(start));
        let old = entry.metadata().and_then(|data| data.modified()).ok().and_then(|at| at.elapsed().ok());
        if left && old.is_some_and(|old| old > LEFT) {
            let path = entry.path();
            let gone = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
            if let Err(error) = gone {
                tracing::warn!(%error, "what a backup left cannot be removed");
            }
        }
    }
}
