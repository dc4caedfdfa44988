//! `preau extract`: what is written inside one file, in a process of its own that may die of it.
//!
//! Its words leave by the standard output as JSON. The kernel limits its memory and its time before a byte is looked at.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;
use confined::{bound, give};
use extraction::{Limits, Reading, State, ocr};

/// How a file is read.
#[derive(Clone, Debug, Args)]
pub struct ExtractArguments {
    /// The file.
    file: PathBuf,
    /// Its name, which tells plain texts apart.
    #[arg(long, default_value = "")]
    name: String,
    /// Its type, as recognised.
    #[arg(long = "type", default_value = "")]
    media_type: String,
    /// A folder to draw the pages of a PDF in, when it has no text and words can be recognised.
    #[arg(long)]
    recognise: Option<PathBuf>,
    /// Whether it is a file of captions, whose moments are read too.
    #[arg(long, conflicts_with = "recognise")]
    captions: bool,
    /// Whether it is to become a text; its images are then put in the folder where this is started.
    #[arg(long, conflicts_with_all = ["recognise", "captions"])]
    draft: bool,
    /// Mebibytes of memory it may take, beyond what it has when it starts.
    #[arg(long, default_value_t = 768)]
    memory: u64,
    /// Seconds of processor it may take.
    #[arg(long, default_value_t = 60)]
    seconds: u64,
}

/// Carries out the command. Needs no settings and no database.
///
/// # Errors
/// The limits cannot be set, or the file cannot be read from the disk.
pub fn run(arguments: &ExtractArguments) -> Result<()> {
    bound(arguments.memory, arguments.seconds)?;
    if arguments.captions {
        let content = std::fs::read(&arguments.file).context("cannot read the file")?;
        return give(&serde_json::to_vec(&extraction::captions::read(&content))?);
    }
    if arguments.draft {
        let folder = std::env::current_dir().context("there is no folder")?;
        let limits = Limits::default();
        let draft = extraction::draft::read(&arguments.file, &arguments.name, &limits, Some(folder));
        return give(&serde_json::to_vec(&draft.context("cannot read the file")?)?);
    }
    let reading = read(arguments).context("cannot read the file")?;
    give(&serde_json::to_vec(&reading)?)
}

fn read(arguments: &ExtractArguments) -> std::io::Result<Reading> {
    let limits = Limits::default();
    let reading = extraction::read(&arguments.file, &arguments.name, &arguments.media_type, &limits)?;
    let pages = reading.pages.filter(|_| reading.state == State::Empty && reading.cut.is_none());
    Ok(match (&arguments.recognise, pages) {
        (Some(folder), Some(pages)) => match ocr::Tools::installed() {
            Some(tools) => ocr::read(&arguments.file, pages, folder, &tools, &limits),
            None => reading,
        },
        _ => reading,
    })
}
