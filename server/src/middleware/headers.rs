//! The headers that every answer carries.

use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

const ALWAYS: [(HeaderName, HeaderValue); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
];

/// Whether the site is reached over https only.
#[derive(Clone, Copy, Debug)]
pub struct Https(pub bool);

/// Adds them, without replacing what a page has set for itself.
pub async fn headers(State(https): State<Https>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.entry(name).or_insert(value);
    }
    // A page sets its own; anything else may load nothing.
    headers
        .entry(header::CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'; base-uri 'none'"));
    if https.0 {
        headers
            .entry(header::STRICT_TRANSPORT_SECURITY)
            .or_insert(HeaderValue::from_static("max-age=31536000; includeSubDomains"));
    }
    response
}

#[cfg(test)]
mod tests {
    use axum::{Router, body::Body, middleware::from_fn_with_state, routing::get};
    use tower::ServiceExt;

    use super::*;

    async fn transport(https: bool) -> Option<String> {
        let site =
            Router::new().route("/", get(async || "là")).layer(from_fn_with_state(Https(https), headers));
        let request = Request::get("/").body(Body::empty()).expect("a request");
        let answer = site.oneshot(request).await.expect("infallible");
        assert_eq!(answer.headers()[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        let said = answer.headers().get(header::STRICT_TRANSPORT_SECURITY)?;
        Some(said.to_str().expect("text").to_owned())
    }

    #[tokio::test]
    async fn browsers_come_back_over_https_for_a_year_once_a_site_has_it() {
        assert_eq!(transport(true).await.as_deref(), Some("max-age=31536000; includeSubDomains"));
        assert_eq!(transport(false).await, None, "they could not come back otherwise");
    }
}
