//! Where the files of a council come from: a real folder, or the demonstration that the program holds.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Bytes read at most from one file: a table or a text of a council is far smaller.
pub const FILE_MAX: u64 = 32 * 1024 * 1024;

/// A folder of files.
pub trait Folder: Sync {
    /// The path of every file, from the folder, with `/` between names, in a fixed order.
    ///
    /// # Errors
    /// The folder cannot be read.
    fn files(&self) -> Result<Vec<String>>;

    /// The bytes of a file, or why they cannot be had.
    ///
    /// # Errors
    /// A sentence for the report.
    fn read(&self, path: &str) -> Result<Vec<u8>, String>;

    /// The bytes of a file of at most `max` bytes, or why they cannot be had.
    ///
    /// # Errors
    /// A sentence for the report.
    fn content(&self, path: &str, max: u64) -> Result<Vec<u8>, String> {
        let bytes = self.read(path)?;
        if bytes.len() as u64 > max { Err(too_large(max)) } else { Ok(bytes) }
    }
}

fn too_large(max: u64) -> String {
    format!("is larger than {} MB", max / 1_000_000)
}

/// A folder on the disk. Symbolic links are not followed: they could lead anywhere.
#[derive(Clone, Debug)]
pub struct Directory(PathBuf);

impl Directory {
    /// The folder at this path.
    pub fn new(path: impl Into<PathBuf>) -> Directory {
        Directory(path.into())
    }

    fn up_to(&self, path: &str, max: u64, why: impl Fn() -> String) -> Result<Vec<u8>, String> {
        let path = self.0.join(path);
        let about = path.symlink_metadata().map_err(|error| format!("cannot be read: {}", error.kind()))?;
        if !about.is_file() {
            return Err("is a link or a special file, which is not followed".to_owned());
        }
        if about.len() > max {
            return Err(why());
        }
        std::fs::read(&path).map_err(|error| format!("cannot be read: {}", error.kind()))
    }

    fn walk(&self, at: &Path, prefix: &str, found: &mut Vec<String>) -> Result<()> {
        let entries = std::fs::read_dir(at).with_context(|| format!("cannot read {}", at.display()))?;
        for entry in entries {
            let entry = entry.with_context(|| format!("cannot read {}", at.display()))?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                self.walk(&entry.path(), &format!("{name}/"), found)?;
            } else {
                found.push(name);
            }
        }
        Ok(())
    }
}

impl Folder for Directory {
    fn files(&self) -> Result<Vec<String>> {
        let mut found = Vec::new();
        self.walk(&self.0, "", &mut found)?;
        found.sort();
        Ok(found)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        self.up_to(path, FILE_MAX, || format!("is larger than {} MiB", FILE_MAX / 1024 / 1024))
    }

    fn content(&self, path: &str, max: u64) -> Result<Vec<u8>, String> {
        self.up_to(path, max, || too_large(max))
    }
}
