//! `preau press`: a document made of one text, in a process of its own that may die of it.
//!
//! It leaves by the standard output: a line that says how accessible it is, then its bytes.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use clap::Args;
use confined::{ANSWER, bound, give};
use press::{Files, Format, Proof, print};

/// What is made.
#[derive(Clone, Debug, Args)]
pub struct PressArguments {
    /// A file with everything the document says, as JSON.
    file: PathBuf,
    /// Its kind: `pdf`, `docx`, `odt`, `epub` or `html`.
    #[arg(long, value_parser = format)]
    format: Format,
    /// A folder with its images, each named by its fingerprint; one that is not there is told by its words.
    #[arg(long)]
    images: Option<PathBuf>,
    /// Mebibytes of memory it may take, beyond what it has when it starts.
    #[arg(long, default_value_t = 1_536)]
    memory: u64,
    /// Seconds of processor it may take.
    #[arg(long, default_value_t = 120)]
    seconds: u64,
}

fn format(code: &str) -> Result<Format, String> {
    Format::of(code).ok_or_else(|| format!("no document is made as {code}"))
}

/// Carries out the command. Needs no settings and no database.
///
/// # Errors
/// The limits cannot be set, the file cannot be read, or nothing can be made of it.
pub fn run(arguments: &PressArguments) -> Result<()> {
    bound(arguments.memory, arguments.seconds)?;
    let proof = std::fs::read(&arguments.file).context("cannot read the file")?;
    let proof: Proof = serde_json::from_slice(&proof).context("cannot understand the file")?;
    let mut files = Files::new();
    for (image, folder) in proof.images.iter().zip(arguments.images.iter().cycle()) {
        if let Ok(content) = std::fs::read(folder.join(&image.sha256)) {
            files.insert(image.sha256.clone(), content);
        }
    }
    let printed = print(&proof, &files, arguments.format)?;
    let mut answer = serde_json::to_vec(&printed.shortfall)?;
    answer.push(b'\n');
    answer.extend(printed.bytes);
    // Who asked reads no more: a document would be cut short.
    ensure!((answer.len() as u64) < ANSWER, "the document is too long");
    give(&answer)
}
