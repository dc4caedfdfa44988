//! The address of a file: what its bytes are worth.

use object_store::path::Path as Key;
use sha2::{Digest, Sha256};

/// The SHA-256 of some bytes, in lower-case hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// Of these bytes.
    pub fn of(bytes: &[u8]) -> Fingerprint {
        Fingerprint::finished(Sha256::new_with_prefix(bytes))
    }

    pub(crate) fn finished(digest: Sha256) -> Fingerprint {
        Fingerprint(digest.finalize().iter().map(|b| format!("{b:02x}")).collect())
    }

    /// One read back from the database.
    pub(crate) fn stored(hex: &str) -> Fingerprint {
        Fingerprint(hex.to_owned())
    }

    /// Sixty-four hexadecimal digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    // Two levels of folders, so that none holds too many files.
    pub(super) fn key(&self) -> Key {
        let (first, rest) = self.0.split_at(2.min(self.0.len()));
        Key::from(format!("{first}/{rest}"))
    }
}

impl std::fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
