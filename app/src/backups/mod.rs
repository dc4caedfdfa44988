//! The backups of the installation, as those who look after it see them.

#[cfg(feature = "ssr")]
pub mod pages;
