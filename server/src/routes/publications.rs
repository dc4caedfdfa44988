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
use domain::{contributions::PublicationNumber, printing::PrintFormat};

use super::prints;
use crate::web::{AppState, Pages};

/// `/publications/{number}.md`: the exact bytes, whose SHA-256 is the fingerprint. `/publications/{number}.pdf` and the
/// like: a document. Anything else is a page.
pub async fn source(
    State(state): State<AppState>,
    Extension(cx): Extension<Cx>,
    Extension(site): Extension<Arc<Site>>,
    Path(name): Path<String>,
    request: Request,
) -> Response {
    if let Some(number) = name.strip_suffix(".md") {
        return bytes(&cx, number, None).await;
    }
    match PrintFormat::of_name(&name) {
        Some((number, format)) => {
            prints::publication(&prints::Desk { state, cx, site, format }, number, None, request).await
        }
        None => page(&state.pages, request).await,
    }
}

/// `/publications/{number}/versions/{edition}.md`: the same, of one edition.
pub async fn edition_source(
    State(state): State<AppState>,
    Extension(cx): Extension<Cx>,
    Extension(site): Extension<Arc<Site>>,
    Path((number, name)): Path<(String, String)>,
    request: Request,
) -> Response {
    if let Some(edition) = name.strip_suffix(".md") {
        return bytes(&cx, &number, Some(edition)).await;
    }
    match PrintFormat::of_name(&name) {
        Some((edition, format)) => {
            let desk = prints::Desk { state, cx, site, format };
            prints::publication(&desk, &number, Some(edition), request).await
        }
        None => page(&state.pages, request).await,
    }
}

async fn page(pages: &Pages, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let path = parts.uri.to_string();
    pages.show(parts, &path).await
}

/// Which publication, which edition of it.
pub(super) fn which(number: &str, edition: Option<&str>) -> Option<(PublicationNumber, Option<u32>)> {
    let number = number.parse::<PublicationNumber>().ok()?;
    // `01` would be a second address for the same bytes.
    match edition.map(|edition| (edition, edition.parse::<u32>())) {
        None => Some((number, None)),
        Some((typed, Ok(edition))) if edition.to_string() == typed => Some((number, Some(edition))),
        Some(_) => None,
    }
}

async fn bytes(cx: &Cx, number: &str, edition: Option<&str>) -> Response {
    let not_found = || StatusCode::NOT_FOUND.into_response();
    let Some((number, edition)) = which(number, edition) else { return not_found() };
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
pub(super) fn failed(cx: &Cx, error: backend::Error) -> Response {
    let status = AppError::of(cx, error).status();
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response()
}
