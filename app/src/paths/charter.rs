//! The addresses of the framing texts.

use domain::{
    charter::ArticleNumber,
    ids::{FramingVersionId, UserId},
};

use super::{NEW_POLL, segment};

/// The framing texts in force.
pub const CHARTER: &str = "/charte";
/// Adding a framing text.
pub const NEW_FRAMING: &str = "/charte/ajouter";

/// A framing text.
pub fn framing(slug: &str) -> String {
    format!("{CHARTER}/{}", segment(slug))
}

/// The same, as it was in force on a day.
pub fn framing_on(slug: &str, day: impl std::fmt::Display) -> String {
    format!("{}?au={day}", framing(slug))
}

/// What is said of a framing text.
pub fn framing_settings(slug: &str) -> String {
    format!("{}/reglages", framing(slug))
}

/// Its versions.
pub fn framing_versions(slug: &str) -> String {
    format!("{}/versions", framing(slug))
}

/// A version of it.
pub fn framing_version(slug: &str, number: i32) -> String {
    format!("{}/{number}", framing_versions(slug))
}

/// Writing a version of it.
pub fn framing_edit(slug: &str, number: i32) -> String {
    format!("{}/modifier", framing_version(slug, number))
}

/// Two versions of it, compared.
pub fn framing_compare(slug: &str, from: i32, to: i32) -> String {
    format!("{}/comparer?de={from}&a={to}", framing(slug))
}

/// What became of an article, version after version.
pub fn framing_article(slug: &str, number: ArticleNumber) -> String {
    format!("{}/articles/{}", framing(slug), number.segment())
}

/// An article of the version in force.
pub fn framing_anchor(slug: &str, number: ArticleNumber) -> String {
    format!("{}#{}", framing(slug), number.anchor())
}

/// Putting a version to the vote.
pub fn new_poll_on(version: FramingVersionId) -> String {
    format!("{NEW_POLL}?charte={version}")
}

/// Signing the version in force.
pub fn framing_sign(slug: &str) -> String {
    format!("{}/signer", framing(slug))
}

/// Who signed it.
pub fn framing_signatures(slug: &str) -> String {
    format!("{}/signatures", framing(slug))
}

/// The scan of a signature given on paper.
pub fn framing_scan(slug: &str, number: i32, of: UserId) -> String {
    format!("{}/signatures/{of}/scan", framing_version(slug, number))
}

/// Where the scan of a signature is sent.
pub const SIGNATURE_ON_PAPER: &str = "/api/charter/paper";

/// The exact text of an adopted version.
pub fn framing_source(slug: &str, number: i32) -> String {
    format!("{}/texte.md", framing_version(slug, number))
}
