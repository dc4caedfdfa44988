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

/// Where a version is written together, over a WebSocket.
pub fn framing_live(slug: &str, number: i32) -> String {
    format!("{}/direct", framing_version(slug, number))
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

/// The name of the booklet of a version, and of the sheets that it is folded of.
pub const BOOKLET: &str = "livret.pdf";
/// See [`BOOKLET`].
pub const FOLDED_BOOKLET: &str = "livret-a-plier.pdf";

/// A document of a version, by its name: `texte.pdf` and the like, [`BOOKLET`], [`FOLDED_BOOKLET`].
pub fn framing_document(slug: &str, number: i32, name: &str) -> String {
    format!("{}/{name}", framing_version(slug, number))
}

/// The amendments to a version.
pub fn amendments(slug: &str, number: i32) -> String {
    format!("{}/amendements", framing_version(slug, number))
}

/// Those to one article.
pub fn amendments_to(slug: &str, number: i32, article: ArticleNumber) -> String {
    format!("{}?article={}", amendments(slug, number), article.segment())
}

/// One amendment.
pub fn amendment(slug: &str, number: i32, amendment: i32) -> String {
    format!("{}/{amendment}", amendments(slug, number))
}

/// Wording one's own amendment again.
pub fn amendment_edit(slug: &str, number: i32, amendment: i32) -> String {
    format!("{}/modifier", self::amendment(slug, number, amendment))
}

/// Proposing an amendment: choosing what it would do.
pub fn propose_amendment(slug: &str, number: i32) -> String {
    format!("{}/proposer", amendments(slug, number))
}

/// Proposing other words for an article.
pub fn amend(slug: &str, number: i32, article: ArticleNumber) -> String {
    format!("{}?article={}", propose_amendment(slug, number), article.segment())
}

/// Proposing to take an article away.
pub fn amend_away(slug: &str, number: i32, article: ArticleNumber) -> String {
    format!("{}?retirer={}", propose_amendment(slug, number), article.segment())
}

/// Proposing an article after another one, or before all.
pub fn amend_after(slug: &str, number: i32, article: Option<ArticleNumber>) -> String {
    let after = article.map(ArticleNumber::segment).unwrap_or_default();
    format!("{}?apres={after}", propose_amendment(slug, number))
}

/// Proposing a sub-amendment.
pub fn sub_amend(slug: &str, number: i32, amendment: i32) -> String {
    format!("{}?amendement={amendment}", propose_amendment(slug, number))
}

/// The examination of the amendments to a version.
pub fn amendment_session(slug: &str, number: i32) -> String {
    format!("{}/examen", framing_version(slug, number))
}

/// The same, at one amendment.
pub fn amendment_in_session(slug: &str, number: i32, amendment: i32) -> String {
    format!("{}?amendement={amendment}", amendment_session(slug, number))
}

/// The same, at the one that waits after another that was just examined.
pub fn amendment_after(slug: &str, number: i32, amendment: i32) -> String {
    format!("{}?apres={amendment}", amendment_session(slug, number))
}
