//! To come: groups.
