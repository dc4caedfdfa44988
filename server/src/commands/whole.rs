//! Making an installation whole, of a backup or of an archive: in a new file that takes the place of the embedded
//! database, or in one transaction of the server. Until its end what was there is as it was.

use std::{collections::BTreeSet, path::Path};

use anyhow::{Context, Result, bail};
use backend::{
    backups,
    clock::{Clock, SystemClock},
    db::{self, Db},
    files::FileStore,
    personal_data,
};

use crate::{
    config::Config,
    state::{self, plain},
};

/// What is there before.
#[derive(Clone, Debug)]
pub struct Present {
    /// Neither a council nor anybody.
    pub empty: bool,
    /// The marks of who was erased there.
    pub erased: BTreeSet<String>,
    /// On an embedded database: its file is there.
    there: bool,
}

/// Looks at what is there. Nothing is made.
///
/// # Errors
/// The database cannot be read.
pub async fn look(config: &Config) -> Result<Present> {
    if db::file_of(&config.database_url).is_some_and(|file| !file.exists()) {
        return Ok(Present { empty: true, erased: BTreeSet::new(), there: false });
    }
    let backend = state::open(config).await?;
    let empty = backups::is_empty(&backend.system()).await.map_err(plain);
    let erased = personal_data::marks(&backend).await.map_err(plain);
    backend.db().clone().close().await.map_err(plain)?;
    Ok(Present { empty: empty?, erased: erased?, there: true })
}

fn in_use() -> anyhow::Error {
    anyhow::anyhow!("another program uses this database: stop `preau serve` first")
}

/// Refuses to go on while another program uses the database.
///
/// # Errors
/// One does, or the database cannot be opened.
pub async fn be_alone(config: &Config) -> Result<()> {
    if !db::is_alone(&config.database_url).await.map_err(plain).context("cannot open the database")? {
        return Err(in_use());
    }
    Ok(())
}

/// Has `make` make the database and fill the store.
///
/// # Errors
/// It failed; somebody uses the database. Nothing changed.
pub async fn replace<T>(
    config: &Config,
    present: &Present,
    make: impl AsyncFnOnce(&Db, &FileStore) -> Result<T>,
) -> Result<T> {
    match db::file_of(&config.database_url) {
        Some(database) => in_file(config, present, &database, make).await,
        None => {
            let store = state::files(config)?;
            let db = Db::connect(&config.database_url).await.map_err(plain)?;
            let made = make(&db, &store).await;
            db.close().await.map_err(plain)?;
            made
        }
    }
}

async fn in_file<T>(
    config: &Config,
    present: &Present,
    database: &Path,
    make: impl AsyncFnOnce(&Db, &FileStore) -> Result<T>,
) -> Result<T> {
    let store = state::files(config)?;
    let folder = database.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let place = tempfile::Builder::new()
        .prefix(".preau-restore-")
        .tempdir_in(folder)
        .with_context(|| format!("cannot write in {}", folder.display()))?;
    let new = place.path().join("preau.db");
    let url = format!("sqlite://{}", new.display());
    let db = Db::connect(&url).await.map_err(plain)?;
    let made = make(&db, &store).await;
    db.close().await.map_err(plain)?;
    let made = made?;
    // Whole in one file; and nobody came meanwhile.
    if !db::is_alone(&url).await.map_err(plain)?
        || !db::is_alone(&config.database_url).await.map_err(plain)?
    {
        bail!(in_use());
    }
    std::fs::File::open(&new)?.sync_all()?;
    if present.there && !present.empty {
        let aside = state::beside(database, &format!("before-{}", SystemClock.now().format("%Y%m%d-%H%M%S")));
        std::fs::rename(database, &aside)?;
        println!("What was there is kept in {}.", aside.display());
    }
    std::fs::rename(&new, database)?;
    std::fs::File::open(folder)?.sync_all()?;
    Ok(made)
}
