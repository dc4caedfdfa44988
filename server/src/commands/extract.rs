//! `preau extract`: what is written inside one file, in a process of its own that may die of it.
//!
//! Its words leave by the standard output as JSON. The kernel limits its memory and its time before a byte is looked at.

use std::{io::Write, path::PathBuf};

use anyhow::{Context, Result};
use clap::Args;
use extraction::{Limits, Reading, State, ocr};
use rlimit::{Resource, setrlimit};

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
    /// Mebibytes of memory it may take, beyond what it has when it starts.
    #[arg(long, default_value_t = 768)]
    memory: u64,
    /// Seconds of processor it may take.
    #[arg(long, default_value_t = 60)]
    seconds: u64,
}

/// Bytes of a file that it may write: a page drawn, or its own words.
const WRITTEN: u64 = 64 << 20;

/// Carries out the command. Needs no settings and no database.
///
/// # Errors
/// The limits cannot be set, or the file cannot be read from the disk.
pub fn run(arguments: &ExtractArguments) -> Result<()> {
    let limit = |resource: Resource, most| setrlimit(resource, most, most).context("cannot set a limit");
    limit(Resource::AS, held() + (arguments.memory << 20))?;
    limit(Resource::CPU, arguments.seconds)?;
    limit(Resource::FSIZE, WRITTEN)?;
    limit(Resource::NOFILE, 64)?;
    // It leaves no image of its memory.
    limit(Resource::CORE, 0)?;
    let reading = read(arguments).context("cannot read the file")?;
    let mut out = std::io::stdout().lock();
    serde_json::to_writer(&mut out, &reading)?;
    Ok(out.flush()?)
}

/// The addresses it has already: its allocator sets a great many aside, and the stack needs some.
fn held() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmSize:")).unwrap_or_default();
    let kibibytes = line.trim().trim_end_matches("kB").trim().parse::<u64>();
    kibibytes.map_or(2 << 30, |kibibytes| kibibytes << 10)
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
