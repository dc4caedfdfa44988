//! `preau check`: what is wrong, and how to mend it.

use anyhow::Result;
use backend::mail::Smtp;

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
    Ok(sound)
}
