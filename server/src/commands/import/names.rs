//! The names of the files of an import, for whoever writes them.

pub use super::{
    charter::FOLDER as CHARTER, contributions::FOLDER as CONTRIBUTIONS, council::FILE as COUNCIL,
    glossary::FILE as GLOSSARY, groups::FILE as GROUPS, library::FOLDER as LIBRARY, members::FILE as MEMBERS,
    methods::FOLDER as METHODS, tutorials::FOLDER as TUTORIALS, tutorials::PATHS as TUTORIAL_PATHS,
};

/// The table that tells the files of the libraries.
pub const LIBRARY_TABLE: &str = super::library::FILES[0];
