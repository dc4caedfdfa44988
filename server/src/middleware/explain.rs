//! Plain words for failures that happen before or around any page: too large a post, a post from another site, a
//! panic, a method that nothing answers.

use std::sync::Arc;

use app::{
    error::AppError,
    request::{Failure, Refused, Site, pairs},
    ui::{error_page, page::AWAY_SECONDS},
};
use axum::{
    body::{Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{Html, IntoResponse, Response},
};
use backend::Cx;
use domain::{Language, Refusal, refusal::Forbidden};
use leptos::prelude::RenderHtml;

use crate::{routes::action, web::Pages};

/// Replaces a bare failure by the page that says what happened and what to do.
pub async fn explain(State(pages): State<Pages>, request: Request, next: Next) -> Response {
    let wants_page = wants_page(request.headers());
    let (parts, body) = request.into_parts();
    let kept = parts.clone();
    let response = next.run(Request::from_parts(parts, body)).await;
    let bare = !response.headers().contains_key(header::CONTENT_TYPE)
        || response
            .headers()
            .get(header::CONTENT_TYPE)
            .is_some_and(|t| t.as_bytes().starts_with(b"text/plain"));
    let failed = response.status().is_client_error() || response.status().is_server_error();
    if !(failed && bare && wants_page) {
        return response;
    }
    let Some(error) = failure(response.status(), kept.extensions.get::<Cx>()) else { return response };
    let mut parts = kept;
    parts.extensions.insert(Failure(error));
    pages.show(parts, "/").await
}

/// The answer when not even who asks can be known: the plainest page, with what was typed in a form; for islands, the
/// refusal.
pub async fn cannot(site: &Site, request: Request, language: Language, error: &AppError) -> Response {
    let (parts, body) = request.into_parts();
    let mut response = if wants_page(&parts.headers) {
        let typed = parts
            .headers
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
        let body = if typed { to_bytes(body, action::LIMIT).await.unwrap_or_default() } else { Bytes::new() };
        let refused = Refused {
            action: parts.uri.path().to_owned(),
            values: pairs(&body),
            error: error.clone(),
            said: Arc::default(),
        };
        let page = error_page::bare(site, language, error, Some(&refused)).to_html();
        let policy = [(header::CONTENT_SECURITY_POLICY, error_page::plain_policy())];
        (policy, Html(page)).into_response()
    } else {
        action::told(error)
    };
    *response.status_mut() =
        StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert(header::RETRY_AFTER, HeaderValue::from(AWAY_SECONDS));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn wants_page(headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    accepted.is_some_and(|accept| accept.contains("text/html"))
}

fn failure(status: StatusCode, cx: Option<&Cx>) -> Option<AppError> {
    Some(match status {
        StatusCode::FORBIDDEN => Refusal::Forbidden(Forbidden::CrossSite).into(),
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Refusal::NotFound.into(),
        StatusCode::PAYLOAD_TOO_LARGE => Refusal::TooLarge { limit: action::LIMIT as u64 }.into(),
        StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY | StatusCode::UNSUPPORTED_MEDIA_TYPE => {
            Refusal::Malformed.into()
        }
        status if status.is_server_error() => {
            AppError::of(cx?, backend::Error::unexpected(format!("a request ended with {status}")))
        }
        _ => return None,
    })
}
