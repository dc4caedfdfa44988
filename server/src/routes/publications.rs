//! The frozen texts, byte for byte, and the feed.

use std::sync::Arc;

use app::{error::AppError, request::Site, words::Words};
use axum::{
    Extension,
    extract::{Path, Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use backend::{Cx, council, publications};
use domain::contributions::PublicationNumber;

use crate::web::Pages;

/// `/publications/{number}.md`: the exact bytes, whose SHA-256 is the fingerprint. Anything else is a page.
pub async fn source(
    State(pages): State<Pages>,
    Extension(cx): Extension<Cx>,
    Path(name): Path<String>,
    request: Request,
) -> Response {
    match name.strip_suffix(".md") {
        Some(number) => bytes(&cx, number, None).await,
        None => page(&pages, request).await,
    }
}

/// `/publications/{number}/versions/{edition}.md`: the same, of one edition.
pub async fn edition_source(
    State(pages): State<Pages>,
    Extension(cx): Extension<Cx>,
    Path((number, name)): Path<(String, String)>,
    request: Request,
) -> Response {
    match name.strip_suffix(".md") {
        Some(edition) => bytes(&cx, &number, Some(edition)).await,
        None => page(&pages, request).await,
    }
}

async fn page(pages: &Pages, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let path = parts.uri.to_string();
    pages.show(parts, &path).await
}

async fn bytes(cx: &Cx, number: &str, edition: Option<&str>) -> Response {
    let not_found = || StatusCode::NOT_FOUND.into_response();
    let Ok(number) = number.parse::<PublicationNumber>() else { return not_found() };
    // `01` would be a second address for the same bytes.
    let edition = match edition.map(|edition| (edition, edition.parse::<u32>())) {
        None => None,
        Some((typed, Ok(edition))) if edition.to_string() == typed => Some(edition),
        Some(_) => return not_found(),
    };
    match publications::frozen_bytes(cx, number, edition).await {
        Ok(bytes) => {
            let name = edition.map(|edition| format!("{number}-version-{edition}"));
            let file = format!("inline; filename=\"{}.md\"", name.unwrap_or(number.to_string()));
            let headers = [
                (header::CONTENT_TYPE, "text/markdown; charset=utf-8"),
                (header::CONTENT_DISPOSITION, &file),
            ];
            (headers, bytes).into_response()
        }
        Err(error) => failed(cx, error),
    }
}

/// `/publications.atom`
pub async fn feed(Extension(cx): Extension<Cx>, Extension(site): Extension<Arc<Site>>) -> Response {
    match make(&cx, &site).await {
        Ok(Some(feed)) => {
            ([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], feed).into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => failed(&cx, error),
    }
}

async fn make(cx: &Cx, site: &Site) -> backend::Result<Option<String>> {
    let Some(council) = council::current(cx).await? else { return Ok(None) };
    let publications = publications::feed(cx).await?;
    let words = Words::new(cx.language, Some(council.clone()));
    Ok(Some(app::publications::feed::feed(&words, &council, &site.base_url, &publications, cx.now)))
}

/// Without a page: the plain words around it are the business of the layer that explains failures.
fn failed(cx: &Cx, error: backend::Error) -> Response {
    let status = AppError::of(cx, error).status();
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response()
}
