//! Tokens for programs: making and revoking them, and the page that explains the API.

pub mod actions;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod said;

/// Something that programs can ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// The method, in capitals.
    pub method: String,
    /// The address, with the names that it leaves open.
    pub path: String,
    /// What it is called, the same in keys of sentences.
    pub operation: String,
    /// What a token must be for; nothing in particular if there is none.
    pub scope: Option<domain::api::Scope>,
}
