//! `preau draw`: a picture of one file, in a process of its own that may die of it.
//!
//! It leaves by the standard output, as PNG or JPEG.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use clap::Args;
use confined::{bound, give};
use pictures::{Limits, page, photograph, square};

/// What is drawn.
#[derive(Clone, Debug, Args)]
pub struct DrawArguments {
    /// The file: a PDF, or a photograph.
    file: PathBuf,
    /// The page of a PDF, from 1; without it the file is a photograph.
    #[arg(long)]
    page: Option<u32>,
    /// Only the middle of a photograph, as wide as high.
    #[arg(long, conflicts_with = "page")]
    square: bool,
    /// Dots of its width; of a photograph, of its longer side at most.
    #[arg(long, default_value_t = 1_200, value_parser = clap::value_parser!(u32).range(16..=4_000))]
    width: u32,
    /// Mebibytes of memory it may take, beyond what it has when it starts.
    #[arg(long, default_value_t = 1_024)]
    memory: u64,
    /// Seconds of processor it may take.
    #[arg(long, default_value_t = 20)]
    seconds: u64,
}

/// Carries out the command. Needs no settings and no database.
///
/// # Errors
/// The limits cannot be set, the file cannot be read, or nothing can be drawn of it.
pub fn run(arguments: &DrawArguments) -> Result<()> {
    bound(arguments.memory, arguments.seconds)?;
    let content = std::fs::read(&arguments.file).context("cannot read the file")?;
    let limits = Limits::default();
    let drawn = match arguments.page {
        Some(number) => page(content, number, arguments.width, &limits),
        None if arguments.square => square(&content, arguments.width, &limits),
        None => photograph(&content, arguments.width, &limits),
    };
    match drawn {
        Ok(picture) => give(&picture.bytes),
        Err(failure) => bail!("nothing can be drawn of it: {failure:?}"),
    }
}
