//! `preau export FOLDER`: the open archive, all that the council holds in a folder that anybody can read.
//!
//! `backend::open_archive` reads one moment, writes the rows and the files, and says at the end what each file is worth.
//! Here is written what people would edit, in the very form that `preau import` reads; `app::open_archive` makes the
//! copy to read.

mod contributions;
mod council;
mod header;
mod library;
mod own;
mod table;

use std::{
    cell::Cell,
    io::Write,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use app::open_archive::{Copy, FOLDER, README, STYLE, STYLE_FILE, readme};
use backend::{
    Backend,
    files::Fingerprint,
    open_archive::{Export, Progress, Writing},
};
use clap::Args;

use crate::{config::Config, state};

/// Where to export.
#[derive(Clone, Debug, Args)]
pub struct ExportArguments {
    /// The folder to make; if it is there, it must be empty.
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
}

/// An archive that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Rows in it.
    pub rows: u64,
    /// Contents in it.
    pub files: usize,
    /// Contents that are named and were not there, or were altered.
    pub missing: Vec<String>,
    /// What it is worth, whole.
    pub fingerprint: Fingerprint,
}

/// Carries out the command. `false` if files that documents name were missing.
///
/// # Errors
/// In a sentence; nothing is left of what was begun.
pub async fn run(config: &Config, arguments: &ExportArguments) -> Result<bool> {
    let folder = &arguments.folder;
    let backend = state::open_current(config).await?;
    let said = Said::default();
    let made = export(&backend, folder, &|progress| said.say(&progress)).await;
    let made = made.with_context(|| format!("cannot export to {}", folder.display()))?;
    println!("{}: {} rows and {} files.", folder.display(), made.rows, made.files);
    println!("Its fingerprint is {}: whoever has it can tell that nothing was changed.", made.fingerprint);
    println!("It holds everything, closed and secret groups too: give it only to who may read all of it.");
    for missing in &made.missing {
        eprintln!(
            "preau: the stored file {missing} is missing or was altered: an earlier backup may have it"
        );
    }
    Ok(made.missing.is_empty())
}

/// Makes the archive of an installation, in a folder that is empty or not there yet.
///
/// # Errors
/// There is no council; the folder is not empty or cannot be written; the database or the store failed.
pub async fn export(backend: &Backend, folder: &Path, said: &impl Fn(Progress)) -> Result<Made> {
    let mut export = Export::begin(backend).await?;
    let Some(told) = export.council().await? else {
        bail!("this installation has no council yet: there is nothing to export");
    };
    let mut to = Writing::begin(folder)?;
    export.write_rows(&mut to, said).await?;
    let missing = export.write_files(&mut to, said).await?;
    let files = to.paths().filter(|path| path.starts_with("files/")).count();
    to.whole(README, readme(&told.name))?;

    let mut copy = Copy::of(told.clone());
    copy.people = export.people().await?;
    copy.groups = export.groups(&copy.people).await?;
    copy.texts = export.texts().await?;
    copy.documents = export.documents(&copy.groups).await?;
    copy.framing = export.framing_texts().await?;
    copy.sheets = export.sheets().await?;
    (copy.paths, copy.tutorials) = export.tutorials().await?;
    copy.acronyms = export.acronyms().await?;
    copy.decisions = export.decisions().await?;

    council::write(&mut to, &told, &copy)?;
    library::write(&mut to, &copy)?;
    own::write(&mut to, &copy)?;
    copy.files = to.paths().map(str::to_owned).collect();
    to.whole(&format!("{FOLDER}{STYLE_FILE}"), STYLE)?;
    for (path, page) in copy.pages() {
        to.whole(&format!("{FOLDER}{path}"), page)?;
    }
    // One at a time: a text has all its versions.
    for head in &copy.texts {
        let text = export.text(head.id).await?;
        contributions::write(&mut to, &copy, head, &text)?;
        for (path, page) in copy.text(head, &text) {
            to.whole(&format!("{FOLDER}{path}"), page)?;
        }
    }
    let (rows, fingerprint) = export.end(to).await?;
    Ok(Made { rows, files, missing, fingerprint })
}

/// Says how far it is, when it lasts.
pub struct Said(Cell<Instant>);

impl Default for Said {
    fn default() -> Said {
        Said(Cell::new(Instant::now()))
    }
}

impl Said {
    /// Says it, once a second.
    pub fn say(&self, progress: &Progress) {
        if self.0.get().elapsed() < Duration::from_secs(1) {
            return;
        }
        self.0.set(Instant::now());
        // Nobody may be listening; the work goes on.
        let _ = match progress {
            Progress::Rows(table) => writeln!(std::io::stderr(), "rows: {table}"),
            Progress::Files(done, of) => writeln!(std::io::stderr(), "files: {done} of {of}"),
        };
    }
}
