//! Archives: which document one is, and its parts, as long as they unpack to what is accepted.

use std::{
    collections::{HashMap, HashSet},
    fs::File,
    io::{self, BufReader, Read},
};

use zip::{ZipArchive, result::ZipError};

use crate::{
    Limits,
    gather::{Failure, Gather, Pages},
    office, opendocument, sheets,
    xml::{self, Node},
};

/// An archive whose parts are counted as they are unpacked.
pub(crate) struct Parts {
    archive: ZipArchive<BufReader<File>>,
    names: HashSet<String>,
    left: u64,
    ratio: u64,
}

/// A part from which no ratio is too much.
const SMALL: u64 = 4 << 20;

impl Parts {
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    pub fn has(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// Reads a part, an element after the other. Whether there is one of this name.
    pub fn walk(&mut self, name: &str, visit: impl FnMut(Node<'_>) -> bool) -> Result<bool, Failure> {
        if !self.has(name) {
            return Ok(false);
        }
        let part = self.archive.by_name(name).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Failure::Encrypted,
            _ => Failure::Damaged,
        })?;
        // What a part says of its size is not believed.
        let most = (part.compressed_size().saturating_mul(self.ratio)).max(SMALL).min(self.left);
        let mut counted = Counted { part, left: most };
        let walked = xml::walk(BufReader::with_capacity(32 << 10, &mut counted), visit);
        self.left -= most - counted.left;
        walked.map(|()| true)
    }

    /// The targets of the references of a part, from the root of the archive; addresses elsewhere as they are.
    pub fn targets(&mut self, part: &str) -> Result<HashMap<String, String>, Failure> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let mut targets = HashMap::new();
        self.walk(&format!("{folder}/_rels/{name}.rels"), |node| {
            if let Node::Open(b"Relationship", attributes) = node
                && let (Some(id), Some(target)) = (attributes.get("Id"), attributes.get("Target"))
            {
                let far = attributes.get("TargetMode").is_some_and(|mode| mode == "External");
                targets.insert(id, if far { target } else { resolved(folder, &target) });
            }
            true
        })?;
        Ok(targets)
    }

    /// A whole part, if it is there and no larger than `most`.
    pub fn whole(&mut self, name: &str, most: u64) -> Option<Vec<u8>> {
        let part = self.archive.by_name(name).ok()?;
        let most = most.min(self.left);
        let mut content = Vec::new();
        part.take(most + 1).read_to_end(&mut content).ok()?;
        let read = content.len() as u64;
        self.left -= read.min(self.left);
        (read <= most).then_some(content)
    }

    /// The small text of a part.
    pub fn line(&mut self, name: &str) -> String {
        let mut text = String::new();
        if let Ok(part) = self.archive.by_name(name) {
            // A part that cannot be read has no text.
            let _ = part.take(1_024).read_to_string(&mut text);
        }
        text
    }
}

/// A path from a folder, with its steps upwards taken.
fn resolved(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            ".." => {
                steps.pop();
            }
            "" | "." => {}
            step => steps.push(step),
        }
    }
    steps.join("/")
}

struct Counted<R> {
    part: R,
    left: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.part.read(buffer)?;
        self.left = self.left.checked_sub(read as u64).ok_or_else(|| {
            self.left = 0;
            io::Error::from(io::ErrorKind::FileTooLarge)
        })?;
        Ok(read)
    }
}

/// An archive, nothing of which is unpacked yet.
pub(crate) fn open(file: File, limits: &Limits) -> Result<Parts, Failure> {
    let archive = ZipArchive::new(BufReader::new(file)).map_err(|_| Failure::Damaged)?;
    if archive.len() > limits.parts {
        return Err(Failure::TooLarge);
    }
    let names: HashSet<String> = archive.file_names().flatten().map(|name| name.into_owned()).collect();
    Ok(Parts { archive, names, left: limits.unpacked, ratio: limits.ratio })
}

/// Reads a document that is an archive.
pub(crate) fn read(file: File, gather: &mut Gather<'_>) -> Result<Pages, Failure> {
    let mut parts = open(file, gather.limits)?;
    if parts.has("word/document.xml") {
        office::document(&mut parts, gather)
    } else if parts.has("xl/workbook.xml") {
        sheets::read(&mut parts, gather)
    } else if parts.has("ppt/presentation.xml") {
        office::presentation(&mut parts, gather)
    } else if parts.has("content.xml") && parts.line("mimetype").contains("opendocument") {
        opendocument::read(&mut parts, gather)
    } else if parts.has("[Content_Types].xml") || parts.has("mimetype") {
        // An office document without its heart.
        Err(Failure::Damaged)
    } else {
        Err(Failure::Unsupported)
    }
}
