//! Many parts in one file: a tar, compressed with zstd, then checked, then encrypted with a passphrase on request.
//!
//! Each layer is a standard, so that a file can be opened without us: `tar --zstd -xf`, after `age --decrypt` if need be.
//! What ends the compressed stream is a frame that zstd skips: the SHA-256 of all that stands before. A file that is cut
//! short or of which one byte changed is recognised, even where that byte says nothing.
//!
//! Written and read in one go, without ever holding a part in memory. Not here: what the parts mean.

mod read;
mod seal;
mod write;

#[cfg(test)]
mod tests;

pub use read::{Part, Reader};
pub use write::{PREFIX, Writer};

/// Why a file cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// Nothing of ours.
    #[error("this file is not a backup of Préau")]
    NotOurs,
    /// It is encrypted, and no passphrase was given.
    #[error("this backup is encrypted: its passphrase is needed")]
    PassphraseNeeded,
    /// The passphrase is another.
    #[error("this passphrase does not open the backup")]
    WrongPassphrase,
    /// Its end is missing.
    #[error("this backup is cut short: its end is missing")]
    Cut,
    /// It is not what was written.
    #[error("this backup was altered since it was made")]
    Altered,
    /// The disk.
    #[error("this backup cannot be read: {0}")]
    Unreadable(std::io::Error),
}
