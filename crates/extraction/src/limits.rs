//! How much is read of a file.

use std::time::Duration;

/// The limits of one reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file that is read.
    pub file: u64,
    /// Bytes of text that are kept.
    pub text: usize,
    /// Bytes that all the parts of an archive, or one stream of a PDF, may unpack to.
    pub unpacked: u64,
    /// How many times its size a part of an archive may unpack to, once it is large.
    pub ratio: u64,
    /// Parts of an archive that are looked at.
    pub parts: usize,
    /// Pages, slides or sheets that are read.
    pub pages: usize,
    /// Rows of tables that are kept.
    pub rows: usize,
    /// How long pages are read one after the other.
    pub time: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            file: 200 << 20,
            text: 8 << 20,
            unpacked: 256 << 20,
            ratio: 200,
            parts: 10_000,
            pages: 3_000,
            rows: 50_000,
            time: Duration::from_secs(30),
        }
    }
}
