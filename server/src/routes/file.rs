//! Giving out a file that somebody deposited: never as a page of ours, whole or in part.

use std::ops::Range;

use app::paths::segment;
use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use backend::{files::FileStore, library::FileView};
use domain::library::Media;
use tower_http::compression::predicate::Predicate;

use crate::assets::is_known;

/// Marks an answer that is sent as it is: most files are compressed already, and their length is to be known.
#[derive(Clone, Copy, Debug)]
pub struct AsItIs;

/// Compresses what is not marked [`AsItIs`].
#[derive(Clone, Copy, Debug)]
pub struct UnlessAsItIs;

impl Predicate for UnlessAsItIs {
    fn should_compress<B: axum::body::HttpBody>(&self, response: &Response<B>) -> bool {
        response.extensions().get::<AsItIs>().is_none()
    }
}

/// What is in a file must never run as if it were ours.
pub(super) const SANDBOX: HeaderValue = HeaderValue::from_static(
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
);

/// The file, or the part of it that is asked for; `aside` to be saved rather than shown.
///
/// # Errors
/// The store cannot be read.
pub async fn give(
    store: &FileStore,
    file: &FileView,
    asked: &HeaderMap,
    aside: bool,
) -> backend::Result<Response> {
    let tag = format!("\"{}\"", file.fingerprint);
    let mut headers = HeaderMap::new();
    let mut set = |name, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    };
    set(header::ETAG, &tag);
    set(header::CACHE_CONTROL, "private, no-cache");
    set(header::ACCEPT_RANGES, "bytes");
    let shown = Media::of(&file.media_type).is_safe_to_show();
    set(header::CONTENT_TYPE, if shown { shown_as(&file.media_type) } else { "application/octet-stream" });
    set(header::CONTENT_DISPOSITION, &disposition(&file.name, shown && !aside));
    headers.insert(header::CONTENT_SECURITY_POLICY, SANDBOX);
    if is_known(asked, &tag) {
        return Ok((StatusCode::NOT_MODIFIED, headers, axum::Extension(AsItIs)).into_response());
    }
    let (status, range) = match range(asked, &tag, file.bytes) {
        Part::Whole => (StatusCode::OK, 0..file.bytes),
        Part::Range(range) => {
            let said = format!("bytes {}-{}/{}", range.start, range.end - 1, file.bytes);
            headers.insert(header::CONTENT_RANGE, HeaderValue::from_str(&said).unwrap_or(SANDBOX));
            (StatusCode::PARTIAL_CONTENT, range)
        }
        Part::Outside => {
            let said = format!("bytes */{}", file.bytes);
            return Ok((StatusCode::RANGE_NOT_SATISFIABLE, [(header::CONTENT_RANGE, said)]).into_response());
        }
    };
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(range.end - range.start));
    let content = store.read(&file.fingerprint, range).await?;
    let mut response = (status, headers, Body::from_stream(content)).into_response();
    response.extensions_mut().insert(AsItIs);
    Ok(response)
}

/// Something made here, to be saved under that name.
pub fn aside(name: &str, media_type: &'static str, content: Body) -> Response {
    let mut response = content.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    headers.insert(header::CONTENT_SECURITY_POLICY, SANDBOX);
    if let Ok(value) = HeaderValue::from_str(&disposition(name, false)) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response.extensions_mut().insert(AsItIs);
    response
}

/// Texts of any kind are shown as plain text.
fn shown_as(media_type: &str) -> &str {
    match Media::of(media_type) {
        Media::Text | Media::Markdown | Media::Csv => "text/plain; charset=utf-8",
        _ => media_type,
    }
}

/// The name, for browsers old and new; nothing of it ends the header early.
pub(super) fn disposition(name: &str, shown: bool) -> String {
    let how = if shown { "inline" } else { "attachment" };
    let plain = |c: char| if c.is_ascii_alphanumeric() || " ._-()".contains(c) { c } else { '_' };
    let ascii: String = name.chars().map(plain).collect();
    format!("{how}; filename=\"{ascii}\"; filename*=UTF-8''{}", segment(name))
}

#[derive(Debug, PartialEq, Eq)]
enum Part {
    Whole,
    Range(Range<u64>),
    Outside,
}

/// One range only: several at once, or one that cannot be read, get the whole file.
fn range(asked: &HeaderMap, tag: &str, length: u64) -> Part {
    let text = |name| asked.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let Some(bytes) = text(header::RANGE).and_then(|value| value.strip_prefix("bytes=")) else {
        return Part::Whole;
    };
    if text(header::IF_RANGE).is_some_and(|of| of != tag) {
        return Part::Whole;
    }
    let Some((first, last)) = bytes.split_once('-') else { return Part::Whole };
    let range = match (first.trim().parse::<u64>(), last.trim().parse::<u64>()) {
        (Ok(first), Ok(last)) if first <= last => first..last.saturating_add(1).min(length),
        (Ok(first), Err(_)) if last.trim().is_empty() => first..length,
        (Err(_), Ok(count)) if first.trim().is_empty() => length.saturating_sub(count)..length,
        _ => return Part::Whole,
    };
    if range.start >= length || range.is_empty() { Part::Outside } else { Part::Range(range) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(range: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(header::RANGE, HeaderValue::from_static(range))])
    }

    #[test]
    fn parts_are_read_as_browsers_ask_for_them() {
        let part = |text| range(&asked(text), "\"a\"", 100);
        assert_eq!(part("bytes=0-9"), Part::Range(0..10));
        assert_eq!(part("bytes=90-"), Part::Range(90..100));
        assert_eq!(part("bytes=-5"), Part::Range(95..100));
        assert_eq!(part("bytes=50-1000"), Part::Range(50..100));
        assert_eq!(part("bytes=100-"), Part::Outside);
        for whole in ["bytes=0-1,5-9", "pages=1-2", "bytes=x-", "bytes=9-2"] {
            assert_eq!(part(whole), Part::Whole, "{whole}");
        }
        let mut changed = asked("bytes=0-9");
        changed.insert(header::IF_RANGE, HeaderValue::from_static("\"b\""));
        assert_eq!(range(&changed, "\"a\"", 100), Part::Whole);
    }

    #[test]
    fn a_name_never_ends_its_header() {
        let said = disposition("avis \"2026\"\r\nx: été.pdf", false);
        assert_eq!(
            said,
            "attachment; filename=\"avis _2026___x_ _t_.pdf\"; \
             filename*=UTF-8''avis%20%222026%22%0D%0Ax%3A%20%C3%A9t%C3%A9.pdf"
        );
    }
}
