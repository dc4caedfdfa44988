//! Captions of sounds and films: received, read by a process of their own, given out written again.

use app::{error::AppError, paths, session};
use axum::{
    Extension,
    extract::{FromRequest, Multipart, Path, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use backend::{
    Cx,
    files::Fingerprint,
    library::{self, CAPTION_MEGABYTES, receive},
};
use domain::{FieldProblem, Refusal, ids::DocumentId, library::CaptionLanguage};
use extraction::captions::Flaw;
use tower_sessions::Session;

use super::{
    action::see_other,
    file,
    library::{asked, cut, failed, in_query, refuse, said_before},
};
use crate::{
    assets::is_known,
    captioner::{Captioner, Listened},
    web::AppState,
};

/// How long to wait when too many files are being read.
const LATER: u32 = 30;

/// `POST /api/library/captions?document=…`: a language, then a file.
pub async fn change(
    State(state): State<AppState>,
    Extension(cx): Extension<Cx>,
    request: Request,
) -> Response {
    let (parts, id) = asked(&request, "document");
    let mut language = String::new();
    let answer = match id.parse::<DocumentId>() {
        Ok(id) => changed(&state.captioner, &cx, id, request, &mut language).await.map(|()| id),
        Err(_) => Err(Refusal::NotFound.into()),
    };
    match answer {
        Ok(id) => see_other(&paths::done(&paths::document(id), "sous-titres")),
        Err(error) => {
            let typed = vec![("language".to_owned(), language)];
            refuse(&state.pages, parts, AppError::of(&cx, error), typed).await
        }
    }
}

async fn changed(
    captioner: &Captioner,
    cx: &Cx,
    id: DocumentId,
    request: Request,
    typed: &mut String,
) -> backend::Result<()> {
    let room = library::captions_room(cx, id).await?;
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| Refusal::Malformed)?;
    while let Some(mut field) = form.next_field().await.map_err(cut)? {
        let name = field.file_name().unwrap_or_default().to_owned();
        match field.name() {
            Some("language") => *typed = said_before(&mut field).await?,
            Some("files") if !name.is_empty() => {
                let language =
                    CaptionLanguage::chosen(typed).map_err(|problem| Refusal::field("language", problem))?;
                let staged = receive(cx, room, field).await?;
                let sent = cx.backend.files().take(staged).await?;
                return match captioner.read(&sent).await? {
                    Listened::Cues(cues) => library::change_captions(cx, id, language, &name, &cues).await,
                    Listened::Flawed(flaw) => Err(Refusal::field("files", problem(flaw)).into()),
                    Listened::Busy => Err(Refusal::TooMany { retry_after_seconds: LATER }.into()),
                };
            }
            _ => {}
        }
    }
    Err(Refusal::field("files", FieldProblem::Missing).into())
}

fn problem(flaw: Flaw) -> FieldProblem {
    match flaw {
        Flaw::Unknown => FieldProblem::NotCaptions,
        Flaw::Silent => FieldProblem::SilentCaptions,
        Flaw::Time { line } => FieldProblem::CaptionTimes { line },
        Flaw::Order { line } => FieldProblem::CaptionOrder { line },
        Flaw::TooLarge => {
            FieldProblem::FileTooLarge { megabytes: u32::try_from(CAPTION_MEGABYTES).unwrap_or(1) }
        }
    }
}

/// `GET /documents/{id}/sous-titres/{language}`
pub async fn of_document(
    Extension(cx): Extension<Cx>,
    Path((id, language)): Path<(String, String)>,
    request: Request,
) -> Response {
    let Some((id, language)) = named(&id, &language) else { return StatusCode::NOT_FOUND.into_response() };
    give(&cx, library::captions(&cx, id, language).await, request)
}

/// `GET /partage/{token}/sous-titres/{document}/{language}`
pub async fn shared(
    Extension(cx): Extension<Cx>,
    Extension(session): Extension<Session>,
    Path((token, id, language)): Path<(String, String, String)>,
    request: Request,
) -> Response {
    let Some((id, language)) = named(&id, &language) else { return StatusCode::NOT_FOUND.into_response() };
    let unlocked = session::links(&session).await;
    give(&cx, library::shared_captions(&cx, &token, &unlocked, id, language).await, request)
}

fn named(id: &str, language: &str) -> Option<(DocumentId, CaptionLanguage)> {
    let language = CaptionLanguage::from_code(language).filter(|known| known.code() == language)?;
    Some((id.parse().ok()?, language))
}

fn give(cx: &Cx, found: backend::Result<(String, String)>, request: Request) -> Response {
    let (name, text) = match found {
        Ok(found) => found,
        Err(error) => return failed(cx, error),
    };
    let (parts, _) = request.into_parts();
    let tag = format!("\"{}\"", Fingerprint::of(text.as_bytes()));
    let mut headers = HeaderMap::from_iter([
        (header::CONTENT_TYPE, HeaderValue::from_static("text/vtt; charset=utf-8")),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache")),
        (header::CONTENT_SECURITY_POLICY, file::SANDBOX),
    ]);
    let shown = in_query(&parts, "telecharger").is_none();
    for (header, value) in
        [(header::ETAG, &tag), (header::CONTENT_DISPOSITION, &file::disposition(&name, shown))]
    {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(header, value);
        }
    }
    if is_known(&parts.headers, &tag) {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    (headers, text).into_response()
}
