//! `preau search`: the index of the search, made again.

use anyhow::Result;
use clap::Subcommand;

use crate::{
    config::Config,
    state::{self, plain},
};

/// What can be done with the index of the search.
#[derive(Clone, Copy, Debug, Subcommand)]
pub enum SearchCommand {
    /// Read everything again; the search goes on meanwhile.
    Reindex,
}

/// Carries out the command.
///
/// # Errors
/// The database cannot be read or written; what was not read is read by `preau serve`.
pub async fn run(config: &Config, command: SearchCommand) -> Result<()> {
    let SearchCommand::Reindex = command;
    let backend = state::open_current(config).await?;
    let mut said = None;
    let tell = |left: u64| {
        // A line for each thousand is enough.
        if said.is_none_or(|before| before >= left + 1_000) {
            said = Some(left);
            println!("{left} left to read");
        }
    };
    backend::search::reindex(&backend, tell).await.map_err(plain)?;
    println!("Everything was read again.");
    Ok(())
}
