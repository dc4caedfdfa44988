//! Backups made by themselves: what may be wrong with one, and which are kept.

mod keep;

use chrono::TimeDelta;

use crate::columns::coded_enum;

pub use keep::Keep;

/// After so long without a good backup, the next is late: one was to be made each night.
pub const LATE: TimeDelta = TimeDelta::hours(36);

coded_enum! {
    /// What became of a backup.
    pub enum BackupState {
        /// It is being made, or was when the program stopped.
        Making = "making",
        /// It was made, then restored for a test: all is there.
        Sound = "sound",
        /// It could not be made, or is not what it should be.
        Failed = "failed",
    }
}

coded_enum! {
    /// What is wrong with a backup.
    pub enum BackupTrouble {
        /// The folder of the backups cannot be written, or is full.
        Folder = "folder",
        /// The database cannot be read.
        Database = "database",
        /// The files cannot be read.
        Files = "files",
        /// Files that the documents name are not there any more, or were altered.
        Missing = "missing",
        /// It was made, and cannot be restored.
        Test = "test",
        /// The program stopped while it was being made.
        Stopped = "stopped",
        /// The last good one is too old.
        Late = "late",
    }
}
