//! `preau`: the one program of an installation.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Result;
use clap::{Parser, Subcommand};
use server::{
    commands,
    config::{Config, WrongSetting},
    state,
};

/// What is read from the database is made by one thread and freed by another, which the system’s allocator does slowly.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Préau, the shared workspace of a citizen council: its people, its groups, the texts that they write and publish.
///
/// This program serves its site, and looks after the installation.
#[derive(Parser)]
#[command(name = "preau", version, propagate_version = true)]
struct Arguments {
    /// A TOML file with the same names as the environment's settings.
    #[arg(long, global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the site: web, jobs and mail. The default.
    Serve,
    /// Bring the database to the present schema.
    Migrate,
    /// Copy the whole installation into one file, while people write.
    Backup(commands::backup::BackupArguments),
    /// Make an installation of a backup.
    Restore(commands::backup::RestoreArguments),
    /// Fill an empty installation with the demonstration council.
    Demo(commands::demo::DemoArguments),
    /// Load an existing council from a folder of files, or an open archive into an empty installation.
    Import(commands::import::ImportArguments),
    /// Make the open archive of the council: everything, in a folder that anybody can read.
    Export(commands::export::ExportArguments),
    /// People, from the command line.
    #[command(subcommand)]
    User(commands::user::UserCommand),
    /// The index of the search.
    #[command(subcommand)]
    Search(commands::search::SearchCommand),
    /// Say what is wrong with this installation, and how to mend it.
    Check,
    /// Read one file, in a process that may die of it. For `preau serve`.
    #[command(hide = true)]
    Extract(commands::extract::ExtractArguments),
    /// Draw a picture of one file, in a process that may die of it. For `preau serve`.
    #[cfg(feature = "makers")]
    #[command(hide = true)]
    Draw(makers::draw::DrawArguments),
    /// Make a document of one text, in a process that may die of it. For `preau serve`.
    #[cfg(feature = "makers")]
    #[command(hide = true)]
    Press(makers::press::PressArguments),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    // Before anything is set up: its limits are for one file.
    let done = match &arguments.command {
        Some(Command::Extract(arguments)) => commands::extract::run(arguments).map(|()| true),
        #[cfg(feature = "makers")]
        Some(Command::Draw(arguments)) => makers::draw::run(arguments).map(|()| true),
        #[cfg(feature = "makers")]
        Some(Command::Press(arguments)) => makers::press::run(arguments).map(|()| true),
        _ => run(arguments),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("preau: {error:#}");
            // As for a wrong argument.
            if error.is::<WrongSetting>() { ExitCode::from(2) } else { ExitCode::FAILURE }
        }
    }
}

fn wrong_setting(error: impl std::fmt::Display) -> anyhow::Error {
    anyhow::Error::new(WrongSetting(format!("{error:#}")))
}

fn run(arguments: Arguments) -> Result<bool> {
    let config = Config::load(arguments.config.as_deref()).map_err(wrong_setting)?;
    // Without this, TLS has two providers to choose from and takes neither.
    let _ = rustls::crypto::ring::default_provider().install_default();
    server::log::begin(&config)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let done = runtime.block_on(command(arguments, config));
    // What is still being done has had its time: a thread that waits for a disk does not hold the program.
    runtime.shutdown_background();
    done
}

async fn command(arguments: Arguments, config: Config) -> Result<bool> {
    match arguments.command.unwrap_or(Command::Serve) {
        Command::Serve => commands::serve::serve(config).await.map(|()| true),
        Command::Migrate => {
            let backend = state::open(&config).await?;
            backend.db().migrate().await.map_err(state::plain)?;
            println!("The database has the present schema.");
            Ok(true)
        }
        Command::Backup(arguments) => commands::backup::backup(&config, &arguments).await,
        Command::Restore(arguments) => commands::backup::restore(&config, &arguments).await.map(|()| true),
        Command::Demo(arguments) => commands::demo::run(&config, &arguments).await.map(|()| true),
        Command::Import(arguments) => commands::import::run(&config, &arguments).await,
        Command::Export(arguments) => commands::export::run(&config, &arguments).await,
        Command::User(command) => commands::user::run(&config, command).await.map(|()| true),
        Command::Search(command) => commands::search::run(&config, command).await.map(|()| true),
        Command::Check => commands::check::check(&config).await,
        Command::Extract(arguments) => commands::extract::run(&arguments).map(|()| true),
        #[cfg(feature = "makers")]
        Command::Draw(arguments) => makers::draw::run(&arguments).map(|()| true),
        #[cfg(feature = "makers")]
        Command::Press(arguments) => makers::press::run(&arguments).map(|()| true),
    }
}
