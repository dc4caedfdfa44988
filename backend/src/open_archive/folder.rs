//! Writing a folder: what each file is worth is noted on its way.

use std::{
    fs::File,
    io::{BufWriter, ErrorKind, Write},
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

use super::{MANIFEST, Manifest, Trouble, Worth};
use crate::files::Fingerprint;

/// A folder being written. Dropped before its end, nothing of it is left.
#[derive(Debug)]
pub struct Writing {
    root: PathBuf,
    /// It was not there.
    made: bool,
    files: Vec<Worth>,
    ended: bool,
}

impl Writing {
    /// Begins to write in a folder, which is made if it is not there. It is for its owner only: it holds addresses,
    /// opinions and closed groups.
    ///
    /// # Errors
    /// `NotEmpty`; `Writing`.
    pub fn begin(root: &Path) -> Result<Writing, Trouble> {
        let made = match std::fs::symlink_metadata(root) {
            Ok(_) => {
                let mut entries = std::fs::read_dir(root).map_err(Trouble::Writing)?;
                if entries.next().is_some() {
                    return Err(Trouble::NotEmpty(root.display().to_string()));
                }
                false
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                private(root).map_err(Trouble::Writing)?;
                true
            }
            Err(error) => return Err(Trouble::Writing(error)),
        };
        let writing = Writing { root: root.to_owned(), made, files: Vec::new(), ended: false };
        // Said at once rather than after the first reading.
        std::fs::create_dir(root.join("archive")).map_err(Trouble::Writing)?;
        Ok(writing)
    }

    /// Begins a file.
    ///
    /// # Errors
    /// `Writing`.
    pub fn file(&self, path: &str) -> Result<Part, Trouble> {
        let place = self.root.join(path);
        let file = place
            .parent()
            .map_or(Ok(()), std::fs::create_dir_all)
            .and_then(|()| File::create_new(&place))
            .map_err(Trouble::Writing)?;
        let to = BufWriter::with_capacity(256 << 10, file);
        Ok(Part { path: path.to_owned(), to, digest: Sha256::new(), bytes: 0 })
    }

    /// Keeps a file that was written.
    ///
    /// # Errors
    /// `Writing`.
    pub fn keep(&mut self, part: Part) -> Result<Fingerprint, Trouble> {
        let Part { path, mut to, digest, bytes } = part;
        to.flush().map_err(Trouble::Writing)?;
        let sha256 = Fingerprint::finished(digest);
        self.files.push(Worth { path, bytes, sha256: sha256.to_string() });
        Ok(sha256)
    }

    /// Removes a file that is not kept.
    ///
    /// # Errors
    /// `Writing`.
    pub fn forget(&self, part: Part) -> Result<(), Trouble> {
        let place = self.root.join(&part.path);
        drop(part);
        std::fs::remove_file(place).map_err(Trouble::Writing)
    }

    /// Writes a whole file.
    ///
    /// # Errors
    /// `Writing`.
    pub fn whole(&mut self, path: &str, content: impl AsRef<[u8]>) -> Result<(), Trouble> {
        let mut part = self.file(path)?;
        part.write(content.as_ref())?;
        self.keep(part)?;
        Ok(())
    }

    /// Writes a file again under another name: a content where people look for it. `false` if there is no such file.
    ///
    /// # Errors
    /// `Writing`.
    pub fn copy(&mut self, from: &str, to: &str) -> Result<bool, Trouble> {
        let worth = self.files.iter().find(|file| file.path == from).cloned();
        let Some(Worth { bytes, sha256, .. }) = worth else { return Ok(false) };
        let place = self.root.join(to);
        let made = place.parent().map_or(Ok(()), std::fs::create_dir_all);
        // Never a second name for the same bytes: who writes in one would damage the other.
        made.and_then(|()| std::fs::copy(self.root.join(from), &place)).map_err(Trouble::Writing)?;
        self.files.push(Worth { path: to.to_owned(), bytes, sha256 });
        Ok(true)
    }

    /// The paths of the files that were written.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|file| file.path.as_str())
    }

    /// Ends it with the manifest, of which it gives the fingerprint.
    pub(super) fn end(mut self, mut manifest: Manifest) -> Result<Fingerprint, Trouble> {
        self.files.sort_by(|one, other| one.path.cmp(&other.path));
        manifest.files = std::mem::take(&mut self.files);
        let mut text = serde_json::to_vec_pretty(&manifest).map_err(crate::Error::from)?;
        text.push(b'\n');
        let part = self.file(MANIFEST)?;
        let Part { mut to, .. } = part;
        let written = to.write_all(&text).and_then(|()| to.flush()).and_then(|()| to.get_ref().sync_all());
        written.map_err(Trouble::Writing)?;
        self.ended = true;
        Ok(Fingerprint::of(&text))
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        if self.ended {
            return;
        }
        // It was empty: all that is there was written here.
        let entries = std::fs::read_dir(&self.root).into_iter().flatten().flatten();
        for entry in entries {
            let path = entry.path();
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let removed =
                if is_folder { std::fs::remove_dir_all(&path) } else { std::fs::remove_file(&path) };
            if let Err(error) = removed {
                tracing::warn!(%error, "a part of an archive that did not come to its end stays");
            }
        }
        if self.made {
            let _ = std::fs::remove_dir(&self.root);
        }
    }
}

#[cfg(unix)]
fn private(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;

    std::fs::DirBuilder::new().mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn private(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir(folder)
}

/// A file being written.
#[derive(Debug)]
pub struct Part {
    path: String,
    to: BufWriter<File>,
    digest: Sha256,
    bytes: u64,
}

impl Part {
    /// Writes what comes next.
    ///
    /// # Errors
    /// `Writing`.
    pub fn write(&mut self, piece: &[u8]) -> Result<(), Trouble> {
        self.digest.update(piece);
        self.bytes += piece.len() as u64;
        self.to.write_all(piece).map_err(Trouble::Writing)
    }
}
