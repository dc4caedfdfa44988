//! On a few sample files, so that nothing has to be built first.

use axum::http::{HeaderName, Method, Request};
use tower::ServiceExt;

use super::*;

#[derive(RustEmbed)]
#[folder = "src/assets/sample"]
struct Sample;

#[derive(RustEmbed)]
#[folder = "src/assets/sample/assets"]
struct WithoutManifest;

const STYLE: &str = "/assets/main.0123456789.css";

async fn ask(method: Method, path: &str, headers: &[(HeaderName, &str)]) -> Response {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(name, *value);
    }
    let request = request.body(Body::empty()).expect("a request");
    routes_of::<Sample, ()>().oneshot(request).await.expect("an answer")
}

async fn get_with(path: &str, headers: &[(HeaderName, &str)]) -> Response {
    ask(Method::GET, path, headers).await
}

async fn text(response: Response) -> String {
    let bytes = axum::body::to_bytes(response.into_body(), 1 << 20).await.expect("a body");
    String::from_utf8(bytes.to_vec()).expect("text")
}

fn header_of<'a>(response: &'a Response, name: &HeaderName) -> &'a str {
    response.headers().get(name).map_or("", |value| value.to_str().expect("text"))
}

#[tokio::test]
async fn a_file_is_kept_for_ever_and_never_guessed_at() {
    let response = get_with(STYLE, &[]).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(header_of(&response, &header::CONTENT_TYPE), "text/css; charset=utf-8");
    assert_eq!(header_of(&response, &header::CACHE_CONTROL), "public, max-age=31536000, immutable");
    assert_eq!(header_of(&response, &header::VARY), "accept-encoding");
    assert_eq!(header_of(&response, &header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    assert_eq!(header_of(&response, &header::CONTENT_ENCODING), "");
    assert_eq!(text(response).await, "plain\n");
}

#[tokio::test]
async fn the_browser_gets_the_form_it_prefers() {
    for (accepted, expected) in [
        ("", "plain\n"),
        ("gzip", "gzip\n"),
        ("gzip, deflate, br, zstd", "brotli\n"),
        ("br;q=0.5, gzip;q=0.9", "gzip\n"),
        ("br;q=0, gzip;q=0.001", "gzip\n"),
        ("BR;Q=1.0", "brotli\n"),
        ("*", "brotli\n"),
        ("*;q=0", "plain\n"),
        ("gzip;q=0.5, identity", "plain\n"),
        ("br;q=oops", "plain\n"),
        ("zstd", "plain\n"),
    ] {
        let response = get_with(STYLE, &[(header::ACCEPT_ENCODING, accepted)]).await;
        assert_eq!(text(response).await, expected, "for `{accepted}`");
    }
}

#[tokio::test]
async fn a_file_without_compressed_form_is_sent_as_it_is() {
    let response = get_with("/assets/mark.0123456789.svg", &[(header::ACCEPT_ENCODING, "br, gzip")]).await;
    assert_eq!(header_of(&response, &header::CONTENT_TYPE), "image/svg+xml");
    assert_eq!(header_of(&response, &header::CONTENT_ENCODING), "");
}

#[tokio::test]
async fn what_the_browser_already_has_is_not_sent_again() {
    let plain = get_with(STYLE, &[]).await;
    let brotli = get_with(STYLE, &[(header::ACCEPT_ENCODING, "br")]).await;
    let tag = header_of(&plain, &header::ETAG);
    assert_ne!(tag, header_of(&brotli, &header::ETAG));

    let known = format!("\"other\", W/{tag}");
    let again = get_with(STYLE, &[(header::IF_NONE_MATCH, &known)]).await;
    assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
    assert_eq!(header_of(&again, &header::ETAG), tag);
    assert_eq!(text(again).await, "");
}

#[tokio::test]
async fn head_tells_the_length_and_sends_nothing() {
    let response = ask(Method::HEAD, STYLE, &[]).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(header_of(&response, &header::CONTENT_LENGTH), "6");
    assert_eq!(text(response).await, "");
}

#[tokio::test]
async fn only_published_names_are_found() {
    for path in [
        "/assets/absent.css",
        "/assets/",
        "/assets/../manifest.json",
        "/assets/..%2Fmanifest.json",
        "/assets/%2e%2e/manifest.json",
        "/assets//etc/passwd",
        "/assets/main.0123456789.css.br",
        "/assets/main.0123456789.css%00",
        "/assets/.hidden",
    ] {
        assert_eq!(get_with(path, &[]).await.status(), StatusCode::NOT_FOUND, "for {path}");
    }
    assert_eq!(ask(Method::POST, STYLE, &[]).await.status(), StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn unprompted_questions_have_an_answer() {
    let icon = get_with("/favicon.ico", &[]).await;
    assert_eq!(header_of(&icon, &header::CONTENT_TYPE), "image/svg+xml");
    assert_eq!(header_of(&icon, &header::CACHE_CONTROL), "public, max-age=86400");
    assert!(text(get_with("/robots.txt", &[]).await).await.starts_with("User-agent: *\n"));
}

#[test]
fn the_manifest_names_what_pages_need() {
    let manifest = Manifest::of::<Sample>().expect("the sample manifest");
    assert_eq!(path(&manifest.style), STYLE);
    assert_eq!(manifest.islands, "app.0123456789");
    assert_eq!(manifest.scripts["theme.js"], "theme.0123456789.js");
}

#[test]
fn a_missing_manifest_says_what_to_run() {
    let error = Manifest::of::<WithoutManifest>().expect_err("nothing prepared");
    assert!(error.to_string().contains("make assets"), "{error}");
}
