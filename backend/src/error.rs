//! Two ways to fail: refused, which is said to the person, and unexpected, which is said to the log.

mod trouble;

use std::fmt;

use domain::Refusal;

/// What a use case returns when it does not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The person can be told why. Nothing was written.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Something broke. The person gets a reference, the log the details.
    #[error("{0}")]
    Unexpected(Unexpected),
}

/// Shorthand of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// An unexpected failure with its source. Its details are for the log, never for a page.
#[derive(Debug)]
pub struct Unexpected(Box<dyn std::error::Error + Send + Sync>);

impl fmt::Display for Unexpected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)?;
        let mut source = self.0.source();
        while let Some(cause) = source {
            write!(f, ": {cause}")?;
            source = cause.source();
        }
        Ok(())
    }
}

impl Error {
    /// An unexpected failure.
    pub fn unexpected(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
        Error::Unexpected(Unexpected(source.into()))
    }

    /// The refusal, if it is one.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Error::Refused(refusal) => Some(refusal),
            Error::Unexpected(_) => None,
        }
    }
}

macro_rules! unexpected_from {
    ($($source:ty),* $(,)?) => {$(
        impl From<$source> for Error {
            fn from(source: $source) -> Error {
                Error::unexpected(source)
            }
        }
    )*};
}

unexpected_from!(
    serde_json::Error,
    std::io::Error,
    tokio::task::JoinError,
    lettre::error::Error,
    lettre::address::AddressError,
    lettre::transport::smtp::Error,
);

/// `NotFound` for what a keyed query did not find.
pub trait Found<T> {
    /// The row, or the refusal that says nothing more.
    fn found(self) -> Result<T>;
}

impl<T> Found<T> for Option<T> {
    fn found(self) -> Result<T> {
        self.ok_or(Error::Refused(Refusal::NotFound))
    }
}
