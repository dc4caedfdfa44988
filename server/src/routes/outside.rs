//! What people without an account take away or deposit by a link.

use app::{error::AppError, library::report::Report, paths, session};
use axum::{
    Extension,
    body::Body,
    extract::{FromRequest, Multipart, Path, Query, Request, State, multipart::Field},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use backend::{
    Cx,
    library::{self, Room, Unlocked},
};
use domain::{FieldProblem, Refusal, ids::DocumentId, library::outsider_name};
use tower_sessions::Session;

use super::{
    action::see_other,
    library::{asked, cut, failed, in_query, page_of, refuse, said, said_before},
    pictures,
};
use crate::web::{AppState, Pages};

/// `GET /partage/{token}/fichier/{document}`
pub async fn file(
    Extension(cx): Extension<Cx>,
    Extension(session): Extension<Session>,
    Path((token, id)): Path<(String, String)>,
    request: Request,
) -> Response {
    let Ok(id) = id.parse::<DocumentId>() else { return StatusCode::NOT_FOUND.into_response() };
    let unlocked = session::links(&session).await;
    let found = match library::shared_file(&cx, &token, &unlocked, id).await {
        Ok(found) => found,
        Err(error) => return failed(&cx, error),
    };
    let (parts, _) = request.into_parts();
    let aside = in_query(&parts, "telecharger").is_some();
    match super::file::give(cx.backend.files(), &found, &parts.headers, aside).await {
        Ok(response) => response,
        Err(error) => failed(&cx, error),
    }
}

/// `GET /partage/{token}/image/{document}?feuille=…`: a photograph, or a page.
pub async fn picture(
    State(state): State<AppState>,
    Extension(cx): Extension<Cx>,
    Extension(session): Extension<Session>,
    Path((token, id)): Path<(String, String)>,
    Query(asked): Query<pictures::Asked>,
) -> Response {
    let (Ok(id), Some(page)) = (id.parse::<DocumentId>(), asked.page()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let unlocked = session::links(&session).await;
    let drawn = match library::shared_to_draw(&cx, &token, &unlocked, id).await {
        Ok(found) => pictures::drawn(&state, &found, page, pictures::LARGE).await,
        Err(error) => Err(error),
    };
    pictures::given(&cx, drawn, pictures::headers())
}

/// `GET /partage/{token}/archive`
pub async fn archive(
    Extension(cx): Extension<Cx>,
    Extension(session): Extension<Session>,
    Path(token): Path<String>,
) -> Response {
    let unlocked = session::links(&session).await;
    match library::shared_pieces(&cx, &token, &unlocked).await {
        Ok((name, pieces)) => {
            let content = super::zip::written(cx.backend.files().clone(), pieces);
            super::file::aside(&format!("{name}.zip"), "application/zip", Body::from_stream(content))
        }
        Err(error) => failed(&cx, error),
    }
}

/// `POST /api/library/box?lien=…`: a name, then files. What is refused of them does not stop the others.
pub async fn deposit(
    State(pages): State<Pages>,
    Extension(cx): Extension<Cx>,
    Extension(session): Extension<Session>,
    request: Request,
) -> Response {
    let (mut parts, token) = asked(&request, "lien");
    let unlocked = session::links(&session).await;
    let mut name = String::new();
    let answer = match library::room_in_box(&cx, &token, &unlocked).await {
        Ok(room) => match Multipart::from_request(request, &()).await {
            Ok(form) => deposit_all(&cx, &token, &unlocked, room, form, &mut name).await,
            Err(_) => Err(Refusal::Malformed.into()),
        },
        Err(error) => Err(error),
    };
    match answer {
        Ok(report) if report.refused.is_empty() => {
            let done = paths::done(&page_of(&parts), "depose");
            see_other(&format!("{done}&n={}", report.deposited))
        }
        Ok(report) => {
            parts.extensions.insert(report);
            said(&pages, parts).await
        }
        Err(error) => {
            let typed = vec![("name".to_owned(), name)];
            refuse(&pages, parts, AppError::of(&cx, error), typed).await
        }
    }
}

async fn deposit_all(
    cx: &Cx,
    token: &str,
    unlocked: &Unlocked,
    mut room: Room,
    mut form: Multipart,
    name: &mut String,
) -> backend::Result<Report> {
    let mut report = Report::default();
    while let Some(mut field) = form.next_field().await.map_err(cut)? {
        let sent_as = field.file_name().unwrap_or_default().to_owned();
        match field.name() {
            Some("name") => *name = said_before(&mut field).await?,
            Some("files") if !sent_as.is_empty() => {
                outsider_name(name)?;
                match one(cx, token, unlocked, room, name, &sent_as, field).await {
                    Ok(bytes) => {
                        room = room.after(bytes);
                        report.deposited += 1;
                    }
                    Err(error) => report.refused.push((sent_as, AppError::of(cx, error))),
                }
            }
            _ => {}
        }
    }
    outsider_name(name)?;
    if report.deposited == 0 && report.refused.is_empty() {
        return Err(Refusal::field("files", FieldProblem::Missing).into());
    }
    Ok(report)
}

async fn one(
    cx: &Cx,
    token: &str,
    unlocked: &Unlocked,
    room: Room,
    who: &str,
    sent_as: &str,
    content: Field<'_>,
) -> backend::Result<u64> {
    let staged = library::receive(cx, room, content).await?;
    let bytes = staged.bytes;
    library::deposit_in_box(cx, token, unlocked, who, sent_as, staged).await?;
    Ok(bytes)
}
