//! From a page's function to the answer: fetch, then view, with the right status.
//!
//! Reads never use `<Suspense>`: with it a query runs several times. A page is awaited whole, then written.

use std::{future::Future, sync::Arc};

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use http::request::Parts;
use leptos::{nonce::use_nonce, prelude::*};
use leptos_axum::ResponseOptions;
use leptos_router::params::ParamsMap;

use super::{document::Document, error_page};
use crate::{
    error::AppError,
    paths,
    request::{Refused, Request, Site},
};

/// When to come again, once nothing can be kept or read.
pub const AWAY_SECONDS: u32 = 30;

/// What a page's function gives.
pub type PageResult = backend::Result<Document>;

/// The view of a route: runs `fetch` and answers with its document, or with the page of its failure.
pub fn page<Fut>(fetch: fn(Request) -> Fut) -> impl IntoView
where
    Fut: Future<Output = PageResult> + Send + 'static,
{
    let mut parts = expect_context::<Parts>();
    let response = expect_context::<ResponseOptions>();
    // A page that opens a session sets a cookie.
    parts.extensions.insert(response.clone());
    let nonce = use_nonce();
    // Icons ask for the address of their sprite while the page is being made.
    if let Some(site) = parts.extensions.get::<Arc<Site>>() {
        provide_context(site.clone());
    }
    // A page that no route matched has no parameters.
    let params: Vec<(String, String)> = use_context::<ArcMemo<ParamsMap>>()
        .map(|map| map.get_untracked().into_iter().map(|(name, value)| (name.into_owned(), value)).collect())
        .unwrap_or_default();
    Suspend::new(async move {
        let cx = parts.extensions.get::<backend::Cx>().cloned();
        let (site, refused) =
            (parts.extensions.get::<Arc<Site>>().cloned(), parts.extensions.get::<Refused>().cloned());
        let document = match Request::new(parts, params).await {
            Ok(rq) => answer(rq, fetch, &response).await,
            Err(error) => {
                let error = match &cx {
                    Some(cx) => AppError::of(cx, error),
                    None => AppError::Unexpected { reference: String::new() },
                };
                set_status(&response, &error);
                set_header(&response, header::CONTENT_SECURITY_POLICY, &error_page::plain_policy());
                Err(error)
            }
        };
        match document {
            Ok((rq, document)) => document.into_html(&rq, nonce, &response).into_any(),
            // Without a database there is no council to name: the plainest page.
            Err(error) => {
                let language = cx.map(|cx| cx.language).unwrap_or_default();
                error_page::bare(&site.unwrap_or_default(), language, &error, refused.as_ref()).into_any()
            }
        }
    })
}

async fn answer<Fut>(
    rq: Request,
    fetch: fn(Request) -> Fut,
    response: &ResponseOptions,
) -> Result<(Request, Document), AppError>
where
    Fut: Future<Output = PageResult>,
{
    if let Some(failure) = rq.failure().cloned() {
        set_status(response, &failure);
        let document = error_page::document(&rq, &failure);
        return Ok((rq, document));
    }
    // Before there is a council, everything leads to the first-run page.
    if rq.council.is_none() && !rq.path().starts_with(paths::INSTALLATION) {
        go(response, StatusCode::SEE_OTHER, paths::INSTALLATION);
        let document = Document::blank();
        return Ok((rq, document));
    }
    let error = match fetch(rq.clone()).await {
        Ok(document) => {
            let document = document.helped_by(crate::tutorials::help(&rq).await);
            if let Some(refused) = rq.refused() {
                set_status(response, &refused.error);
            }
            if let Some(status) = document.status().and_then(|status| StatusCode::from_u16(status).ok()) {
                response.set_status(status);
            }
            if let Some(path) = document.redirection() {
                go(response, StatusCode::SEE_OTHER, path);
            }
            return Ok((rq, document));
        }
        // A refused form whose page is not there any more: the refusal is what the person must read.
        Err(error) => match rq.refused() {
            Some(refused) => refused.error.clone(),
            None => AppError::of(&rq.cx, error),
        },
    };
    // Who was signed out while they wrote is first given back what they wrote.
    let wrote = rq.refused().is_some_and(|refused| !refused.texts().is_empty());
    if error == AppError::Refused(domain::Refusal::SignInRequired) && !wrote {
        go(response, StatusCode::SEE_OTHER, &paths::sign_in_then(rq.path()));
        return Ok((rq, Document::blank()));
    }
    if error == AppError::Refused(domain::Refusal::ProofRequired) && rq.refused().is_none() {
        go(response, StatusCode::SEE_OTHER, &paths::prove_then(rq.path()));
        return Ok((rq, Document::blank()));
    }
    set_status(response, &error);
    let document = error_page::document(&rq, &error);
    Ok((rq, document))
}

fn set_status(response: &ResponseOptions, error: &AppError) {
    response.set_status(StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR));
    if let AppError::Refused(domain::Refusal::TooMany { retry_after_seconds }) = error {
        response.insert_header(header::RETRY_AFTER, HeaderValue::from(*retry_after_seconds));
    }
    if let AppError::Refused(domain::Refusal::Storage(_)) = error {
        response.insert_header(header::RETRY_AFTER, HeaderValue::from(AWAY_SECONDS));
    }
}

fn go(response: &ResponseOptions, status: StatusCode, path: &str) {
    if let Ok(location) = HeaderValue::from_str(path) {
        response.set_status(status);
        response.insert_header(header::LOCATION, location);
    }
}

/// Sets a header of the answer, replacing the one that was there.
pub(crate) fn set_header(response: &ResponseOptions, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.insert_header(name, value);
    }
}
