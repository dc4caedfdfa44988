//! A document that is a zip of files.

use std::io::{Cursor, Write};

use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use crate::{Failure, pictures::Picture};

/// A zip being written. The same files give the same bytes.
pub struct Package {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Package {
    /// One whose first file says, uncompressed, what it is.
    pub fn said_to_be(media_type: &str) -> Result<Package, Failure> {
        let mut package = Package::new();
        package.write("mimetype", media_type.as_bytes(), CompressionMethod::Stored)?;
        Ok(package)
    }

    pub fn new() -> Package {
        Package { zip: ZipWriter::new(Cursor::new(Vec::new())) }
    }

    pub fn add(&mut self, name: &str, content: &str) -> Result<(), Failure> {
        self.write(name, content.as_bytes(), CompressionMethod::Deflated)
    }

    /// Images in a folder, which cannot be made any shorter.
    pub fn add_pictures(&mut self, folder: &str, pictures: &[Picture<'_>]) -> Result<(), Failure> {
        for picture in pictures {
            self.write(&format!("{folder}/{}", picture.file()), picture.bytes, CompressionMethod::Stored)?;
        }
        Ok(())
    }

    pub fn finish(self) -> Result<Vec<u8>, Failure> {
        Ok(self.zip.finish().map_err(failed)?.into_inner())
    }

    fn write(&mut self, name: &str, content: &[u8], method: CompressionMethod) -> Result<(), Failure> {
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        self.zip.start_file(name, options).map_err(failed)?;
        self.zip.write_all(content).map_err(failed)
    }
}

fn failed(error: impl std::fmt::Display) -> Failure {
    Failure(error.to_string())
}
