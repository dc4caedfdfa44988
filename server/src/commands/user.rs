//! `preau user`: a person, how they get in, and how they get in again.

use std::io::BufRead;

use anyhow::{Context, Result, bail};
use backend::Cx;
use clap::{Args, Subcommand};
use domain::ids::UserId;

use super::words;
use crate::{config::Config, state};

/// What can be done to people from the command line.
#[derive(Clone, Debug, Subcommand)]
pub enum UserCommand {
    /// Make a person, and print a one-time link to choose a password.
    Create(CreateUser),
    /// Print a one-time link by which somebody who is known chooses a password: after an import, or once it is lost.
    Link(Known),
    /// Ask for no code any more of somebody who lost both their telephone and their recovery codes.
    ResetCodes(Known),
    /// Sign everybody out, on every device, at once.
    SignOutEverybody,
}

/// A person to make.
#[derive(Clone, Debug, Args)]
pub struct CreateUser {
    /// Their address.
    #[arg(long)]
    email: String,
    /// Their name, as shown.
    #[arg(long)]
    name: String,
    /// Make them an administrator.
    #[arg(long)]
    admin: bool,
    /// Read their password from the first line of standard input, instead of printing a link.
    #[arg(long)]
    password_stdin: bool,
}

/// Somebody who is known.
#[derive(Clone, Debug, Args)]
pub struct Known {
    /// Their address.
    #[arg(long)]
    email: String,
}

/// Carries out the command.
///
/// # Errors
/// In a sentence: the address is taken, the password is refused, the database cannot be used.
pub async fn run(config: &Config, command: UserCommand) -> Result<()> {
    let person = match command {
        UserCommand::Create(person) => person,
        UserCommand::Link(person) => return link(config, &person.email).await,
        UserCommand::ResetCodes(person) => return reset_codes(config, &person.email).await,
        UserCommand::SignOutEverybody => return sign_out_everybody(config).await,
    };
    let password = if person.password_stdin { Some(first_line(std::io::stdin().lock())?) } else { None };
    let cx = state::open_current(config).await?.system();
    let made =
        backend::people::create_user(&cx, &person.email, &person.name, person.admin, password.as_deref());
    match made.await.map_err(words::refused)? {
        (_, Some(token)) => {
            println!("{} can choose a password, once, within 14 days:", person.email);
            println!("{}{}", config.base_url, app::paths::invitation(&token));
        }
        (_, None) => println!("{} can sign in at {}{}", person.email, config.base_url, app::paths::SIGN_IN),
    }
    Ok(())
}

async fn known(cx: &Cx, email: &str) -> Result<UserId> {
    let filter = backend::people::ManagedFilter { q: email.to_owned(), ..Default::default() };
    let found = backend::people::managed(cx, &filter, backend::PageNumber::parse(None)).await;
    let found = found.map_err(words::refused)?.rows;
    match found.into_iter().find(|person| person.email == email.trim().to_lowercase()) {
        Some(person) => Ok(person.id),
        None => bail!("nobody has the address {email}"),
    }
}

async fn link(config: &Config, email: &str) -> Result<()> {
    let cx = state::open_current(config).await?.system();
    let id = known(&cx, email).await?;
    let token = backend::accounts::create_link_now(&cx, id).await.map_err(words::refused)?;
    println!("{email} can choose a password, once, with this link:");
    println!("{}{}", config.base_url, app::paths::invitation(&token));
    Ok(())
}

async fn reset_codes(config: &Config, email: &str) -> Result<()> {
    let cx = state::open_current(config).await?.system();
    let id = known(&cx, email).await?;
    backend::accounts::reset_codes(&cx, id).await.map_err(words::refused)?;
    println!("no code is asked of {email} any more: their password is enough");
    Ok(())
}

async fn sign_out_everybody(config: &Config) -> Result<()> {
    let cx = state::open_current(config).await?.system();
    let closed = backend::accounts::close_all_sessions(&cx).await.map_err(words::refused)?;
    println!("{closed} sessions closed: everybody signs in again");
    Ok(())
}

fn first_line(mut input: impl BufRead) -> Result<String> {
    let mut line = String::new();
    input.read_line(&mut line).context("the password cannot be read from standard input")?;
    let line = line.trim_end_matches(['\r', '\n']);
    if line.is_empty() {
        bail!("--password-stdin expects the password on the first line of standard input");
    }
    Ok(line.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_password_is_the_first_line_as_it_is() {
        assert_eq!(first_line(" deux mots \r\nrest".as_bytes()).expect("read"), " deux mots ");
        assert!(first_line("\n".as_bytes()).is_err());
        assert!(first_line("".as_bytes()).is_err());
    }
}
