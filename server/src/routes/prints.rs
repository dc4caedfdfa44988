//! Documents of texts, for those who read them: given out, or a page that asks again until they are made.

use std::sync::Arc;

use app::{paths, printing::proof::proof, request::Site};
use axum::{
    Extension,
    extract::{Path, Request, State},
    http::{HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use backend::{
    Cx, council,
    printing::{self, Asked, PrintView},
};
use domain::{Version, contributions::frozen_text, ids::ContributionId, printing::PrintFormat};

use super::{
    file,
    publications::{failed, which},
};
use crate::web::AppState;

/// Seconds before the page that waits asks again.
const AGAIN: &str = "1";

/// Who asks for which kind of document.
pub(super) struct Desk {
    pub state: AppState,
    pub cx: Cx,
    pub site: Arc<Site>,
    pub format: PrintFormat,
}

/// `/publications/{number}.pdf` and the like, `/publications/{number}/versions/{edition}.pdf`.
pub(super) async fn publication(
    desk: &Desk,
    number: &str,
    edition: Option<&str>,
    request: Request,
) -> Response {
    let Some((number, edition)) = which(number, edition) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let text = printing::edition(&desk.cx, number, edition).await;
    let page = edition
        .map_or_else(|| paths::publication(number), |edition| paths::publication_edition(number, edition));
    given(desk, text, &page, request).await
}

/// `/contributions/{id}/versions/{version}.pdf` and the like; `.md` is the text as it is written.
pub async fn version(
    State(state): State<AppState>,
    Extension(cx): Extension<Cx>,
    Extension(site): Extension<Arc<Site>>,
    Path((id, name)): Path<(String, String)>,
    request: Request,
) -> Response {
    let not_found = || StatusCode::NOT_FOUND.into_response();
    let (number, format) = match name.strip_suffix(".md") {
        Some(number) => (number, None),
        None => match PrintFormat::of_name(&name) {
            Some((number, format)) => (number, Some(format)),
            None => return not_found(),
        },
    };
    let version = number.parse().ok().filter(|version: &i32| version.to_string() == number);
    let (Ok(id), Some(version)) = (id.parse::<ContributionId>(), version) else { return not_found() };
    let text = match printing::version(&cx, id, Version(version)).await {
        Ok(text) => text,
        Err(error) => return failed(&cx, error),
    };
    // What was adopted has an address of its own.
    if let Some(adopted) = &text.adoption {
        let ending = format.map_or("md", PrintFormat::code);
        return Redirect::to(&paths::publication_print(adopted.number, None, ending)).into_response();
    }
    let Some(format) = format else { return source(&text) };
    given(&Desk { state, cx, site, format }, Ok(text), &paths::contribution(id), request).await
}

/// A draft as it is written.
fn source(text: &PrintView) -> Response {
    let name = format!("attachment; filename=\"{}-version-{}.md\"", text.id, text.version);
    let headers = [
        (header::CONTENT_TYPE, "text/markdown; charset=utf-8"),
        (header::CACHE_CONTROL, "private, no-cache"),
        (header::CONTENT_DISPOSITION, &name),
    ];
    (headers, frozen_text(&text.typed_title, &text.summary, &text.body)).into_response()
}

async fn given(desk: &Desk, text: backend::Result<PrintView>, page: &str, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    match answered(desk, text, page, parts).await {
        Ok(response) => response,
        Err(error) => failed(&desk.cx, error),
    }
}

async fn answered(
    desk: &Desk,
    text: backend::Result<PrintView>,
    page: &str,
    parts: Parts,
) -> backend::Result<Response> {
    let Desk { state, cx, site, format } = desk;
    let text = text?;
    let Some(council) = council::current(cx).await? else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let said = serde_json::to_string(&proof(&text, &council, &site.base_url))?;
    let failed = match printing::ask(cx, &text, *format, &said).await? {
        Asked::Made(made) => {
            let mut response = file::give(state.backend.files(), &made, &parts.headers, true).await?;
            response
                .headers_mut()
                .insert(header::CONTENT_TYPE, HeaderValue::from_static(format.media_type()));
            return Ok(response);
        }
        Asked::Waiting => false,
        Asked::Failed => true,
    };
    Ok(instead(state, parts, page, failed).await)
}

/// What is read in place of a document: it is being made, and is asked for again, or it cannot be made.
pub(super) async fn instead(state: &AppState, parts: Parts, page: &str, failed: bool) -> Response {
    let mut response = state.pages.show(parts, &paths::printing(page, failed)).await;
    if response.status().is_success() {
        *response.status_mut() = if failed { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::ACCEPTED };
    }
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if !failed {
        headers.insert(header::RETRY_AFTER, HeaderValue::from_static(AGAIN));
        // Without script, and without a word in the page.
        headers.insert(header::REFRESH, HeaderValue::from_static(AGAIN));
    }
    response
}
