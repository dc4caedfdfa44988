//! What ends a compressed stream: a frame that zstd skips, with the SHA-256 of all that stands before it.

use std::io::{self, Read, Write};

use sha2::{Digest, Sha256};

/// A frame to skip, of 32 bytes.
const FRAME: [u8; 8] = [0x50, 0x2A, 0x4D, 0x18, 32, 0, 0, 0];
/// The bytes of the whole frame.
pub(crate) const LENGTH: usize = FRAME.len() + 32;

/// Whether these bytes are such an end.
pub(crate) fn is_end(bytes: &[u8]) -> bool {
    bytes.len() == LENGTH && bytes.starts_with(&FRAME)
}

/// Writes on, and remembers what the bytes are worth.
pub(crate) struct Sealing<W> {
    inner: W,
    digest: Sha256,
}

impl<W: Write> Sealing<W> {
    pub fn new(inner: W) -> Sealing<W> {
        Sealing { inner, digest: Sha256::new() }
    }

    /// Writes the end.
    pub fn finish(mut self) -> io::Result<W> {
        self.inner.write_all(&FRAME)?;
        self.inner.write_all(&self.digest.finalize())?;
        Ok(self.inner)
    }
}

impl<W: Write> Write for Sealing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.digest.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// Reads all but the end, which it holds back.
pub(crate) struct Sealed<R> {
    inner: R,
    held: Vec<u8>,
    start: usize,
    ended: bool,
    digest: Sha256,
}

impl<R: Read> Sealed<R> {
    pub fn new(inner: R) -> Sealed<R> {
        Sealed { inner, held: Vec::new(), start: 0, ended: false, digest: Sha256::new() }
    }

    /// Whether the end, once all was read, is that of what was read.
    pub fn holds(self) -> bool {
        let end = &self.held[self.start..];
        self.ended && is_end(end) && end[FRAME.len()..] == self.digest.finalize()[..]
    }

    fn ready(&self) -> usize {
        (self.held.len() - self.start).saturating_sub(LENGTH)
    }

    fn fill(&mut self) -> io::Result<()> {
        self.held.drain(..self.start);
        self.start = 0;
        let there = self.held.len();
        self.held.resize(there + (64 << 10), 0);
        let read = self.inner.read(&mut self.held[there..]);
        self.held.truncate(there + read.as_ref().copied().unwrap_or_default());
        self.ended = read? == 0;
        Ok(())
    }
}

impl<R: Read> Read for Sealed<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        while self.ready() == 0 && !self.ended {
            self.fill()?;
        }
        let given = self.ready().min(bytes.len());
        let piece = &self.held[self.start..self.start + given];
        bytes[..given].copy_from_slice(piece);
        self.digest.update(piece);
        self.start += given;
        Ok(given)
    }
}
