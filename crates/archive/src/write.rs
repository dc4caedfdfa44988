//! Writing an archive: under a name of its own until it is whole and on the disk.

use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use age::{secrecy::SecretString, stream::StreamWriter};
use tempfile::{NamedTempFile, TempPath};
use zstd::Encoder;

use crate::seal::Sealing;

/// How much a passphrase costs to try: a second and 128 mebibytes.
const WORK: u8 = 17;
/// The level of compression that costs least for what it gains.
const LEVEL: i32 = 3;
/// A tar is made of blocks.
const BLOCK: usize = 512;

enum Out {
    Plain(BufWriter<File>),
    Encrypted(Box<StreamWriter<BufWriter<File>>>),
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Out::Plain(out) => out.write(bytes),
            Out::Encrypted(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Out::Plain(out) => out.flush(),
            Out::Encrypted(out) => out.flush(),
        }
    }
}

/// An archive being written. Dropped before its end, it leaves nothing.
pub struct Writer {
    out: Encoder<'static, Sealing<Out>>,
    aside: TempPath,
    to: PathBuf,
    at: u64,
    /// Bytes that the present part still lacks.
    lacks: u64,
    /// Bytes that then fill its last block.
    fill: usize,
}

impl Writer {
    /// Begins one that will be at `to`, where nothing may be; only its owner reads it. `at` is noted as the moment of its
    /// parts, in seconds.
    ///
    /// # Errors
    /// The folder cannot be written; something is there.
    pub fn create(to: &Path, passphrase: Option<&str>, at: u64) -> io::Result<Writer> {
        Writer::with_work(to, passphrase, at, WORK)
    }

    pub(crate) fn with_work(to: &Path, passphrase: Option<&str>, at: u64, work: u8) -> io::Result<Writer> {
        if to.symlink_metadata().is_ok() {
            return Err(io::Error::from(io::ErrorKind::AlreadyExists));
        }
        let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        // Made for its owner only (0600).
        let aside = tempfile::Builder::new().prefix(PREFIX).tempfile_in(folder)?;
        let (file, aside) = NamedTempFile::into_parts(aside);
        let file = BufWriter::with_capacity(256 << 10, file);
        let out = match passphrase {
            None => Out::Plain(file),
            Some(passphrase) => {
                let mut recipient = age::scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
                recipient.set_work_factor(work);
                let recipients = std::iter::once(&recipient as &dyn age::Recipient);
                let encryptor = age::Encryptor::with_recipients(recipients).map_err(io::Error::other)?;
                Out::Encrypted(Box::new(encryptor.wrap_output(file)?))
            }
        };
        let mut out = Encoder::new(Sealing::new(out), LEVEL)?;
        out.include_checksum(true)?;
        Ok(Writer { out, aside, to: to.to_owned(), at, lacks: 0, fill: 0 })
    }

    /// Begins a part of so many bytes.
    ///
    /// # Errors
    /// The disk; the part before is not whole.
    pub fn part(&mut self, name: &str, bytes: u64) -> io::Result<()> {
        self.end_part()?;
        let mut header = tar::Header::new_ustar();
        header.set_path(name)?;
        header.set_size(bytes);
        header.set_mode(0o600);
        header.set_mtime(self.at);
        header.set_cksum();
        self.out.write_all(header.as_bytes())?;
        self.lacks = bytes;
        self.fill = (BLOCK - (bytes % BLOCK as u64) as usize) % BLOCK;
        Ok(())
    }

    /// Some bytes of the present part.
    ///
    /// # Errors
    /// The disk; more than the part was to have.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.lacks = self
            .lacks
            .checked_sub(bytes.len() as u64)
            .ok_or_else(|| io::Error::other("a part is longer than it was said"))?;
        self.out.write_all(bytes)
    }

    /// A part, whole.
    ///
    /// # Errors
    /// The disk.
    pub fn whole(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.part(name, bytes.len() as u64)?;
        self.write(bytes)
    }

    /// Bytes that the present part still lacks.
    pub fn lacks(&self) -> u64 {
        self.lacks
    }

    fn end_part(&mut self) -> io::Result<()> {
        if self.lacks > 0 {
            return Err(io::Error::other("a part is shorter than it was said"));
        }
        self.out.write_all(&[0; BLOCK][..std::mem::take(&mut self.fill)])
    }

    /// Ends it, on the disk and under its name. Gives its bytes.
    ///
    /// # Errors
    /// The disk; something came under its name.
    pub fn finish(mut self) -> io::Result<u64> {
        self.end_part()?;
        self.out.write_all(&[0; 2 * BLOCK])?;
        let out = self.out.finish()?.finish()?;
        let file = match out {
            Out::Plain(file) => file,
            Out::Encrypted(out) => out.finish()?,
        };
        let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        let bytes = file.metadata()?.len();
        self.aside.persist_noclobber(&self.to).map_err(|error| error.error)?;
        let folder = self.to.parent().filter(|folder| !folder.as_os_str().is_empty());
        // Its name too is to last.
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
        Ok(bytes)
    }
}

/// How the name of what is being written begins: what a crash leaves can be told by it.
pub const PREFIX: &str = ".preau-backup-";
