//! Taking an open archive whole, then what was changed since in the part that people edit.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use backend::{
    backups::Erasures,
    clock::{Clock, SystemClock},
    journal,
    open_archive::{self, Archive, Differences},
};

use super::{
    Options,
    folder::{Directory, Folder},
    import, library,
};
use crate::{
    commands::{export::Said, whole},
    config::Config,
    erasures,
    state::{self, plain},
};

/// Takes the archive of a folder, if there is one and the installation is empty. None if there is nothing of the kind to
/// do; otherwise whether everything was taken.
///
/// # Errors
/// The archive is not whole, or not for this program; the database failed. Nothing changed.
pub async fn run(config: &Config, folder: &Path, dry_run: bool) -> Result<Option<bool>> {
    if !open_archive::is_there(folder) || !whole::look(config).await?.empty {
        return Ok(None);
    }
    let archive = Archive::open(folder)?;
    let missing = archive.missing();
    println!("{}: {} rows and {} files.", folder.display(), archive.rows(), archive.contents().count());
    if missing > 0 {
        println!("{missing} files were missing when it was made.");
    }
    if dry_run {
        for line in told(archive.differences()) {
            println!("{line}");
        }
        println!("Nothing was written: this was a trial. Without --dry-run, all of it would be taken.");
        return Ok(Some(true));
    }
    take(config, folder, &archive).await?;
    let whole = changed_since(config, folder, archive.differences()).await?;
    println!("Nobody has a password: `preau user link --email` gives a link to choose one.");
    Ok(Some(whole))
}

async fn take(config: &Config, folder: &Path, archive: &Archive) -> Result<()> {
    whole::be_alone(config).await?;
    // Somebody may have begun meanwhile.
    let present = whole::look(config).await?;
    if !present.empty {
        bail!("this installation is not empty any more");
    }
    let erased = Erasures { marks: erased_since(config, folder)?, at: SystemClock.now() };
    let said = Said::default();
    let taken = whole::replace(config, &present, async |db, store| {
        Ok(open_archive::take(archive, &erased, db, store, &|progress| said.say(&progress)).await?)
    });
    let taken = taken.await?;
    println!("The archive is taken: {} rows, {} files put back.", taken.rows, taken.files_added);
    if taken.erased > 0 {
        println!("{} people who were erased since it was made are erased in it too.", taken.erased);
    }
    if taken.migrations > 0 {
        println!("Its schema was brought up to date ({} migrations).", taken.migrations);
    }
    let backend = state::open_current(config).await?;
    if let Err(error) = backend::search::reindex(&backend, |_| {}).await {
        eprintln!("preau: the search finds nothing yet ({error}): run `preau search reindex`");
    }
    let chain = journal::verify(&backend.system()).await.map_err(plain)?;
    if let Some(broken) = chain.broken {
        eprintln!(
            "preau: the journal was altered before the archive was made, at its line {}",
            broken.sequence
        );
    }
    backend.db().clone().close().await.map_err(plain)
}

/// Who was erased since the archive was made: told by the lists kept beside the backups, and beside the archive.
fn erased_since(config: &Config, folder: &Path) -> Result<BTreeSet<String>> {
    let beside = folder.parent().map(Path::to_owned);
    let folders: Vec<PathBuf> = beside.into_iter().chain(config.backups.folder.clone()).collect();
    let mut marks = BTreeSet::new();
    for folder in folders {
        let list = erasures::read(&folder);
        marks.extend(list.with_context(|| {
            format!("cannot read the list of people who were erased, {}", erasures::NAME)
        })?);
    }
    Ok(marks)
}

/// What became of the files that people edit, a line each.
fn told(differences: &Differences) -> Vec<String> {
    let Differences { changed, added, gone } = differences;
    let said = |files: &[String], what: &str| -> Vec<String> {
        files.iter().map(|file| format!("{}: {what}", super::report::shown(file))).collect()
    };
    [
        said(changed, "changed since the export: imported after the archive"),
        said(added, "added since the export: imported after the archive"),
        said(gone, "removed since the export: nothing is taken out, what it held is in the archive"),
    ]
    .concat()
}

/// Imports what was changed since, as any folder.
async fn changed_since(config: &Config, folder: &Path, differences: &Differences) -> Result<bool> {
    if differences.is_empty() {
        return Ok(true);
    }
    for line in told(differences) {
        println!("{line}");
    }
    let files: Vec<String> = differences.changed.iter().chain(&differences.added).cloned().collect();
    if files.is_empty() {
        return Ok(true);
    }
    let backend = state::open_current(config).await?;
    let changed = Changed { all: Directory::new(folder), files };
    let report = import(&backend, &changed, Options::default()).await?;
    super::said(config, &backend, &report).await
}

/// What was changed of a folder.
struct Changed {
    all: Directory,
    files: Vec<String>,
}

impl Folder for Changed {
    fn files(&self) -> Result<Vec<String>> {
        // A table tells files that were not changed too.
        let tells_all = self.files.iter().any(|file| library::FILES.contains(&file.as_str()));
        let is_changed =
            |file: &String| self.files.contains(file) || (tells_all && file.starts_with(library::FOLDER));
        Ok(self.all.files()?.into_iter().filter(is_changed).collect())
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        self.all.read(path)
    }

    fn content(&self, path: &str, max: u64) -> Result<Vec<u8>, String> {
        self.all.content(path, max)
    }
}
