//! `preau check`: what is wrong, and how to mend it.

use anyhow::Result;
use backend::{accounts::providers::Providers, journal::Wrong, mail::Smtp};
use domain::backups::BackupTrouble;

use crate::{config::Config, state};

/// Checks settings, database, files and mail; prints a line each. `false` if anything is wrong.
///
/// # Errors
/// Never for what it looks for: those are printed.
pub async fn check(config: &Config) -> Result<bool> {
    let mut sound = true;
    let mut say = |what: &str, outcome: Result<String, String>| match outcome {
        Ok(detail) => println!("ok    {what}: {detail}"),
        Err(mend) => {
            sound = false;
            println!("wrong {what}: {mend}");
        }
    };
    say("settings", Ok(format!("{} on {}", config.base_url, config.listen)));
    if config.base_url.starts_with("http://") && !config.listen.ip().is_loopback() {
        say(
            "address",
            Err("people would reach the site without https: set PREAU_BASE_URL to https://…".into()),
        );
    }
    // A wrong address of the mail server is told once, below, and hides nothing of the rest.
    let without_mail = Config { smtp_url: None, ..config.clone() };
    match state::open(&without_mail).await {
        Err(error) => say("database and files", Err(format!("{error:#}"))),
        Ok(backend) => {
            say(
                "database",
                match backend.db().is_current().await {
                    Ok(true) => Ok("answers, with the present schema".into()),
                    Ok(false) => Err("its schema is older than this program: run `preau migrate`".into()),
                    Err(error) => Err(format!("does not answer: {error}")),
                },
            );
            let probe = backend.files().put("preau check\n".as_bytes()).await;
            let read = match &probe {
                Ok(address) => backend.files().get(address).await.map(|_| ()),
                Err(_) => Ok(()),
            };
            say(
                "files",
                match probe.map(|_| ()).and(read) {
                    Ok(()) => Ok(format!("{} can be written and read", config.files)),
                    Err(error) => Err(format!("{} cannot be used: {error}", config.files)),
                },
            );
        }
    }
    say("backups", backups(config).await);
    say("journal", journal(config).await);
    let mail = match &config.smtp_url {
        None => Ok("no mail server: mails stay in the outbox, read by an administrator".into()),
        Some(url) => match Smtp::new(url) {
            Err(_) => Err(state::WRONG_SMTP.into()),
            Ok(smtp) => match smtp.check().await {
                Ok(true) => Ok("the server answers".into()),
                Ok(false) | Err(_) => Err("the server does not answer: check PREAU_SMTP_URL".into()),
            },
        },
    };
    say("mail", mail);
    for provider in Providers::new(config.providers.iter().cloned()).iter() {
        say(&format!("sign-in by {}", provider.name()), provider.check().await);
    }
    Ok(sound)
}

/// Whether backups are made, and whether they are good.
async fn backups(config: &Config) -> Result<String, String> {
    let Some(folder) = &config.backups.folder else {
        return Err("none is made: set PREAU_BACKUP_DIR to a folder, best on another disk".into());
    };
    let shown = folder.display();
    if folder.exists() && tempfile::tempfile_in(folder).is_err() {
        return Err(format!("{shown} cannot be written: give it to the user of the program"));
    }
    let without_mail = Config { smtp_url: None, ..config.clone() };
    let backend = state::open(&without_mail).await.map_err(|error| format!("{error:#}"))?;
    if !backend.db().is_current().await.unwrap_or(false) {
        return Ok(format!("in {shown}, once the database has the present schema"));
    }
    let wrong =
        backend::backups::what_is_wrong(&backend.system()).await.map_err(|error| error.to_string())?;
    let Some((trouble, since)) = wrong else {
        return Ok(format!("in {shown}, nothing is wrong with the last"));
    };
    let mend = match trouble {
        BackupTrouble::Folder => {
            format!("it could not be written: make room in {shown}, and let the program write there")
        }
        BackupTrouble::Database => "the database could not be read: the log says why".to_owned(),
        BackupTrouble::Files => "the stored files could not be read: the log says why".to_owned(),
        BackupTrouble::Missing => {
            "stored files are missing or were altered: take them from an earlier backup; the log names them"
                .to_owned()
        }
        BackupTrouble::Test => {
            "it was made and could not be restored: check the disk; the log says why".to_owned()
        }
        BackupTrouble::Stopped => "the program stopped while it was made: another one is due".to_owned(),
        BackupTrouble::Late => {
            "the last good one is too old: is `preau serve` running with this setting?".to_owned()
        }
    };
    Err(format!("since {}, {mend}", since.format("%Y-%m-%d %H:%M UTC")))
}

/// Whether the journal is as it was sealed.
async fn journal(config: &Config) -> Result<String, String> {
    let without_mail = Config { smtp_url: None, ..config.clone() };
    let backend = state::open(&without_mail).await.map_err(|error| format!("{error:#}"))?;
    if !backend.db().is_current().await.unwrap_or(false) {
        return Ok("verified once the database has the present schema".into());
    }
    let found = backend::journal::verify(&backend.system()).await.map_err(|error| error.to_string())?;
    let Some(broken) = found.broken else {
        let (Some(last), Some(since)) = (found.last, found.since) else {
            return Ok(format!("no line is sealed yet, {} wait", found.unsealed));
        };
        return Ok(format!(
            "whole since {}, {} lines sealed, {} wait; the last hash is {}",
            since.format("%Y-%m-%d"),
            found.lines,
            found.unsealed,
            last.hash
        ));
    };
    let what = match broken.wrong {
        Wrong::Removed => "was removed",
        Wrong::Changed => "is not what was sealed",
        Wrong::Cut => "does not follow the one before: lines were removed, or sealed again",
    };
    let (place, line) = (broken.sequence, broken.event);
    let at = broken.sealed_at.format("%Y-%m-%d %H:%M UTC");
    Err(format!("at place {place} (line {line}, sealed {at}), the line {what}: compare with a backup"))
}
