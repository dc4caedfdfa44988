//! To come: contributions.
