//! Reading an archive, from its first part to its last.

use std::{
    fs::File,
    io::{self, BufReader, Read, Seek, SeekFrom},
    path::Path,
};

use age::{DecryptError, secrecy::SecretString};
use zstd::Decoder;

use crate::{
    Trouble,
    seal::{self, Sealed},
};

/// How an encrypted file begins, and a compressed one.
const AGE: &[u8] = b"age-encryption.org/";
const ZSTD: &[u8] = &[0x28, 0xB5, 0x2F, 0xFD];
/// The most that a passphrase may cost to try: two to that.
const WORK_MAX: u8 = 20;

/// An archive to be read.
pub struct Reader {
    inner: Sealed<Box<dyn Read>>,
}

/// A part being read.
pub struct Part<'a> {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: u64,
    content: &'a mut dyn Read,
}

impl Part<'_> {
    /// Reads some of it; 0 at its end.
    ///
    /// # Errors
    /// `Altered`, `Cut`, `Unreadable`.
    pub fn read(&mut self, bytes: &mut [u8]) -> Result<usize, Trouble> {
        self.content.read(bytes).map_err(trouble)
    }

    /// All of it, if it is no longer than that: what is longer was not written by us.
    ///
    /// # Errors
    /// As [`Part::read`].
    pub fn whole(&mut self, most: u64) -> Result<Vec<u8>, Trouble> {
        if self.bytes > most {
            return Err(Trouble::Altered);
        }
        let mut whole = Vec::new();
        self.content.read_to_end(&mut whole).map_err(trouble)?;
        if whole.len() as u64 == self.bytes { Ok(whole) } else { Err(Trouble::Cut) }
    }
}

/// What goes wrong while reading: the disk, or what was written.
fn trouble(error: io::Error) -> Trouble {
    if error.raw_os_error().is_some() { Trouble::Unreadable(error) } else { Trouble::Altered }
}

impl Reader {
    /// Opens one.
    ///
    /// # Errors
    /// `NotOurs`, `PassphraseNeeded`, `WrongPassphrase`, `Cut`, `Altered`, `Unreadable`.
    pub fn open(path: &Path, passphrase: Option<&str>) -> Result<Reader, Trouble> {
        let mut file = File::open(path).map_err(Trouble::Unreadable)?;
        let mut start = Vec::new();
        file.by_ref().take(AGE.len() as u64).read_to_end(&mut start).map_err(Trouble::Unreadable)?;
        file.rewind().map_err(Trouble::Unreadable)?;
        if start == AGE {
            let passphrase = passphrase.ok_or(Trouble::PassphraseNeeded)?;
            return Ok(Reader { inner: Sealed::new(decrypted(file, passphrase)?) });
        }
        if !start.starts_with(ZSTD) {
            return Err(Trouble::NotOurs);
        }
        let mut end = Vec::new();
        let length = file.seek(SeekFrom::End(0)).map_err(Trouble::Unreadable)?;
        file.seek(SeekFrom::Start(length.saturating_sub(seal::LENGTH as u64)))
            .map_err(Trouble::Unreadable)?;
        file.read_to_end(&mut end).map_err(Trouble::Unreadable)?;
        if !seal::is_end(&end) {
            return Err(Trouble::Cut);
        }
        file.rewind().map_err(Trouble::Unreadable)?;
        Ok(Reader { inner: Sealed::new(Box::new(BufReader::with_capacity(256 << 10, file))) })
    }

    /// Reads every part in its order, then makes sure that all is what was written. What `each` was given before may
    /// still prove altered: nothing may be done of it until this has ended well.
    ///
    /// # Errors
    /// A [`Trouble`], or what `each` says.
    pub fn read<E: From<Trouble>>(
        mut self,
        mut each: impl FnMut(Part<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        {
            let decoder = Decoder::new(&mut self.inner).map_err(trouble)?;
            let mut tar = tar::Archive::new(decoder);
            for entry in tar.entries().map_err(trouble)? {
                let mut entry = entry.map_err(trouble)?;
                let name =
                    String::from_utf8(entry.path_bytes().into_owned()).map_err(|_| Trouble::Altered)?;
                let bytes = entry.size();
                each(Part { name, bytes, content: &mut entry })?;
            }
            io::copy(&mut tar.into_inner(), &mut io::sink()).map_err(trouble)?;
        }
        io::copy(&mut self.inner, &mut io::sink()).map_err(trouble)?;
        if self.inner.holds() { Ok(()) } else { Err(Trouble::Altered.into()) }
    }
}

fn decrypted(file: File, passphrase: &str) -> Result<Box<dyn Read>, Trouble> {
    let told = |error| match error {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed | DecryptError::NoMatchingKeys => {
            Trouble::WrongPassphrase
        }
        DecryptError::Io(error) if error.kind() == io::ErrorKind::UnexpectedEof => Trouble::Cut,
        DecryptError::Io(error) => trouble(error),
        _ => Trouble::Altered,
    };
    let decryptor = age::Decryptor::new_buffered(BufReader::with_capacity(256 << 10, file)).map_err(told)?;
    let mut identity = age::scrypt::Identity::new(SecretString::from(passphrase.to_owned()));
    identity.set_max_work_factor(WORK_MAX);
    let read = decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).map_err(told)?;
    Ok(Box::new(read))
}
