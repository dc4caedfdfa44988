//! Requests that come under a key: done once, answered as often as they come within a day.

use app::words::Words;
use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use backend::{
    api::{Answer, Begun, begin_answer, forget_answer, keep_answer},
    files::Fingerprint,
};
use domain::{Refusal, api::KEY_MAX};

use super::{
    around::{Caller, said},
    fault::Fault,
};
use crate::routes::action::LIMIT;

/// The header that says that two requests are one.
pub const KEY: HeaderName = HeaderName::from_static("idempotency-key");
/// The header of an answer that was given before.
const REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");

/// Whether a request comes under a key. A file does not: it is deposited once by itself.
pub fn is_asked(request: &Request) -> bool {
    let json =
        request.headers().get(header::CONTENT_TYPE).is_none_or(|kind| kind != "application/octet-stream");
    request.method() == Method::POST && json && request.headers().contains_key(KEY)
}

/// Does a request that comes under a key, unless it was done.
pub async fn done(caller: &Caller, words: &Words, request: Request, next: Next) -> Result<Response, Fault> {
    let key = request.headers().get(KEY).and_then(|key| key.to_str().ok()).unwrap_or_default().to_owned();
    if key.is_empty() || key.chars().count() > KEY_MAX {
        return Err(Fault::BadKey);
    }
    let (parts, body) = request.into_parts();
    let too_large = || Fault::from(Refusal::TooLarge { limit: LIMIT as u64 });
    let body = to_bytes(body, LIMIT).await.map_err(|_| too_large())?;
    let mut asked = format!("{} {}\n", parts.method, parts.uri).into_bytes();
    asked.extend_from_slice(&body);
    let fingerprint = Fingerprint::of(&asked).to_string();
    let mut caller = caller.clone();
    match begin_answer(&mut caller.cx, caller.token, &key, &fingerprint).await {
        Ok(Begun::New) => {}
        Ok(Begun::Answered(answer)) => return Ok(again(answer)),
        Ok(Begun::Running) => return Err(Fault::KeyRunning),
        Ok(Begun::Unanswered) => return Err(Fault::KeyUnanswered),
        Ok(Begun::Other) => return Err(Fault::KeyTaken),
        Err(error) => return Err(caller.fault(error)),
    }
    let mut request = Request::from_parts(parts, Body::from(body));
    // In this context it is done once.
    request.extensions_mut().insert(caller.clone());
    let words = words.clone();
    // To its end, even if who asked does not wait for it.
    let work = tokio::spawn(async move {
        let response = said(next.run(request).await, &words);
        kept(&caller, response).await
    });
    Ok(work.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response()))
}

/// Keeps an answer. What failed through no fault of who asked is not one.
async fn kept(caller: &Caller, response: Response) -> Response {
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, LIMIT).await.unwrap_or_default();
    let noted = if parts.status.is_server_error() {
        forget_answer(&caller.cx).await
    } else {
        let kept = [header::CONTENT_TYPE, header::LOCATION, header::ETAG, header::CONTENT_LANGUAGE];
        let headers: Vec<(&str, &str)> = kept
            .iter()
            .filter_map(|name| Some((name.as_str(), parts.headers.get(name)?.to_str().ok()?)))
            .collect();
        let answer = Answer {
            status: parts.status.as_u16(),
            headers: serde_json::to_string(&headers).unwrap_or_default(),
            body: String::from_utf8_lossy(&body).into_owned(),
        };
        keep_answer(&caller.cx, &answer).await
    };
    if let Err(error) = noted {
        tracing::error!(%error, "the answer to a request under a key cannot be kept");
    }
    Response::from_parts(parts, Body::from(body))
}

/// An answer that was given before.
fn again(answer: Answer) -> Response {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, answer.body).into_response();
    let headers: Vec<(String, String)> = serde_json::from_str(&answer.headers).unwrap_or_default();
    for (name, value) in headers {
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), HeaderValue::from_str(&value)) {
            response.headers_mut().insert(name, value);
        }
    }
    response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
    response
}
