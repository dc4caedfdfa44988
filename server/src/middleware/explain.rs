//! Plain words for failures that happen before or around any page: too large a post, a post from another site, a
//! panic, a method that nothing answers.

use app::{error::AppError, request::Failure};
use axum::{
    extract::{Request, State},
    http::{StatusCode, header},
    middleware::Next,
    response::Response,
};
use backend::Cx;
use domain::{Refusal, refusal::Forbidden};

use crate::{routes::action, web::Pages};

/// Replaces a bare failure by the page that says what happened and what to do.
pub async fn explain(State(pages): State<Pages>, request: Request, next: Next) -> Response {
    let wants_page = request
        .headers()
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"));
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
