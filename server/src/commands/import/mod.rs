//! `preau import FOLDER`: loads a council that exists already, from files that anybody can make.

mod archive;
mod charter;
mod choices;
mod contributions;
mod council;
pub mod folder;
pub(crate) mod front_matter;
mod glossary;
mod groups;
mod library;
mod members;
pub mod methods;
pub mod names;
pub mod report;
mod table;
mod text;
pub mod tutorials;
mod work;

use std::{collections::BTreeMap, path::PathBuf};

use anyhow::{Result, bail};
use backend::{
    Backend,
    accounts::is_installed,
    events::{Event, EventKind},
    files::FileStore,
    search,
};
use clap::Args;

use self::{
    folder::{Directory, Folder},
    report::{Kind, Report},
    work::Work,
};
use crate::{
    config::Config,
    state::{self, plain},
};

pub use contributions::Earlier;

/// What an export has besides what people edit, and what to say of it when it is not taken.
const OF_AN_EXPORT: [(&str, &str); 4] = [
    ("archive/", "taken into an empty installation only, with all of the export"),
    ("files/", "the contents of the archive"),
    ("lecture/", "the copy to read"),
    ("LISEZ-MOI.txt", "what tells what the export is"),
];

/// The folder to import.
#[derive(Clone, Debug, Args)]
pub struct ImportArguments {
    /// The folder: council.toml, members.csv, groups.csv, contributions/*.md, library/**, methods/*.md, tutorials/*.md,
    /// glossary.csv, charter/*.md; or the open archive that `preau export` made, whole into an empty installation.
    #[arg(value_name = "FOLDER", value_parser = existing_folder)]
    folder: PathBuf,
    /// Say what would be done, and write nothing.
    #[arg(long)]
    dry_run: bool,
}

fn existing_folder(path: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(path);
    if path.is_dir() { Ok(path) } else { Err("there is no such folder".to_owned()) }
}

/// How to import.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Write nothing.
    pub dry_run: bool,
    /// What texts said at their earlier versions, when something is known of it.
    pub earlier: Option<Earlier>,
}

/// Carries out the command, and prints its report. `false` if anything was refused.
///
/// # Errors
/// In a sentence: nothing can be imported, or the database failed; whole chunks may have been written then.
pub async fn run(config: &Config, arguments: &ImportArguments) -> Result<bool> {
    if let Some(done) = archive::run(config, &arguments.folder, arguments.dry_run).await? {
        return Ok(done);
    }
    let backend = state::open_current(config).await?;
    let folder = Directory::new(&arguments.folder);
    let options = Options { dry_run: arguments.dry_run, ..Default::default() };
    let report = import(&backend, &folder, options).await?;
    said(config, &backend, &report).await
}

/// Says what was done, and has it found. `false` if anything was refused.
async fn said(config: &Config, backend: &Backend, report: &Report) -> Result<bool> {
    if !report.dry_run {
        search::catch_up(backend).await.map_err(plain)?;
    }
    for line in &report.refused {
        eprintln!("{line}");
    }
    for line in &report.notes {
        println!("{line}");
    }
    print!("{}", report.summary());
    if report.counts(Kind::Members).created > 0 && !report.dry_run {
        println!(
            "New members have no password and got no mail: invite them from {}{}",
            config.base_url,
            app::paths::ADMINISTRATION_MEMBERS
        );
    }
    Ok(report.is_clean())
}

/// Imports a folder: what can be, and a report of the rest.
///
/// # Errors
/// Nothing can be imported, or the database failed.
pub async fn import(backend: &Backend, folder: &dyn Folder, options: Options) -> Result<Report> {
    // A trial keeps no file either.
    let backend = if options.dry_run { backend.with_files(FileStore::memory()) } else { backend.clone() };
    let cx = backend.system();
    let files = Files::sort(folder.files()?);
    if !is_installed(&cx).await.map_err(plain)? && !files.council {
        bail!(
            "this installation has no council yet: put a council.toml with its name and territory in the folder, \
             or fill in {} in a browser first",
            app::paths::INSTALLATION
        );
    }
    let mut work = Work::new(cx, folder, options.dry_run);
    if files.council {
        council::import(&mut work).await?;
        let counts = work.report.counts(Kind::Council);
        if counts.refused > 0 && !is_installed(&work.cx).await.map_err(plain)? {
            work.report.note(council::FILE, "without a council, nothing else was looked at");
            return work.end().await;
        }
    }
    members::look(&mut work).await?;
    if files.members {
        members::import(&mut work).await?;
    }
    if files.groups {
        groups::import(&mut work).await?;
    }
    groups::look(&mut work).await?;
    contributions::import(&mut work, &files.contributions, options.earlier).await?;
    library::import(&mut work, &files.described, &files.library).await?;
    methods::import(&mut work, &files.methods).await?;
    tutorials::import(&mut work, files.tutorial_paths, &files.tutorials).await?;
    if files.glossary {
        glossary::import(&mut work).await?;
    }
    charter::import(&mut work, &files.charter).await?;
    for (file, what) in files.aside {
        work.report.note(&file, what);
    }
    if work.report.changed_anything() {
        record(&mut work).await?;
    }
    work.end().await
}

/// One line in the journal for the whole import.
async fn record(work: &mut Work<'_>) -> Result<()> {
    let counts: BTreeMap<&str, usize> = Kind::ALL
        .iter()
        .map(|kind| (kind.name(), work.report.counts(*kind)))
        .map(|(name, counts)| (name, counts.created + counts.changed))
        .collect();
    let event = Event::new(EventKind::CouncilImported).data(&counts).map_err(plain)?;
    let recorded = work.write(async |cx, tx| event.record(cx, tx).await).await?;
    recorded.map_err(|refusal| plain(refusal.into()))
}

/// The files of a folder, by what they are.
#[derive(Debug, Default)]
struct Files {
    council: bool,
    members: bool,
    groups: bool,
    contributions: Vec<String>,
    library: Vec<String>,
    /// The tables that describe them.
    described: Vec<String>,
    methods: Vec<String>,
    charter: Vec<String>,
    tutorials: Vec<String>,
    tutorial_paths: bool,
    glossary: bool,
    /// Files and folders left aside, and what to say of them.
    aside: Vec<(String, String)>,
}

impl Files {
    fn sort(paths: Vec<String>) -> Files {
        let mut files = Files::default();
        let mut of_an_export = [0_usize; OF_AN_EXPORT.len()];
        for path in paths {
            let part = OF_AN_EXPORT.iter().position(|(part, _)| match part.ends_with('/') {
                true => path.starts_with(part),
                false => path == *part,
            });
            if path == council::FILE {
                files.council = true;
            } else if path == members::FILE {
                files.members = true;
            } else if path == groups::FILE {
                files.groups = true;
            } else if path.strip_prefix(contributions::FOLDER).is_some_and(is_text) {
                files.contributions.push(path);
            } else if library::FILES.contains(&path.as_str()) {
                files.described.push(path);
            } else if path.strip_prefix(library::FOLDER).is_some_and(is_shown) {
                files.library.push(path);
            } else if path.strip_prefix(methods::FOLDER).is_some_and(is_text) {
                files.methods.push(path);
            } else if path.strip_prefix(charter::FOLDER).is_some_and(is_text) {
                files.charter.push(path);
            } else if path.strip_prefix(tutorials::FOLDER).is_some_and(is_text) {
                files.tutorials.push(path);
            } else if path == tutorials::PATHS {
                files.tutorial_paths = true;
            } else if path == glossary::FILE {
                files.glossary = true;
            } else if let Some(part) = part {
                of_an_export[part] += 1;
            } else {
                files.aside.push((path, "not part of an import, left aside".to_owned()));
            }
        }
        let said = |count| if count == 1 { "1 file".to_owned() } else { format!("{count} files") };
        let parts = OF_AN_EXPORT.iter().zip(of_an_export).filter(|(_, count)| *count > 0);
        files.aside.extend(
            parts.map(|((part, what), count)| ((*part).to_owned(), format!("{}: {what}", said(count)))),
        );
        files
    }
}

/// A text right in its folder; hidden files are not texts.
fn is_text(name: &str) -> bool {
    name.ends_with(".md") && !name.contains('/') && !name.starts_with('.')
}

/// Neither it nor its folders are hidden.
fn is_shown(path: &str) -> bool {
    !path.split('/').any(|name| name.starts_with('.') || name == "Thumbs.db" || name == "desktop.ini")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_file_is_skipped_in_silence() {
        let paths = [
            "council.toml",
            "contributions/a.md",
            "contributions/.a.md",
            "contributions/b/c.md",
            "library/commun/x.pdf",
            "library/commun/y.pdf",
            "library/commun/.DS_Store",
            "library/library.csv",
            "methods/world-cafe.md",
            "methods/photo.png",
            "glossary.csv",
            "tutorials/un.md",
            "tutorials/deux.md",
            "tutorials/paths.csv",
            "charter/1.md",
            "archive/events.jsonl",
            "files/ab",
            "files/cd",
            "LISEZ-MOI.txt",
            "notes.txt",
            "Members.csv",
        ];
        let files = Files::sort(paths.map(str::to_owned).to_vec());
        assert!(files.council && !files.members && !files.groups);
        assert_eq!(files.contributions, ["contributions/a.md"]);
        assert_eq!(files.library, ["library/commun/x.pdf", "library/commun/y.pdf"]);
        assert_eq!(files.described, ["library/library.csv"]);
        assert_eq!(files.methods, ["methods/world-cafe.md"]);
        assert!(files.glossary && files.tutorial_paths);
        assert_eq!(files.charter, ["charter/1.md"]);
        assert_eq!(files.tutorials, ["tutorials/un.md", "tutorials/deux.md"]);
        let aside: Vec<&str> = files.aside.iter().map(|(file, _)| file.as_str()).collect();
        assert_eq!(
            aside,
            [
                "contributions/.a.md",
                "contributions/b/c.md",
                "library/commun/.DS_Store",
                "methods/photo.png",
                "notes.txt",
                "Members.csv",
                "archive/",
                "files/",
                "LISEZ-MOI.txt",
            ]
        );
        assert!(files.aside[6].1.starts_with("1 file: taken into an empty installation only"));
        assert!(files.aside[7].1.starts_with("2 files: "));
    }
}
