//! What every request of a program goes through: which types it accepts, by which token it comes, what is not done said
//! in words, an entity tag on what is read.

use app::{error::AppError, words::Words};
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use backend::{Backend, Cx};
use domain::{
    Actor, Refusal,
    api::{Scope, Scopes},
    ids::ApiTokenId,
};

use super::{
    fault::{Fault, PROBLEM},
    once,
};
use crate::{
    assets::is_known,
    middleware::identify::{asked_language, client_address},
    routes::action::LIMIT,
};

/// What the API needs.
#[derive(Clone)]
pub struct Api {
    /// The backend.
    pub backend: Backend,
    /// How many proxies in front are trusted.
    pub trusted_proxies: usize,
}

/// Who asks, and what their token is for.
#[derive(Clone)]
pub struct Caller {
    /// For the use cases.
    pub cx: Cx,
    /// By which token.
    pub token: ApiTokenId,
    scopes: Scopes,
}

impl Caller {
    /// The context, for what a token of this scope does.
    pub fn within(&self, scope: Scope) -> Result<&Cx, Fault> {
        if self.scopes.contain(scope) { Ok(&self.cx) } else { Err(Fault::Scope(scope)) }
    }

    /// Whether the token is for that.
    pub fn has(&self, scope: Scope) -> bool {
        self.scopes.contain(scope)
    }

    /// Its scopes.
    pub fn scopes(&self) -> &Scopes {
        &self.scopes
    }

    /// A failure of a use case, as it is told.
    pub fn fault(&self, error: backend::Error) -> Fault {
        Fault::Refused(AppError::of(&self.cx, error))
    }
}

/// Which version of a thing is given: its entity tag tells it, and a change says it back.
#[derive(Clone, Copy, Debug)]
pub struct Versioned(pub i32);

/// Every request but for the description.
pub async fn around(State(api): State<Api>, mut request: Request, next: Next) -> Response {
    let (mut cx, words) = met(&api, &request);
    cx.comes_from(&client_address(&request, api.trusted_proxies));
    if let Err(fault) = acceptable(&request) {
        return finished(fault.spoken(&words));
    }
    let caller = match caller(cx, request.headers()).await {
        Ok(caller) => caller,
        Err(fault) => return finished(fault.spoken(&words)),
    };
    let words = Words::new(asked_language(request.headers()).unwrap_or(caller.cx.language), None);
    request.extensions_mut().insert(caller.clone());
    let asked = request.headers().clone();
    let read = request.method() == Method::GET;
    let response = if once::is_asked(&request) {
        match once::done(&caller, &words, request, next).await {
            Ok(response) => response,
            Err(fault) => fault.spoken(&words),
        }
    } else {
        said(next.run(request).await, &words)
    };
    finished(if read { tagged(response, &asked).await } else { response })
}

/// The description, which needs no token.
pub async fn spoken(State(api): State<Api>, request: Request, next: Next) -> Response {
    let (_, words) = met(&api, &request);
    if let Err(fault) = acceptable(&request) {
        return finished(fault.spoken(&words));
    }
    let asked = request.headers().clone();
    let read = request.method() == Method::GET;
    let response = said(next.run(request).await, &words);
    finished(if read { tagged(response, &asked).await } else { response })
}

fn met(api: &Api, request: &Request) -> (Cx, Words) {
    let language = asked_language(request.headers()).unwrap_or_default();
    (api.backend.cx(Actor::Visitor, language), Words::new(language, None))
}

/// Nothing is at this address.
pub async fn nothing() -> Fault {
    Refusal::NotFound.into()
}

/// Something is, and this is not done to it.
pub async fn not_so() -> Fault {
    Fault::Method
}

/// Refuses what hides in an address, and what accepts nothing that is given here.
fn acceptable(request: &Request) -> Result<(), Fault> {
    let hides =
        |text: &str| percent_encoding::percent_decode_str(text).any(|byte| byte < b' ' || byte == 127);
    if hides(request.uri().path()) {
        return Err(Refusal::NotFound.into());
    }
    if request.uri().query().is_some_and(hides) {
        return Err(Fault::BadQuery);
    }
    let accepted: Vec<&str> =
        request.headers().get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok()).collect();
    let takes = |value: &&str| {
        value.split(',').any(|kind| {
            let mut parts = kind.split(';').map(str::trim);
            let name = parts.next().unwrap_or_default().to_ascii_lowercase();
            let refused = parts.any(|part| matches!(part, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"));
            !refused && ["*/*", "application/*", "application/json", PROBLEM].contains(&name.as_str())
        })
    };
    // A file is of its own type, whatever is accepted.
    let is_file = request.uri().path().ends_with("/file");
    if accepted.is_empty() || is_file || accepted.iter().any(takes) {
        Ok(())
    } else {
        Err(Fault::NotAcceptable)
    }
}

/// Who asks, by the token that comes with the request.
async fn caller(mut cx: Cx, headers: &HeaderMap) -> Result<Caller, Fault> {
    let given = headers.get(header::AUTHORIZATION).ok_or(Fault::NoToken)?;
    let token = given.to_str().ok().and_then(|value| {
        let (scheme, token) = value.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
    });
    let token = token.ok_or(Fault::BadToken)?;
    let asking = match backend::api::asking(&cx, token).await {
        Ok(asking) => asking.ok_or(Fault::BadToken)?,
        Err(error) => return Err(Fault::Refused(AppError::of(&cx, error))),
    };
    cx.actor = asking.actor;
    if asked_language(headers).is_none() {
        cx.language = asking.language.unwrap_or(cx.language);
    }
    cx.comes_by(asking.token);
    Ok(Caller { cx, token: asking.token, scopes: asking.scopes })
}

/// What failed, in words. What failed before it was ours to say is a fault of its status.
pub fn said(response: Response, words: &Words) -> Response {
    if let Some(fault) = response.extensions().get::<Fault>() {
        return fault.spoken(words);
    }
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let fault = match status {
        StatusCode::METHOD_NOT_ALLOWED => Fault::Method,
        StatusCode::PAYLOAD_TOO_LARGE => Refusal::TooLarge { limit: LIMIT as u64 }.into(),
        StatusCode::RANGE_NOT_SATISFIABLE => return response,
        status if status.is_client_error() => Refusal::NotFound.into(),
        _ => Fault::Refused(AppError::Unexpected { reference: String::new() }),
    };
    fault.spoken(words)
}

/// What every answer carries.
fn finished(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-cache"));
    headers.insert(header::VARY, HeaderValue::from_static("authorization, accept-language"));
    response
}

/// Tags what is read, and gives nothing again that is known already.
async fn tagged(response: Response, asked: &HeaderMap) -> Response {
    let is_json = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"));
    if response.status() != StatusCode::OK || !is_json {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let hash = backend::files::Fingerprint::of(&bytes).to_string();
    let short = hash.get(..16).unwrap_or_default();
    let (tag, shown) = match parts.extensions.get::<Versioned>() {
        Some(Versioned(version)) => (format!("\"{version}-{short}\""), format!("\"{version}-{short}\"")),
        None => (format!("\"{short}\""), format!("W/\"{short}\"")),
    };
    if let Ok(shown) = HeaderValue::from_str(&shown) {
        parts.headers.insert(header::ETAG, shown);
    }
    let known = is_known(asked, &tag);
    let body = if known { Bytes::new() } else { bytes };
    if known {
        parts.status = StatusCode::NOT_MODIFIED;
        parts.headers.remove(header::CONTENT_TYPE);
        parts.headers.remove(header::CONTENT_LENGTH);
    }
    Response::from_parts(parts, Body::from(body))
}
