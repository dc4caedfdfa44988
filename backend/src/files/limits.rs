//! How much is accepted.

/// One megabyte, as people and disks count them.
const MEGABYTE: u64 = 1_000_000;

/// What a store accepts, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// For one file.
    pub file: u64,
    /// For the documents of one library, with all their versions.
    pub library: u64,
    /// For all that is kept.
    pub all: u64,
    /// What must stay free on the disk, where files are in a folder.
    pub free: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits::megabytes(100, 5_000, 50_000)
    }
}

impl Limits {
    /// These limits, in megabytes.
    pub fn megabytes(file: u64, library: u64, all: u64) -> Limits {
        let bytes = |megabytes: u64| megabytes.saturating_mul(MEGABYTE);
        Limits { file: bytes(file), library: bytes(library), all: bytes(all), free: 0 }
    }

    /// The same, and so many megabytes of the disk stay free.
    #[must_use]
    pub fn leaving_free(self, megabytes: u64) -> Limits {
        Limits { free: megabytes.saturating_mul(MEGABYTE), ..self }
    }
}

/// Whole megabytes of so many bytes.
pub(crate) fn in_megabytes(bytes: u64) -> u32 {
    u32::try_from(bytes / MEGABYTE).unwrap_or(u32::MAX)
}
