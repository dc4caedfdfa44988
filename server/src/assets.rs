//! What browsers keep: style sheet, icons, fonts, islands, as `tools/assets.mjs` prepared them.
//!
//! Their names tell their content, so a browser asks for each of them once. They are inside the
//! program when it is built for release, and read from `target/site` otherwise. Not here: what
//! members upload, which has rights.

use std::{borrow::Cow, collections::BTreeMap};

use anyhow::{Context, Result};
use axum::{
    Router,
    body::Body,
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use bytes::Bytes;
use rust_embed::{EmbeddedFile, RustEmbed};
use serde::Deserialize;

#[cfg(test)]
mod tests;

/// Where the files are served.
pub const FOLDER: &str = "/assets";

const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const A_DAY: HeaderValue = HeaderValue::from_static("public, max-age=86400");

/// Pages that only make sense to the person who asked for them stay out of search engines.
const ROBOTS: &str = "\
User-agent: *
Disallow: /administration
Disallow: /connexion
Disallow: /invitation
Disallow: /mot-de-passe
Disallow: /recherche
";

#[derive(RustEmbed)]
#[folder = "../target/site"]
#[allow_missing = true]
struct Site;

/// The names that the files have in this build.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Manifest {
    /// The style sheet.
    #[serde(rename = "main.css")]
    pub style: String,
    /// The sprite: one `<symbol>` for each icon.
    #[serde(rename = "icons.svg")]
    pub icons: String,
    /// The mark of Préau.
    #[serde(rename = "mark.svg")]
    pub mark: String,
    /// The mark in the tab of the browser.
    #[serde(rename = "favicon.svg")]
    pub favicon: String,
    /// The font to preload.
    pub font: String,
    /// What Leptos calls the output name: script and wasm of the islands derive theirs from it.
    pub islands: String,
    /// The scripts, by the name they have in `style/`.
    #[serde(flatten)]
    pub scripts: BTreeMap<String, String>,
}

impl Manifest {
    /// Reads the names; to do once, before serving.
    ///
    /// # Errors
    /// When the files have not been prepared, or by another version of `tools/assets.mjs`.
    pub fn load() -> Result<Self> {
        Self::of::<Site>()
    }

    fn of<Files: RustEmbed>() -> Result<Self> {
        let file = Files::get("manifest.json")
            .context("the style sheet, icons and islands are missing: run `make assets`")?;
        serde_json::from_slice(&file.data)
            .context("the list of assets is not of this version: run `make assets`")
    }
}

/// The path of one of the names in the manifest.
#[must_use]
pub fn path(name: &str) -> String {
    format!("{FOLDER}/{name}")
}

/// The files, and the two that browsers and search engines ask for unprompted.
///
/// They come compressed and with their own caching: merge them outside the layers that compress
/// pages or look for a session.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    routes_of::<Site, S>()
}

fn routes_of<Files: RustEmbed + 'static, S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/assets/{*name}", get(asset::<Files>))
        .route("/favicon.ico", get(favicon::<Files>))
        .route("/robots.txt", get(robots))
}

async fn asset<Files: RustEmbed>(Path(name): Path<String>, headers: HeaderMap) -> Response {
    serve::<Files>(&name, &headers, FOREVER)
}

/// Browsers ask for this name whatever the page says; its content may change from one version to
/// the next.
async fn favicon<Files: RustEmbed>(headers: HeaderMap) -> Response {
    match Manifest::of::<Files>() {
        Ok(manifest) => serve::<Files>(&manifest.favicon, &headers, A_DAY),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn robots() -> impl IntoResponse {
    ([(header::CACHE_CONTROL, A_DAY)], ROBOTS)
}

fn serve<Files: RustEmbed>(name: &str, request: &HeaderMap, caching: HeaderValue) -> Response {
    let Some((coding, file)) = find::<Files>(name, request) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut headers = HeaderMap::new();
    headers.insert(header::CACHE_CONTROL, caching);
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    let tag = entity_tag(&file);
    let unchanged = is_known(request, &tag);
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    if unchanged {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    headers.insert(header::CONTENT_TYPE, content_type(name));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if coding != Coding::Identity {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding.name()));
    }
    let bytes = match file.data {
        Cow::Borrowed(bytes) => Bytes::from_static(bytes),
        Cow::Owned(bytes) => Bytes::from(bytes),
    };
    (headers, Body::from(bytes)).into_response()
}

/// The file in the form that suits the browser best, among those there are.
fn find<Files: RustEmbed>(name: &str, request: &HeaderMap) -> Option<(Coding, EmbeddedFile)> {
    if !is_a_name(name) {
        return None;
    }
    Coding::by_preference(request).find_map(|coding| {
        let file = Files::get(&format!("assets/{name}{}", coding.suffix()))?;
        Some((coding, file))
    })
}

/// No folder, nothing hidden, and the compressed forms only by negotiation.
fn is_a_name(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    name.chars().all(plain)
        && !name.starts_with('.')
        && ![".br", ".gz", ".new"].iter().any(|suffix| name.ends_with(suffix))
}

fn content_type(name: &str) -> HeaderValue {
    HeaderValue::from_static(match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    })
}

/// Of the bytes sent: each compressed form has its own.
fn entity_tag(file: &EmbeddedFile) -> String {
    let digest = file.metadata.sha256_hash();
    let hex: String = digest[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("\"{hex}\"")
}

/// Whether a browser has this already, by `If-None-Match`.
pub(crate) fn is_known(request: &HeaderMap, tag: &str) -> bool {
    let tags = request.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    tags.flat_map(|value| value.split(','))
        .map(|known| known.trim().trim_start_matches("W/"))
        .any(|known| known == tag || known == "*")
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Coding {
    Brotli,
    Gzip,
    Identity,
}

impl Coding {
    const ALL: [Self; 3] = [Self::Brotli, Self::Gzip, Self::Identity];

    const fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
            Self::Identity => "identity",
        }
    }

    const fn suffix(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
            Self::Identity => "",
        }
    }

    /// Best first. The plain form closes the list even when it is refused: better than nothing.
    fn by_preference(request: &HeaderMap) -> impl Iterator<Item = Self> {
        let accepted: Vec<&str> = request
            .get_all(header::ACCEPT_ENCODING)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .collect();
        let mut codings: Vec<(u16, Self)> =
            Self::ALL.into_iter().map(|coding| (coding.quality(&accepted), coding)).collect();
        codings.retain(|&(quality, coding)| quality > 0 || coding == Self::Identity);
        // Stable: at equal quality the smaller form stays first.
        codings.sort_by_key(|&(quality, _)| std::cmp::Reverse(quality));
        codings.into_iter().map(|(_, coding)| coding)
    }

    /// In thousandths, as written in `Accept-Encoding`; 0 is a refusal.
    fn quality(self, accepted: &[&str]) -> u16 {
        let named = |name: &str| {
            accepted.iter().find_map(|item| {
                let mut parts = item.split(';').map(str::trim);
                parts.next()?.eq_ignore_ascii_case(name).then(|| quality(parts))
            })
        };
        named(self.name())
            .or_else(|| named("*"))
            // Unless refused, the plain form is always accepted, after those that are asked for.
            .unwrap_or(u16::from(self == Self::Identity))
    }
}

fn quality<'a>(mut parameters: impl Iterator<Item = &'a str>) -> u16 {
    let value = parameters.find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("q").then_some(value)
    });
    let Some(value) = value else { return 1000 };
    let (whole, decimals) = value.trim().split_once('.').unwrap_or((value.trim(), ""));
    let thousandths = |digits: &str| format!("{digits:0<3}").parse::<u16>().ok();
    match (whole, decimals.get(..3).unwrap_or(decimals)) {
        ("1", _) => 1000,
        ("0", decimals) => thousandths(decimals).unwrap_or(0),
        _ => 0,
    }
}
