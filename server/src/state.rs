//! Assembling the backend from the settings.

use std::sync::Arc;

use anyhow::{Context, Result};
use app::request::{Assets, Site};
use backend::{
    Backend,
    accounts::providers::Providers,
    clock::{SystemClock, SystemEntropy},
    db::Db,
    files::FileStore,
    mail::{Outbox, Post, Smtp, Transport},
};
use lettre::message::Mailbox;

use crate::{
    assets::Manifest,
    config::{Config, Files, WrongSetting},
};

/// What is said of an address of a mail server that is none.
pub const WRONG_SMTP: &str = "PREAU_SMTP_URL cannot be read: write smtps://name:password@host";

/// Opens the database and the stores, without touching the schema.
///
/// # Errors
/// What cannot be reached or opened, in a sentence.
pub async fn open(config: &Config) -> Result<Backend> {
    std::fs::create_dir_all(&config.data_dir)
        .with_context(|| format!("cannot make the data folder {}", config.data_dir.display()))?;
    let db = Db::connect(&config.database_url).await.map_err(plain).context("cannot open the database")?;
    let files = files(config)?;
    let transport: Arc<dyn Transport> = match &config.smtp_url {
        Some(url) => Arc::new(Smtp::new(url).map_err(|_| WrongSetting(WRONG_SMTP.to_owned()))?),
        None => Arc::new(Outbox(config.data_dir.join("outbox"))),
    };
    let words = Arc::new(app::mail::Letters { base_url: config.base_url.clone() });
    let post = Post::new(transport, words, sender(config)?);
    let backend = Backend::new(db, files, post, Arc::new(SystemClock), Arc::new(SystemEntropy));
    Ok(backend.with_providers(Providers::new(config.providers.iter().cloned())))
}

/// Opens the file store.
///
/// # Errors
/// It cannot be opened.
pub fn files(config: &Config) -> Result<FileStore> {
    let files = match &config.files {
        Files::Folder(folder) => FileStore::folder(folder),
        Files::S3(address) => FileStore::s3(address),
    };
    Ok(files.map_err(plain).context("cannot open the file store")?.with_limits(config.limits))
}

/// The name of a file with something at its end.
pub fn beside(file: &std::path::Path, end: &str) -> std::path::PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(end);
    file.with_file_name(name)
}

/// Opens everything, and brings the embedded database to the present schema.
///
/// # Errors
/// As [`open`]; a database of a mail server's size is migrated on purpose, by `preau migrate`.
pub async fn open_current(config: &Config) -> Result<Backend> {
    let backend = open(config).await?;
    if config.is_embedded() {
        backend
            .db()
            .migrate()
            .await
            .map_err(plain)
            .context("cannot bring the database to the present schema")?;
    } else if !backend.db().is_current().await.map_err(plain)? {
        anyhow::bail!("the database needs `preau migrate` first");
    }
    Ok(backend)
}

/// What pages need to know of this installation.
///
/// # Errors
/// The files that browsers keep have not been prepared.
pub fn site(config: &Config) -> Result<Site> {
    Ok(Site { base_url: config.base_url.clone(), assets: assets(&Manifest::load()?), ..Site::default() })
}

fn assets(manifest: &Manifest) -> Assets {
    let at = |name: &str| format!("{}/{name}", crate::assets::FOLDER);
    Assets {
        style: at(&manifest.style),
        icons: at(&manifest.icons),
        favicon: at(&manifest.favicon),
        font: at(&manifest.font),
        islands: manifest.islands.clone(),
        scripts: manifest.scripts.iter().map(|(name, file)| (name.clone(), at(file))).collect(),
    }
}

// Mails come from the site's own host: what answers them is the council's address, in their text.
fn sender(config: &Config) -> Result<Mailbox> {
    let host = config.base_url.split("://").nth(1).unwrap_or_default();
    let host = host.split(['/', ':']).next().unwrap_or_default();
    let address = format!("ne-pas-repondre@{host}");
    Ok(Mailbox::new(None, address.parse().or_else(|_| "ne-pas-repondre@localhost".parse())?))
}

/// A backend failure as an error of the command line.
pub fn plain(error: backend::Error) -> anyhow::Error {
    anyhow::anyhow!("{error}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_wrong_mail_server_is_a_wrong_setting_named_once() {
        let folder = std::env::temp_dir().join(format!("preau-state-{}", std::process::id()));
        let values = [("PREAU_DATA_DIR", folder.display().to_string()), ("PREAU_SMTP_URL", "mail".into())];
        let values = values.map(|(name, value)| (name.to_owned(), value)).into_iter().collect();
        let config = Config::from_values(&values).expect("read");
        let error = open(&config).await.expect_err("refused");
        assert!(error.is::<WrongSetting>());
        assert_eq!(format!("{error:#}"), WRONG_SMTP);
        std::fs::remove_dir_all(folder).expect("removed");
    }
}
