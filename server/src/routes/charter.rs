//! Framing texts: the exact words of a version, its documents, the signatures given on paper and their scans.

use std::sync::Arc;

use app::{charter::booklet::proof, error::AppError, paths, request::Site};
use axum::{
    Extension,
    extract::{FromRequest, Multipart, Path, Request, State},
    http::{HeaderMap, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use backend::{Cx, charter, council, library::receive};
use domain::{FieldProblem, Refusal, printing::PrintFormat};

use super::{
    action::see_other,
    file,
    library::{asked, cut, failed, in_query, page_of, refuse},
    prints,
};
use crate::{notary::Written, web::AppState};

/// Characters of a field of the form.
const FIELD: usize = 200;

/// `GET /charte/{slug}/versions/{number}/texte.md`
pub async fn source(Extension(cx): Extension<Cx>, Path((slug, number)): Path<(String, String)>) -> Response {
    let Ok(number) = number.parse() else { return StatusCode::NOT_FOUND.into_response() };
    match charter::source(&cx, &slug, number).await {
        Ok(text) => {
            let headers = [
                (header::CONTENT_TYPE, "text/markdown; charset=utf-8"),
                (header::CACHE_CONTROL, "private, no-cache"),
            ];
            (headers, text).into_response()
        }
        Err(error) => failed(&cx, error),
    }
}

/// `GET /charte/{slug}/versions/{number}/texte.pdf` and the like, `livret.pdf`, `livret-a-plier.pdf`. Anything else is a
/// page.
pub async fn document(
    State(state): State<AppState>,
    Extension(cx): Extension<Cx>,
    Extension(site): Extension<Arc<Site>>,
    Path((slug, number, name)): Path<(String, String, String)>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let (Some((format, media_type)), Ok(number)) = (format(&name), number.parse()) else {
        let path = parts.uri.to_string();
        return state.pages.show(parts, &path).await;
    };
    let name = format!("{slug}-version-{number}-{name}");
    match printed(&state, &cx, &site, (&slug, number), format, parts).await {
        Ok(Given::Document(bytes)) => {
            let disposition = format!("attachment; filename=\"{name}\"");
            let headers = [
                (header::CONTENT_TYPE, media_type),
                (header::CONTENT_DISPOSITION, &disposition),
                (header::CACHE_CONTROL, "private, no-cache"),
            ];
            (headers, [(header::CONTENT_SECURITY_POLICY, file::SANDBOX)], bytes).into_response()
        }
        Ok(Given::Page(page)) => page,
        Err(error) => failed(&cx, error),
    }
}

/// How `press` names what has this name here, and its type.
fn format(name: &str) -> Option<(&'static str, &'static str)> {
    match name {
        paths::BOOKLET => Some(("booklet.pdf", PrintFormat::Pdf.media_type())),
        paths::FOLDED_BOOKLET => Some(("folded.pdf", PrintFormat::Pdf.media_type())),
        _ => {
            let (stem, format) = PrintFormat::of_name(name)?;
            (stem == "texte").then(|| (format.code(), format.media_type()))
        }
    }
}

enum Given {
    Document(bytes::Bytes),
    Page(Response),
}

async fn printed(
    state: &AppState,
    cx: &Cx,
    site: &Site,
    (slug, number): (&str, i32),
    format: &'static str,
    parts: Parts,
) -> backend::Result<Given> {
    let version = charter::printed(cx, slug, number).await?;
    let council = council::current(cx).await?.ok_or(Refusal::NotFound)?;
    let said = serde_json::to_string(&proof(&version, &council, &site.base_url))?;
    let failed = match state.notary.write_once(said, format).await? {
        Written::Document(bytes) => return Ok(Given::Document(bytes)),
        Written::Busy => false,
        Written::Nothing => true,
    };
    let page = paths::framing_version(slug, number);
    Ok(Given::Page(prints::instead(state, parts, &page, failed).await))
}

/// `GET /charte/{slug}/versions/{number}/signatures/{person}/scan`
pub async fn scan(
    State(state): State<AppState>,
    Extension(cx): Extension<Cx>,
    Path((slug, number, person)): Path<(String, String, String)>,
    headers: HeaderMap,
) -> Response {
    let (Ok(number), Ok(person)) = (number.parse(), person.parse()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let found = match charter::scan(&cx, &slug, number, person).await {
        Ok(found) => found,
        Err(error) => return failed(&cx, error),
    };
    match file::give(state.backend.files(), &found, &headers, true).await {
        Ok(response) => response,
        Err(error) => failed(&cx, error),
    }
}

/// `POST /api/charter/paper?texte=…&version=…`: who signed, when, and the scan.
pub async fn paper(
    State(state): State<AppState>,
    Extension(cx): Extension<Cx>,
    request: Request,
) -> Response {
    let (parts, slug) = asked(&request, "texte");
    let number = in_query(&parts, "version").and_then(|number| number.parse().ok()).unwrap_or_default();
    let mut values = Vec::new();
    match taken(&cx, &slug, number, request, &mut values).await {
        Ok(()) => see_other(&paths::done(&page_of(&parts), "papier")),
        Err(error) => refuse(&state.pages, parts, AppError::of(&cx, error), values).await,
    }
}

async fn taken(
    cx: &Cx,
    slug: &str,
    number: i32,
    request: Request,
    values: &mut Vec<(String, String)>,
) -> backend::Result<()> {
    let room = charter::room_for_scan(cx).await?;
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| Refusal::Malformed)?;
    let mut scan = None;
    while let Some(mut field) = form.next_field().await.map_err(cut)? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "files" {
            if field.file_name().unwrap_or_default().is_empty() {
                continue;
            }
            let staged = receive(cx, room, field).await?;
            let store = cx.backend.files();
            if let Err(error) = charter::may_be_scan(&staged) {
                store.forget(staged).await;
                return Err(error);
            }
            scan = Some(store.take(staged).await?);
        } else {
            let mut typed = Vec::new();
            while let Some(piece) = field.chunk().await.map_err(cut)? {
                if typed.len() + piece.len() > FIELD {
                    return Err(Refusal::Malformed.into());
                }
                typed.extend_from_slice(&piece);
            }
            values.push((name, String::from_utf8_lossy(&typed).into_owned()));
        }
    }
    let scan = scan.ok_or(Refusal::field("files", FieldProblem::Missing))?;
    let value = |name: &str| values.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    let (who, on) = (value("who").unwrap_or_default(), value("signed_on").unwrap_or_default());
    charter::take_paper_signature(cx, slug, number, who, on, scan).await
}
