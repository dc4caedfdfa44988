//! Settings: the environment, or a TOML file with the same names.

use std::{collections::BTreeMap, net::SocketAddr, path::PathBuf, time::Duration};

use anyhow::{Context, Result, bail};
use backend::{accounts::providers::ProviderSettings, files::Limits};
use domain::backups::Keep;

use crate::{nightly::Nightly, providers};

/// Every setting, by the name it has in the environment.
const NAMES: [&str; 19] = [
    "PREAU_LISTEN",
    "PREAU_BASE_URL",
    "PREAU_DATA_DIR",
    "PREAU_DATABASE_URL",
    "PREAU_FILES_URL",
    "PREAU_SMTP_URL",
    "PREAU_LOG",
    "PREAU_TRUSTED_PROXIES",
    "PREAU_FILE_MAX_MB",
    "PREAU_LIBRARY_MAX_MB",
    "PREAU_STORAGE_MAX_MB",
    "PREAU_DISK_FREE_MB",
    "PREAU_BACKUP_DIR",
    "PREAU_BACKUP_KEEP",
    "PREAU_BACKUP_PASSPHRASE",
    "PREAU_BACKUP_PASSPHRASE_FILE",
    "PREAU_METRICS_TOKEN",
    "PREAU_LOG_FORMAT",
    "PREAU_STOP_SECONDS",
];

/// Names that belong to the tools around the program, not to it.
const TOOLS: [&str; 3] = ["PREAU_TEST_", "PREAU_BENCH_", "PREAU_BIN"];

/// A setting that is unknown or cannot be used: the program is used wrongly.
#[derive(Debug)]
pub struct WrongSetting(pub String);

impl std::fmt::Display for WrongSetting {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for WrongSetting {}

/// Where the files are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Files {
    /// In a folder.
    Folder(PathBuf),
    /// In a bucket of S3, at this address; it may hold keys, and is never shown.
    S3(String),
}

impl std::fmt::Display for Files {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Files::Folder(folder) => folder.display().fmt(f),
            Files::S3(address) => f.write_str(address.split('?').next().unwrap_or_default()),
        }
    }
}

/// How the log is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// A line of JSON for each thing that happens.
    Json,
}

/// The settings of an installation.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where to listen.
    pub listen: SocketAddr,
    /// How people reach the site, without a final slash.
    pub base_url: String,
    /// The folder of the data.
    pub data_dir: PathBuf,
    /// The database.
    pub database_url: String,
    /// Where the files are kept: a folder, or the address of a bucket of S3.
    pub files: Files,
    /// What is accepted of them.
    pub limits: Limits,
    /// The mail server; without it mails stay in `outbox/`.
    pub smtp_url: Option<String>,
    /// What to log, as `tracing` filters say it.
    pub log: String,
    /// How many proxies stand in front and add to `X-Forwarded-For`.
    pub trusted_proxies: usize,
    /// The backups that are made by themselves.
    pub backups: Nightly,
    /// What opens `/metrics` from elsewhere than this machine.
    pub metrics_token: Option<String>,
    /// How the log is written.
    pub log_format: LogFormat,
    /// The sign-in services that people may use.
    pub providers: Vec<ProviderSettings>,
    /// How long requests may still take once the program is asked to stop.
    pub stop: Duration,
}

impl Config {
    /// Reads the settings of this process and of `file`; the environment wins.
    ///
    /// # Errors
    /// An unknown name, with the nearest known one; a value that cannot be read.
    pub fn load(file: Option<&std::path::Path>) -> Result<Config> {
        let mut values = match file {
            Some(path) => from_file(path)?,
            None => BTreeMap::new(),
        };
        values.extend(std::env::vars().filter(|(name, _)| is_ours(name)));
        Config::from_values(&values)
    }

    /// From names and values.
    ///
    /// # Errors
    /// As [`Config::load`].
    pub fn from_values(values: &BTreeMap<String, String>) -> Result<Config> {
        let unknown = |name: &&String| !NAMES.contains(&name.as_str()) && !providers::is_one(name);
        if let Some(name) = values.keys().find(unknown) {
            let nearest = NAMES
                .iter()
                .max_by(|a, b| strsim::jaro_winkler(a, name).total_cmp(&strsim::jaro_winkler(b, name)));
            bail!("unknown setting {name}; did you mean {}?", nearest.copied().unwrap_or("PREAU_LISTEN"));
        }
        let get = |name: &str| values.get(name).map(String::as_str).map(str::trim).filter(|v| !v.is_empty());
        let listen: SocketAddr = get("PREAU_LISTEN")
            .unwrap_or("127.0.0.1:3000")
            .parse()
            .context("PREAU_LISTEN must be an address and a port, such as 127.0.0.1:3000")?;
        let data_dir = PathBuf::from(get("PREAU_DATA_DIR").unwrap_or("./data"));
        let base_url = get("PREAU_BASE_URL").map_or_else(|| format!("http://{listen}"), str::to_owned);
        if !(base_url.starts_with("http://") || base_url.starts_with("https://")) {
            bail!("PREAU_BASE_URL must begin with http:// or https://, such as https://conseil.example");
        }
        let database_url = get("PREAU_DATABASE_URL")
            .map_or_else(|| format!("sqlite://{}", data_dir.join("preau.db").display()), str::to_owned);
        if !["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| database_url.starts_with(scheme)) {
            bail!("PREAU_DATABASE_URL must begin with sqlite:// or postgres://");
        }
        let files = match get("PREAU_FILES_URL") {
            None => Files::Folder(data_dir.join("files")),
            Some(url) if url.starts_with("s3://") => Files::S3(url.to_owned()),
            Some(url) if url.contains("://") && !url.starts_with("file://") => {
                bail!("PREAU_FILES_URL must be a folder, or begin with s3://")
            }
            Some(folder) => Files::Folder(PathBuf::from(folder.trim_start_matches("file://"))),
        };
        let megabytes = |name: &str, usual: u64| -> Result<u64> {
            let set = get(name).map(str::parse::<u64>).transpose();
            let set = set.ok().filter(|set| *set != Some(0));
            Ok(set
                .with_context(|| format!("{name} must be a number of megabytes, such as {usual}"))?
                .unwrap_or(usual))
        };
        let limits = Limits::megabytes(
            megabytes("PREAU_FILE_MAX_MB", 100)?,
            megabytes("PREAU_LIBRARY_MAX_MB", 5_000)?,
            megabytes("PREAU_STORAGE_MAX_MB", 50_000)?,
        );
        let free = get("PREAU_DISK_FREE_MB").unwrap_or("500").parse::<u64>();
        let free = free.context("PREAU_DISK_FREE_MB must be a number of megabytes, such as 500")?;
        let limits = limits.leaving_free(free);
        let keep = match get("PREAU_BACKUP_KEEP") {
            None => Keep::default(),
            Some(text) => Keep::parse(text).context(
                "PREAU_BACKUP_KEEP must be how many days, weeks and months are kept, such as 7,4,6",
            )?,
        };
        let passphrase = match (get("PREAU_BACKUP_PASSPHRASE"), get("PREAU_BACKUP_PASSPHRASE_FILE")) {
            (Some(_), Some(_)) => {
                bail!("PREAU_BACKUP_PASSPHRASE and PREAU_BACKUP_PASSPHRASE_FILE are both set: keep one")
            }
            (Some(passphrase), None) => Some(passphrase.to_owned()),
            (None, Some(file)) => {
                Some(first_line(std::path::Path::new(file)).context("PREAU_BACKUP_PASSPHRASE_FILE")?)
            }
            (None, None) => None,
        };
        let backups = Nightly { folder: get("PREAU_BACKUP_DIR").map(PathBuf::from), keep, passphrase };
        let log_format = match get("PREAU_LOG_FORMAT") {
            None | Some("text") => LogFormat::Text,
            Some("json") => LogFormat::Json,
            Some(_) => bail!("PREAU_LOG_FORMAT must be text or json"),
        };
        let stop = get("PREAU_STOP_SECONDS").unwrap_or("20").parse::<u64>();
        let stop = stop.context("PREAU_STOP_SECONDS must be a number of seconds, such as 20")?;
        let metrics_token = get("PREAU_METRICS_TOKEN").map(str::to_owned);
        if metrics_token.as_ref().is_some_and(|token| token.len() < 16) {
            bail!("PREAU_METRICS_TOKEN is too short: give at least 16 characters");
        }
        let trusted_proxies = get("PREAU_TRUSTED_PROXIES")
            .unwrap_or("0")
            .parse()
            .context("PREAU_TRUSTED_PROXIES must be the number of proxies in front, such as 1")?;
        Ok(Config {
            listen,
            base_url: base_url.trim_end_matches('/').to_owned(),
            data_dir,
            database_url,
            files,
            limits,
            smtp_url: get("PREAU_SMTP_URL").map(str::to_owned),
            log: get("PREAU_LOG").unwrap_or("info,sqlx=warn,sea_orm_migration=warn").to_owned(),
            trusted_proxies,
            backups,
            metrics_token,
            log_format,
            providers: providers::read(values)?,
            stop: Duration::from_secs(stop),
        })
    }

    /// Whether people reach the site over https.
    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }

    /// Whether the database is the embedded one.
    pub fn is_embedded(&self) -> bool {
        self.database_url.starts_with("sqlite:")
    }
}

/// The first line of a file that holds a secret.
///
/// # Errors
/// It cannot be read, or is empty.
pub fn first_line(file: &std::path::Path) -> Result<String> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let line = text.lines().next().unwrap_or_default().trim_end_matches('\r');
    if line.is_empty() {
        bail!("the first line of {} is empty", file.display());
    }
    Ok(line.to_owned())
}

fn is_ours(name: &str) -> bool {
    name.starts_with("PREAU_") && !TOOLS.iter().any(|tool| name.starts_with(tool))
}

fn from_file(path: &std::path::Path) -> Result<BTreeMap<String, String>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let table: toml::Table =
        toml::from_str(&text).with_context(|| format!("{} is not TOML", path.display()))?;
    let value = |value: toml::Value| match value {
        toml::Value::String(text) => text,
        other => other.to_string(),
    };
    Ok(table.into_iter().map(|(name, v)| (name, value(v))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(values: &[(&str, &str)]) -> Result<Config> {
        Config::from_values(&values.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect())
    }

    #[test]
    fn without_settings_everything_is_local() {
        let config = config(&[]).expect("valid");
        assert_eq!(config.listen.to_string(), "127.0.0.1:3000");
        assert_eq!(config.base_url, "http://127.0.0.1:3000");
        assert_eq!(config.database_url, "sqlite://./data/preau.db");
        assert!(config.is_embedded() && !config.is_https());
    }

    #[test]
    fn an_unknown_name_is_refused_with_the_nearest_known_one() {
        let error = config(&[("PREAU_LISTN", "127.0.0.1:1")]).expect_err("refused").to_string();
        assert_eq!(error, "unknown setting PREAU_LISTN; did you mean PREAU_LISTEN?");
    }

    #[test]
    fn values_that_cannot_be_read_are_refused() {
        assert!(config(&[("PREAU_LISTEN", "partout")]).is_err());
        assert!(config(&[("PREAU_BASE_URL", "conseil.example")]).is_err());
        assert!(config(&[("PREAU_DATABASE_URL", "mysql://x")]).is_err());
        assert!(config(&[("PREAU_FILES_URL", "ftp://bucket")]).is_err());
        assert!(config(&[("PREAU_FILE_MAX_MB", "beaucoup")]).is_err());
        assert!(config(&[("PREAU_FILE_MAX_MB", "0")]).is_err());
        for (name, value) in [
            ("PREAU_DISK_FREE_MB", "beaucoup"),
            ("PREAU_BACKUP_KEEP", "toutes"),
            ("PREAU_BACKUP_PASSPHRASE_FILE", "/nulle/part"),
            ("PREAU_METRICS_TOKEN", "court"),
            ("PREAU_LOG_FORMAT", "xml"),
            ("PREAU_STOP_SECONDS", "bientôt"),
        ] {
            let said = format!("{:#}", config(&[(name, value)]).expect_err("refused"));
            assert!(said.contains(name), "{name}: {said}");
        }
    }

    #[test]
    fn files_may_be_in_a_bucket_and_its_keys_are_never_shown() {
        let config = config(&[("PREAU_FILES_URL", "s3://conseil/f?secret_access_key=x")]).expect("valid");
        assert_eq!(config.files.to_string(), "s3://conseil/f");
    }

    #[test]
    fn the_names_of_the_tools_are_left_alone() {
        assert!(!is_ours("PREAU_TEST_DATABASE_URL") && is_ours("PREAU_LISTN") && !is_ours("PATH"));
    }
}
