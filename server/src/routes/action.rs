//! Posts to server functions, with and without script.
//!
//! With script the answer is the function's own. Without, a success leads on, and a refusal shows the page of the
//! form again, with what was typed and what is wrong, under the right status: nothing typed is lost, nothing goes
//! through an address.

use std::sync::Arc;

use app::{
    error::AppError,
    paths,
    request::{Failure, Refused, pairs},
};
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderName, HeaderValue, StatusCode, Uri, header, request::Parts, response},
    response::{IntoResponse, Response},
};
use backend::Cx;
use domain::{Refusal, refusal::Transition};
use server_fn::{error::SERVER_FN_ERROR_HEADER, redirect::REDIRECT_HEADER};

use crate::web::Pages;

/// The largest form accepted, in bytes: a text of the largest size with every letter encoded.
pub const LIMIT: usize = 2_500_000;

/// Somebody asks for the address of a server function, kept by their browser after a refusal: back to the form.
pub async fn back(posted_to: Uri) -> Response {
    see_other(&page_of(&posted_to).unwrap_or_else(home))
}

/// Runs a server function.
pub async fn action(State(pages): State<Pages>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, LIMIT).await else { return StatusCode::PAYLOAD_TOO_LARGE.into_response() };
    if let Some(why) = stale(&parts) {
        let error = AppError::Refused(Refusal::Transition(why));
        return match without_script(&parts) {
            true => show_again(&pages, parts, pairs(&body), error).await,
            false => told(&error),
        };
    }
    if !without_script(&parts) {
        return with_right_status(run(parts, body).await).await;
    }
    let values = pairs(&body);
    let (proof, values): (Vec<_>, Vec<_>) = match parts.uri.path() {
        PROVE => (Vec::new(), values),
        // A form that asks again who one is was posted whole: the proof is looked at first, then it is taken up.
        _ => values.into_iter().partition(|(name, _)| name == PROOF),
    };
    let body = if proof.is_empty() { body } else { encoded(&values) };
    if !proof.is_empty()
        && let Err(error) = prove(&parts, &proof).await
    {
        return prove_first(&pages, parts, values, error).await;
    }
    let response = run(parts.clone(), body).await;
    if response.headers().contains_key(REDIRECT_HEADER) {
        return redirect(response);
    }
    if !response.headers().contains_key(SERVER_FN_ERROR_HEADER) {
        return go_on(response, &page_of(&parts.uri).unwrap_or_else(home));
    }
    let (_, error) = error_of(response).await;
    if error == AppError::Refused(Refusal::SignInRequired) {
        let page = page_of(&parts.uri).unwrap_or_else(home);
        return see_other(&paths::sign_in_then(&page));
    }
    if error == AppError::Refused(Refusal::ProofRequired) {
        return prove_first(&pages, parts, values, error).await;
    }
    show_again(&pages, parts, values, error).await
}

/// What may be asked for from any page, on behalf of whomever it was opened.
const FROM_ANY: [&str; 2] = ["/api/behalf/stop", "/api/accounts/sign-out"];

/// Why a form changes nothing: it was filled in on behalf of somebody else than is acted for now. Said before anything is
/// looked at, since what it is about may not be there for whoever asks now.
fn stale(parts: &Parts) -> Option<Transition> {
    let cx = parts.extensions.get::<Cx>()?;
    cx.stale().filter(|_| !FROM_ANY.contains(&parts.uri.path()))
}

/// A refusal, for islands.
pub fn told(error: &AppError) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let body = serde_json::to_vec(error).unwrap_or_default();
    (status, [(header::CONTENT_TYPE, "application/json"), (NAMED, "refused")], body).into_response()
}

/// What tells an island that the function refused.
const NAMED: HeaderName = HeaderName::from_static(SERVER_FN_ERROR_HEADER);

/// The server function by which somebody proves again who they are, and its field.
const PROVE: &str = "/api/accounts/prove";
const PROOF: &str = "proof_password";

/// Whether what was given proves who the person is. The session remembers it.
async fn prove(parts: &Parts, proof: &[(String, String)]) -> Result<(), AppError> {
    let mut parts = parts.clone();
    parts.uri = Uri::from_static(PROVE);
    let response = run(parts, encoded(proof)).await;
    if !response.headers().contains_key(SERVER_FN_ERROR_HEADER) {
        return Ok(());
    }
    Err(error_of(response).await.1)
}

/// Asks who somebody is, and holds what they posted meanwhile.
async fn prove_first(
    pages: &Pages,
    mut parts: Parts,
    values: Vec<(String, String)>,
    error: AppError,
) -> Response {
    let page = page_of(&parts.uri).unwrap_or_else(home);
    if error == AppError::Refused(Refusal::SignInRequired) {
        return see_other(&paths::sign_in_then(&page));
    }
    let action = parts.uri.path().to_owned();
    parts.extensions.insert(Refused { action, values, error, said: Arc::default() });
    pages.show(parts, &paths::prove_then(&page)).await
}

/// Pairs as a form posts them.
fn encoded(values: &[(String, String)]) -> Bytes {
    let pairs =
        values.iter().map(|(name, value)| format!("{}={}", paths::segment(name), paths::segment(value)));
    pairs.collect::<Vec<_>>().join("&").into()
}

/// A form posted by the browser itself, not by an island.
fn without_script(parts: &Parts) -> bool {
    parts.headers.get(header::ACCEPT).and_then(|v| v.to_str().ok()).is_some_and(|v| v.contains("text/html"))
}

async fn run(mut parts: Parts, body: Bytes) -> Response {
    // Otherwise Leptos answers by leading back to the page before, with the error in its address.
    parts.headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    let request = Request::from_parts(parts, Body::from(body));
    leptos_axum::handle_server_fns_with_context(|| {}, request).await.into_response()
}

fn redirect(mut response: Response) -> Response {
    *response.status_mut() = StatusCode::SEE_OTHER;
    *response.body_mut() = Body::empty();
    response.headers_mut().remove(REDIRECT_HEADER);
    response.headers_mut().remove(header::CONTENT_TYPE);
    response
}

/// A success that leads nowhere in particular: back to the page of the form.
fn go_on(response: Response, page: &str) -> Response {
    let mut response = redirect(response);
    if let Ok(location) = HeaderValue::from_str(page) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

/// The page that a form says it stands on, in the address it is posted to.
fn page_of(posted_to: &Uri) -> Option<String> {
    let query = pairs(posted_to.query()?.as_bytes());
    let page = query.into_iter().find(|(name, _)| name == "page")?.1;
    Some(paths::local(&page).to_owned())
}

fn home() -> String {
    paths::HOME.to_owned()
}

pub(super) fn see_other(path: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, path)]).into_response()
}

async fn show_again(
    pages: &Pages,
    mut parts: Parts,
    values: Vec<(String, String)>,
    error: AppError,
) -> Response {
    // Not one of our forms: there is no page to show again.
    let Some(page) = page_of(&parts.uri) else {
        parts.extensions.insert(Failure(error));
        return pages.show(parts, paths::HOME).await;
    };
    let action = parts.uri.path().to_owned();
    parts.extensions.insert(Refused { action, values, error, said: Arc::default() });
    pages.show(parts, &page).await
}

async fn error_of(response: Response) -> (response::Parts, AppError) {
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, LIMIT).await.unwrap_or_default();
    let error = serde_json::from_slice(&bytes).unwrap_or(AppError::Unexpected { reference: String::new() });
    (parts, error)
}

/// For islands: the function's own answer, with the status that its refusal deserves.
async fn with_right_status(response: Response) -> Response {
    if !response.headers().contains_key(SERVER_FN_ERROR_HEADER) {
        return response;
    }
    let (mut parts, error) = error_of(response).await;
    parts.status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    Response::from_parts(parts, Body::from(serde_json::to_vec(&error).unwrap_or_default()))
}
