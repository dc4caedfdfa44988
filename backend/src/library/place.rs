//! A place in a library, as addresses and forms name it.

use std::{convert::Infallible, fmt, str::FromStr};

use domain::ids::{EntryId, GroupId};

const COMMON: &str = "commun";
const GROUP: &str = "groupe-";

/// Somewhere things are put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The top of the common library.
    Common,
    /// The top of the library of the group at this address.
    Group(String),
    /// A folder.
    Folder(EntryId),
    /// Nothing that exists.
    Nowhere,
}

impl FromStr for Place {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Place, Infallible> {
        Ok(match (text.trim(), text.trim().strip_prefix(GROUP)) {
            (COMMON, _) => Place::Common,
            (_, Some(slug)) => Place::Group(slug.to_owned()),
            (id, None) => id.parse().map_or(Place::Nowhere, Place::Folder),
        })
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Common => f.write_str(COMMON),
            Place::Group(slug) => write!(f, "{GROUP}{slug}"),
            Place::Folder(id) => id.fmt(f),
            Place::Nowhere => Ok(()),
        }
    }
}

/// Where lists find what stands in a folder, or at the top of a library.
pub(super) fn shelf(group: Option<GroupId>, folder: Option<EntryId>) -> String {
    match (group, folder) {
        (_, Some(folder)) => folder.to_string(),
        (Some(group), None) => format!("g{group}"),
        (None, None) => "commun".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_as_they_are_written() {
        for place in [Place::Common, Place::Group("eau-et-rivieres".into()), Place::Folder(EntryId(12))] {
            assert_eq!(place.to_string().parse(), Ok(place));
        }
        assert_eq!("ailleurs".parse(), Ok(Place::Nowhere));
    }
}
