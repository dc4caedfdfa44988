//! Reading an archive, and making sure that it is whole, before anything is done of it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::File,
    io::{ErrorKind, Read},
    path::{Component, Path, PathBuf},
};

use sha2::{Digest, Sha256};

use super::{FILES, FORM, MANIFEST, Manifest, ROWS, Trouble, doors, not_whole};
use crate::files::Fingerprint;

/// Bytes of a manifest: what is longer is not ours.
const LONGEST: u64 = 256 << 20;

/// What stands at the top of an archive beside what people would edit.
pub const PARTS: [&str; 4] = [ROWS, FILES, "lecture/", "LISEZ-MOI.txt"];

/// An archive that is whole.
#[derive(Clone, Debug)]
pub struct Archive {
    pub(super) root: PathBuf,
    pub(super) manifest: Manifest,
    differences: Differences,
}

/// What became of the files that people edit since the archive was made, by their paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// Those that were changed.
    pub changed: Vec<String>,
    /// Those that were added.
    pub added: Vec<String>,
    /// Those that are gone.
    pub gone: Vec<String>,
}

impl Differences {
    /// Whether nothing was touched.
    pub fn is_empty(&self) -> bool {
        self.changed.is_empty() && self.added.is_empty() && self.gone.is_empty()
    }
}

/// Whether there is an archive in this folder, whole or not.
pub fn is_there(root: &Path) -> bool {
    root.join("archive").symlink_metadata().is_ok()
}

impl Archive {
    /// Reads an archive to its end: every row and content is what was written. Nothing is written anywhere.
    ///
    /// # Errors
    /// `NotWhole`, `TooNew`, `Reading`.
    pub fn open(root: &Path) -> Result<Archive, Trouble> {
        let manifest = read_manifest(root)?;
        let mut differences = Differences::default();
        let mut listed = BTreeSet::new();
        for file in &manifest.files {
            if !is_plain(&file.path) || file.path == MANIFEST {
                return Err(not_whole(format!("{:?} cannot be the name of a file in it", file.path)));
            }
            if !listed.insert(file.path.as_str()) {
                return Err(not_whole(format!("{} is there twice", file.path)));
            }
            let is_kept = is_kept(&file.path);
            let found = worth(root, &file.path).map_err(Trouble::Reading)?;
            match found {
                Some((bytes, sha256)) if bytes == file.bytes && sha256 == file.sha256 => {}
                Some(_) if is_kept => return Err(not_whole(format!("{} was changed", file.path))),
                Some(_) => differences.changed.push(file.path.clone()),
                None if is_kept => return Err(not_whole(format!("{} is missing", file.path))),
                None => differences.gone.push(file.path.clone()),
            }
            if file.path.strip_prefix(FILES).is_some_and(|name| name != file.sha256) {
                return Err(not_whole(format!("{} is not what its name says", file.path)));
            }
        }
        for path in walk(root).map_err(Trouble::Reading)? {
            if path == MANIFEST || listed.contains(path.as_str()) {
                continue;
            }
            if is_kept(&path) {
                return Err(not_whole(format!("{path} was added to it")));
            }
            differences.added.push(path);
        }
        // The copy to read is made of the rest.
        let edited = |path: &String| !PARTS.iter().any(|part| path.starts_with(part));
        differences.changed.retain(edited);
        differences.added.retain(edited);
        differences.gone.retain(edited);
        tables_are_there(&manifest, &listed)?;
        Ok(Archive { root: root.to_owned(), manifest, differences })
    }

    /// How many rows it has.
    pub fn rows(&self) -> u64 {
        self.manifest.tables.iter().map(|table| table.rows).sum()
    }

    /// The contents that it has, by their fingerprints.
    pub fn contents(&self) -> impl Iterator<Item = &str> {
        self.manifest.files.iter().filter_map(|file| file.path.strip_prefix(FILES))
    }

    /// How many contents were missing when it was made.
    pub fn missing(&self) -> usize {
        self.manifest.missing.len()
    }

    /// What became since of the files that people edit.
    pub fn differences(&self) -> &Differences {
        &self.differences
    }

    /// The migrations that made the schema of its rows.
    pub(super) fn migrations(&self) -> &[String] {
        &self.manifest.migrations
    }
}

/// Whether a file is of the part that nobody edits.
fn is_kept(path: &str) -> bool {
    path.starts_with(ROWS) || path.starts_with(FILES)
}

/// A path that stays within the folder, on any computer.
fn is_plain(path: &str) -> bool {
    let parts = || path.split('/');
    !path.is_empty()
        && !path.contains(['\\', '\0'])
        && parts().all(|part| !part.is_empty() && part != "." && part != "..")
        && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

fn read_manifest(root: &Path) -> Result<Manifest, Trouble> {
    let unfinished = || not_whole(format!("{MANIFEST} is missing: its export did not come to its end"));
    let mut bytes = Vec::new();
    let Some(file) = opened(root, MANIFEST).map_err(Trouble::Reading)? else { return Err(unfinished()) };
    file.take(LONGEST).read_to_end(&mut bytes).map_err(Trouble::Reading)?;
    let unreadable = |_| not_whole(format!("{MANIFEST} cannot be understood"));
    let value: serde_json::Value = serde_json::from_slice(&bytes).map_err(unreadable)?;
    let form = value.get("preau_archive").and_then(serde_json::Value::as_u64);
    let program = value.get("program").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
    if form.is_some_and(|form| form > u64::from(FORM)) {
        return Err(Trouble::TooNew(program));
    }
    let manifest: Manifest = serde_json::from_value(value).map_err(unreadable)?;
    let known: BTreeSet<String> = migrations::names().into_iter().collect();
    if manifest.migrations.iter().any(|name| !known.contains(name)) {
        return Err(Trouble::TooNew(program));
    }
    Ok(manifest)
}

/// Each table has its file, and each file of rows its table.
fn tables_are_there(manifest: &Manifest, listed: &BTreeSet<&str>) -> Result<(), Trouble> {
    let mut files: BTreeSet<String> =
        listed.iter().filter(|path| path.starts_with(ROWS)).map(|path| (*path).to_owned()).collect();
    let mut seen = BTreeMap::new();
    for table in &manifest.tables {
        if !doors::is_told(&table.name) || seen.insert(&table.name, ()).is_some() {
            return Err(not_whole(format!("{:?} is no table of it", table.name)));
        }
        if !files.remove(&format!("{ROWS}{}.jsonl", table.name)) {
            return Err(not_whole(format!("the rows of {} are missing", table.name)));
        }
    }
    match files.first() {
        Some(path) => Err(not_whole(format!("{path} is of no table"))),
        None => Ok(()),
    }
}

/// Opens a file of the folder; none if it is not there. Links lead anywhere: none is followed.
pub(super) fn opened(root: &Path, path: &str) -> std::io::Result<Option<File>> {
    let mut place = root.to_owned();
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        place.push(part);
        let about = match place.symlink_metadata() {
            Ok(about) => about,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                return Ok(None);
            }
            Err(error) => return Err(error),
        };
        let expected = if parts.peek().is_some() { about.is_dir() } else { about.is_file() };
        if !expected {
            return Ok(None);
        }
    }
    File::open(place).map(Some)
}

/// What a file is worth; none if it is not there.
fn worth(root: &Path, path: &str) -> std::io::Result<Option<(u64, String)>> {
    let Some(mut file) = opened(root, path)? else { return Ok(None) };
    let (mut digest, mut piece, mut bytes) = (Sha256::new(), vec![0; 256 << 10], 0);
    loop {
        let read = file.read(&mut piece)?;
        if read == 0 {
            return Ok(Some((bytes, Fingerprint::finished(digest).to_string())));
        }
        bytes += read as u64;
        digest.update(&piece[..read]);
    }
}

/// The path of every file.
fn walk(root: &Path) -> std::io::Result<Vec<String>> {
    let (mut found, mut folders) = (Vec::new(), vec![(root.to_owned(), String::new())]);
    while let Some((folder, prefix)) = folders.pop() {
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                folders.push((entry.path(), format!("{path}/")));
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_within_the_folder() {
        for path in ["members.csv", "library/commun/A été/b.pdf", "files/ab"] {
            assert!(is_plain(path), "{path}");
        }
        for path in
            ["", "/etc/passwd", "../x", "a/../b", "a//b", "a/", "./a", "a\\b", "a\0b", "archive/../../x"]
        {
            assert!(!is_plain(path), "{path:?}");
        }
    }
}
