//! `preau backup` and `preau restore`: the whole installation in one file, and back.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use backend::{
    backups::{self, Contents, Erasures, Restored, Trouble},
    clock::{Clock, SystemClock},
};
use clap::Args;

use super::whole;
use crate::{
    config::{Config, WrongSetting},
    erasures, state,
};

/// A backup to make.
#[derive(Clone, Debug, Args)]
pub struct BackupArguments {
    /// The file to make, where nothing may be.
    file: PathBuf,
    /// Encrypt it with the passphrase on the first line of this file. By default PREAU_BACKUP_PASSPHRASE, if it is set.
    #[arg(long)]
    passphrase_file: Option<PathBuf>,
}

/// A backup to restore.
#[derive(Clone, Debug, Args)]
pub struct RestoreArguments {
    /// The backup.
    file: PathBuf,
    /// Replace the installation that is there.
    #[arg(long)]
    force: bool,
    /// Only read it to its end, and say what it holds.
    #[arg(long, conflicts_with = "force")]
    check: bool,
    /// The passphrase is on the first line of this file. By default PREAU_BACKUP_PASSPHRASE, if it is set.
    #[arg(long)]
    passphrase_file: Option<PathBuf>,
}

fn passphrase(config: &Config, file: Option<&Path>) -> Result<Option<String>> {
    match file {
        None => Ok(config.backups.passphrase.clone()),
        Some(file) => match crate::config::first_line(file) {
            Ok(passphrase) => Ok(Some(passphrase)),
            Err(error) => Err(WrongSetting(format!("{error:#}")).into()),
        },
    }
}

fn said(trouble: Trouble) -> anyhow::Error {
    anyhow::anyhow!("{trouble}")
}

/// Makes a backup, while people write. `false` if files that documents name were missing.
///
/// # Errors
/// It cannot be made; no file is left.
pub async fn backup(config: &Config, arguments: &BackupArguments) -> Result<bool> {
    let passphrase = passphrase(config, arguments.passphrase_file.as_deref())?;
    let file = &arguments.file;
    if file.symlink_metadata().is_ok() {
        bail!("{} is there already: give another name, or remove it first", file.display());
    }
    let backend = state::open_current(config).await?;
    let made = backups::make(&backend, file, passphrase.as_deref()).await.map_err(said)?;
    println!(
        "{}: {} rows and {} files, {} bytes{}.",
        file.display(),
        made.rows,
        made.files,
        made.bytes,
        if passphrase.is_some() { ", encrypted" } else { "" }
    );
    for missing in &made.missing {
        eprintln!(
            "preau: the stored file {missing} is missing or was altered: an earlier backup may have it"
        );
    }
    Ok(made.missing.is_empty())
}

/// Makes an installation of a backup.
///
/// # Errors
/// The backup is not whole; the installation is not empty, and is not to be replaced; somebody uses it. Nothing changed.
pub async fn restore(config: &Config, arguments: &RestoreArguments) -> Result<()> {
    let passphrase = passphrase(config, arguments.passphrase_file.as_deref())?;
    let (file, passphrase) = (&arguments.file, passphrase.as_deref());
    let contents = backups::check(file, passphrase).await.map_err(said)?;
    println!(
        "{}: made on {}, {}.",
        file.display(),
        contents.taken_at.format("%Y-%m-%d %H:%M UTC"),
        held(&contents)
    );
    if arguments.check {
        return Ok(());
    }
    whole::be_alone(config).await?;
    let present = whole::look(config).await?;
    if !present.empty && !arguments.force {
        return Err(not_empty());
    }
    let erased = erased_since(present.erased.clone(), file)?;
    let restored = whole::replace(config, &present, async |db, store| {
        backups::restore(file, passphrase, &erased, db, store).await.map_err(said)
    });
    let restored: Restored = restored.await?;
    println!(
        "The installation is restored: {}, {} of them put back.",
        held(&restored.contents),
        restored.files_added
    );
    if restored.erased > 0 {
        println!("{} people who were erased since it was made are erased in it too.", restored.erased);
    }
    if restored.migrations > 0 {
        println!("Its schema was brought up to date ({} migrations).", restored.migrations);
    }
    let backend = state::open_current(config).await?;
    if let Err(error) = backend::search::reindex(&backend, |_| {}).await {
        eprintln!("preau: the search finds nothing yet ({error}): run `preau search reindex`");
    }
    println!("Everybody signs in again; who was invited and had not come yet is to be invited again.");
    Ok(())
}

fn held(contents: &Contents) -> String {
    let missing = match contents.missing {
        0 => String::new(),
        missing => format!(" ({missing} were missing when it was made)"),
    };
    format!("{} rows and {} files{missing}", contents.rows, contents.files)
}

fn not_empty() -> anyhow::Error {
    anyhow::anyhow!(
        "this installation is not empty: restore into an empty one, or replace it with --force \
         (an embedded database is then kept aside)"
    )
}

/// Who was erased since the backup was made: told by the installation that is replaced, and by the list kept beside the
/// backups, which outlives it.
fn erased_since(mut marks: BTreeSet<String>, file: &Path) -> Result<Erasures> {
    let folder = file.parent().unwrap_or(Path::new("."));
    marks
        .extend(erasures::read(folder).with_context(|| {
            format!("cannot read the list of people who were erased, {}", erasures::NAME)
        })?);
    Ok(Erasures { marks, at: SystemClock.now() })
}
