//! Optimistic version numbers.

use serde::{Deserialize, Serialize};

/// The version of something people edit; every change adds one.
///
/// A form carries the version it was filled from, so that a save on an older one can be noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "sea-orm", derive(sea_orm::DeriveValueType))]
#[serde(transparent)]
pub struct Version(pub i32);

impl Version {
    /// The version of what was just created.
    pub const FIRST: Version = Version(1);

    /// The version after one more change.
    #[must_use]
    pub fn next(self) -> Version {
        Version(self.0 + 1)
    }
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for Version {
    type Err = std::num::ParseIntError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.trim().parse().map(Version)
    }
}
