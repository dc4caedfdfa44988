//! To come: home.
