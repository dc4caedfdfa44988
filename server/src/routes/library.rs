//! Files of the library: received piece by piece, given out with rights checked and ranges.

use app::{
    error::AppError,
    library::report::Report,
    paths,
    request::{Failure, Refused, pairs},
};
use axum::{
    Extension, Json,
    body::Body,
    extract::{FromRequest, Multipart, Path, Request, State, multipart::Field},
    http::{StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use backend::{
    Cx, Error,
    library::{self, Deposited, Piece, Place, Room},
};
use domain::{
    FieldProblem, Refusal,
    ids::{DocumentId, EntryId},
};
use serde::Serialize;

use super::action::see_other;
use crate::web::Pages;

/// Bytes of what is typed beside a file that are read before its check: what is longer is refused there.
const TYPED_MAX: usize = 4_000;

/// `POST /api/library/deposit?dans=…`: files, several at once. What is refused of them does not stop the others.
pub async fn deposit(State(pages): State<Pages>, Extension(cx): Extension<Cx>, request: Request) -> Response {
    let (parts, place) = asked(&request, "dans");
    let place: Place = place.parse().unwrap_or(Place::Nowhere);
    let answer = match library::room(&cx, &place).await {
        Ok(room) => match Multipart::from_request(request, &()).await {
            Ok(files) => Ok(deposit_all(&cx, &place, room, files).await),
            Err(_) => Err(Refusal::Malformed.into()),
        },
        Err(error) => Err(error),
    };
    let answer = answer.map_err(|error| AppError::of(&cx, error));
    if wants_json(&parts) {
        return as_json(answer);
    }
    match answer {
        Ok(report) if report.refused.is_empty() && report.deposited + report.there.len() > 0 => {
            let done = paths::done(&page_of(&parts), "depose");
            see_other(&format!("{done}&n={}", report.deposited))
        }
        Ok(report) if report.refused.is_empty() => {
            let missing = Refusal::field("files", FieldProblem::Missing);
            refuse(&pages, parts, missing.into(), Vec::new()).await
        }
        Ok(report) => {
            let mut parts = parts;
            parts.extensions.insert(report);
            said(&pages, parts).await
        }
        Err(error) => refuse(&pages, parts, error, Vec::new()).await,
    }
}

/// The page of the form, which says what was refused.
pub(super) async fn said(pages: &Pages, parts: Parts) -> Response {
    let page = page_of(&parts);
    let mut response = pages.show(parts, &page).await;
    if response.status().is_success() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    response
}

async fn deposit_all(cx: &Cx, place: &Place, mut room: Room, mut files: Multipart) -> Report {
    let mut report = Report::default();
    loop {
        let field = match files.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => break,
            Err(_) => {
                let cut = Refusal::field("files", FieldProblem::Interrupted);
                report.refused.push(("…".to_owned(), cut.into()));
                break;
            }
        };
        let name = field.file_name().unwrap_or_default().to_owned();
        if field.name() != Some("files") || name.is_empty() {
            continue;
        }
        match one(cx, place, room, &name, field).await {
            Ok((Deposited::New(_), bytes)) => {
                room = room.after(bytes);
                report.deposited += 1;
            }
            Ok((Deposited::AlreadyThere(_), _)) => report.there.push(name),
            Err(error) => report.refused.push((name, AppError::of(cx, error))),
        }
    }
    report
}

async fn one(
    cx: &Cx,
    place: &Place,
    room: Room,
    name: &str,
    content: Field<'_>,
) -> backend::Result<(Deposited, u64)> {
    let staged = library::receive(cx, room, content).await?;
    let bytes = staged.bytes;
    Ok((library::deposit(cx, place, name, staged).await?, bytes))
}

/// `POST /api/library/version?document=…`: why, then a file.
pub async fn version(State(pages): State<Pages>, Extension(cx): Extension<Cx>, request: Request) -> Response {
    let (parts, id) = asked(&request, "document");
    let mut reason = String::new();
    let answer = match id.parse::<DocumentId>() {
        Ok(id) => match library::room_for_version(&cx, id).await {
            Ok(room) => match Multipart::from_request(request, &()).await {
                Ok(form) => add(&cx, id, room, form, &mut reason).await.map(|()| id),
                Err(_) => Err(Refusal::Malformed.into()),
            },
            Err(error) => Err(error),
        },
        Err(_) => Err(Refusal::NotFound.into()),
    };
    match answer {
        Ok(id) => see_other(&paths::done(&paths::document(id), "version")),
        Err(error) => {
            let typed = vec![("reason".to_owned(), reason)];
            refuse(&pages, parts, AppError::of(&cx, error), typed).await
        }
    }
}

async fn add(
    cx: &Cx,
    id: DocumentId,
    room: Room,
    mut form: Multipart,
    reason: &mut String,
) -> backend::Result<()> {
    while let Some(mut field) = form.next_field().await.map_err(cut)? {
        let name = field.file_name().unwrap_or_default().to_owned();
        match field.name() {
            Some("reason") => *reason = said_before(&mut field).await?,
            Some("files") if !name.is_empty() => {
                let staged = library::receive(cx, room, field).await?;
                return library::add_version(cx, id, reason, &name, staged).await;
            }
            _ => {}
        }
    }
    Err(Refusal::field("files", FieldProblem::Missing).into())
}

/// What is typed in a field that comes before a file.
pub(super) async fn said_before(field: &mut Field<'_>) -> backend::Result<String> {
    let mut typed = Vec::new();
    while let Some(piece) = field.chunk().await.map_err(cut)? {
        let left = TYPED_MAX.saturating_sub(typed.len());
        typed.extend_from_slice(&piece[..piece.len().min(left)]);
    }
    Ok(String::from_utf8_lossy(&typed).into_owned())
}

/// The connection stopped before the end.
pub(super) fn cut(_: axum::extract::multipart::MultipartError) -> Error {
    Refusal::field("files", FieldProblem::Interrupted).into()
}

/// What is asked for in the address: the rest of the request has not come yet.
pub(super) fn asked(request: &Request, name: &str) -> (Parts, String) {
    let mut parts = Request::new(()).into_parts().0;
    parts.method = request.method().clone();
    parts.uri = request.uri().clone();
    parts.headers = request.headers().clone();
    parts.extensions = request.extensions().clone();
    let value = in_query(&parts, name).unwrap_or_default();
    (parts, value)
}

pub(super) fn in_query(parts: &Parts, name: &str) -> Option<String> {
    let query = pairs(parts.uri.query()?.as_bytes());
    query.into_iter().find(|(n, _)| n == name).map(|(_, value)| value)
}

pub(super) fn page_of(parts: &Parts) -> String {
    in_query(parts, "page").map_or_else(|| paths::LIBRARY.to_owned(), |page| paths::local(&page).to_owned())
}

fn wants_json(parts: &Parts) -> bool {
    parts.headers.get(header::ACCEPT).is_some_and(|accept| accept.as_bytes().starts_with(b"application/json"))
}

/// The page of the form again, as typed and with what is wrong; a file is chosen again.
pub(super) async fn refuse(
    pages: &Pages,
    mut parts: Parts,
    error: AppError,
    values: Vec<(String, String)>,
) -> Response {
    let page = page_of(&parts);
    if error == AppError::Refused(Refusal::SignInRequired) {
        return see_other(&paths::sign_in_then(&page));
    }
    if matches!(error, AppError::Refused(Refusal::NotFound)) {
        parts.extensions.insert(Failure(error));
        return pages.show(parts, paths::HOME).await;
    }
    let action = parts.uri.path().to_owned();
    parts.extensions.insert(Refused { action, values, error, said: std::sync::Arc::default() });
    pages.show(parts, &page).await
}

/// What a script is told.
#[derive(Serialize)]
struct Told {
    deposited: usize,
    there: Vec<String>,
    refused: Vec<String>,
}

fn as_json(answer: Result<Report, AppError>) -> Response {
    match answer {
        Ok(report) => {
            let refused = report.refused.into_iter().map(|(name, _)| name).collect();
            Json(Told { deposited: report.deposited, there: report.there, refused }).into_response()
        }
        Err(error) => {
            let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            (status, Json(error)).into_response()
        }
    }
}

/// `GET /documents/{id}/fichier`
pub async fn file(Extension(cx): Extension<Cx>, Path(id): Path<String>, request: Request) -> Response {
    give(&cx, &id, None, request).await
}

/// `GET /documents/{id}/versions/{number}/fichier`
pub async fn version_file(
    Extension(cx): Extension<Cx>,
    Path((id, number)): Path<(String, String)>,
    request: Request,
) -> Response {
    give(&cx, &id, Some(&number), request).await
}

async fn give(cx: &Cx, id: &str, number: Option<&str>, request: Request) -> Response {
    let number = match number.map(str::parse::<i32>) {
        None => None,
        Some(Ok(number)) => Some(number),
        Some(Err(_)) => return StatusCode::NOT_FOUND.into_response(),
    };
    let Ok(id) = id.parse::<DocumentId>() else { return StatusCode::NOT_FOUND.into_response() };
    let found = match library::file(cx, id, number).await {
        Ok(found) => found,
        Err(error) => return failed(cx, error),
    };
    let (parts, _) = request.into_parts();
    let aside = in_query(&parts, "telecharger").is_some();
    match super::file::give(cx.backend.files(), &found, &parts.headers, aside).await {
        Ok(response) => response,
        Err(error) => failed(cx, error),
    }
}

/// `GET /bibliotheque/archive?dans=…`: a folder with all it holds, or a whole library, in one file.
pub async fn archive(Extension(cx): Extension<Cx>, request: Request) -> Response {
    let (_, place) = asked(&request, "dans");
    let place: Place = place.parse().unwrap_or(Place::Nowhere);
    let (name, pieces) = match library::pieces(&cx, &place).await {
        Ok(found) => found,
        Err(error) => return failed(&cx, error),
    };
    zipped(&cx, &named(name, place), pieces)
}

/// `GET /bibliotheque/selection?dans=…&choix=…`: what is ticked in a folder, in one file.
pub async fn selection(Extension(cx): Extension<Cx>, request: Request) -> Response {
    let (parts, place) = asked(&request, "dans");
    let place: Place = place.parse().unwrap_or(Place::Nowhere);
    let query = pairs(parts.uri.query().unwrap_or_default().as_bytes());
    let chosen = query.iter().filter(|(name, _)| name == "choix");
    let chosen: Vec<EntryId> = chosen.filter_map(|(_, id)| id.parse().ok()).collect();
    if chosen.is_empty() {
        // Nothing is ticked: the folder says so, to whoever reads it.
        return see_other(&paths::done(&app::library::pages::place_path(&place), "rien"));
    }
    match library::selection(&cx, &place, &chosen).await {
        Ok((name, pieces)) => zipped(&cx, &named(name, place), pieces),
        Err(error) => failed(&cx, error),
    }
}

/// `GET /ressources/{id}/archive`: the documents of a dossier and its list, in one file.
pub async fn dossier_archive(Extension(cx): Extension<Cx>, Path(id): Path<String>) -> Response {
    let Ok(id) = id.parse::<DocumentId>() else { return StatusCode::NOT_FOUND.into_response() };
    match library::dossier_pieces(&cx, id).await {
        Ok((title, pieces)) => zipped(&cx, &title, pieces),
        Err(error) => failed(&cx, error),
    }
}

/// The name of what a place holds: its folder, its group, or the common library.
fn named(folder: Option<String>, place: Place) -> String {
    folder.unwrap_or_else(|| match place {
        Place::Group(slug) => slug,
        _ => "bibliotheque".to_owned(),
    })
}

/// These pieces in one file, sent while it is made.
pub(super) fn zipped(cx: &Cx, name: &str, pieces: Vec<Piece>) -> Response {
    let content = super::zip::written(cx.backend.files().clone(), pieces);
    super::file::aside(&format!("{name}.zip"), "application/zip", Body::from_stream(content))
}

/// Without a page: the plain words around it are the business of the layer that explains failures.
pub(super) fn failed(cx: &Cx, error: Error) -> Response {
    let error = AppError::of(cx, error);
    if error == AppError::Refused(Refusal::SignInRequired) {
        return see_other(paths::SIGN_IN);
    }
    StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response()
}
