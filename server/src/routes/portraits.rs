//! Photos of people and pictures of groups: received, drawn small and square, given to who sees whose they are.

use app::{error::AppError, paths};
use axum::{
    Extension,
    extract::{FromRequest, Multipart, Path, Query, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use backend::{
    Cx,
    library::{FileView, receive},
    portraits::{self, Whose},
};
use bytes::Bytes;
use domain::{FieldProblem, Refusal};
use serde::Deserialize;

use super::{
    action::see_other,
    file,
    library::{asked, cut, failed, page_of, refuse},
    pictures,
};
use crate::{
    assets::is_known,
    painter::{Drawing, Drawn, Painter},
    web::AppState,
};

/// Dots of a side of what is kept: more than any page shows.
const KEPT: u32 = 256;
/// Dots of a side in a list, for screens that have two where others have one.
const SMALL: u32 = 96;
/// How long to wait when too many pictures are being made.
const LATER: u32 = 60;

/// `POST /api/portraits/change?de=…`: one picture.
pub async fn change(
    State(state): State<AppState>,
    Extension(cx): Extension<Cx>,
    request: Request,
) -> Response {
    let (parts, whose) = asked(&request, "de");
    match changed(&state.painter, &cx, &whose, request).await {
        Ok(()) => see_other(&paths::done(&page_of(&parts), "photo")),
        Err(error) => refuse(&state.pages, parts, AppError::of(&cx, error), Vec::new()).await,
    }
}

async fn changed(painter: &Painter, cx: &Cx, whose: &str, request: Request) -> backend::Result<()> {
    let whose: Whose = whose.parse()?;
    let room = portraits::room(cx, &whose).await?;
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| Refusal::Malformed)?;
    while let Some(field) = form.next_field().await.map_err(cut)? {
        if field.name() != Some("files") || field.file_name().unwrap_or_default().is_empty() {
            continue;
        }
        let staged = receive(cx, room, field).await?;
        let store = cx.backend.files();
        if let Err(error) = portraits::may_be(&staged) {
            store.forget(staged).await;
            return Err(error);
        }
        let sent = store.take(staged).await?;
        return match painter.of(&sent, Drawing::Square, KEPT).await? {
            Drawn::Picture(drawn) => portraits::change(cx, &whose, drawn).await,
            Drawn::Nothing => Err(Refusal::field("files", FieldProblem::UnreadablePicture).into()),
            Drawn::Busy => Err(Refusal::TooMany { retry_after_seconds: LATER }.into()),
        };
    }
    Err(Refusal::field("files", FieldProblem::Missing).into())
}

/// Which size.
#[derive(Debug, Default, Deserialize)]
pub struct Size {
    taille: Option<String>,
}

/// `GET /membres/{id}/photo`
pub async fn person(
    State(state): State<AppState>,
    Extension(cx): Extension<Cx>,
    Path(id): Path<String>,
    Query(size): Query<Size>,
    headers: HeaderMap,
) -> Response {
    match id.parse() {
        Ok(id) => give(&state, &cx, &Whose::Person(id), &size, &headers).await,
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// `GET /groupes/{slug}/image`
pub async fn group(
    State(state): State<AppState>,
    Extension(cx): Extension<Cx>,
    Path(slug): Path<String>,
    Query(size): Query<Size>,
    headers: HeaderMap,
) -> Response {
    give(&state, &cx, &Whose::Group(slug), &size, &headers).await
}

async fn give(state: &AppState, cx: &Cx, whose: &Whose, size: &Size, asked: &HeaderMap) -> Response {
    let found = match portraits::of(cx, whose).await {
        Ok(found) => found,
        Err(error) => return failed(cx, error),
    };
    let large = size.taille.as_deref() == Some("grande");
    let tag = format!("\"{}-{}\"", found.fingerprint, if large { KEPT } else { SMALL });
    let mut headers = pictures::headers();
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    if is_known(asked, &tag) {
        return (StatusCode::NOT_MODIFIED, headers, Extension(file::AsItIs)).into_response();
    }
    pictures::given(cx, picture(state, &found, large).await, headers)
}

async fn picture(state: &AppState, found: &FileView, large: bool) -> backend::Result<Drawn> {
    if large {
        let bytes: Bytes = state.backend.files().get(&found.fingerprint).await?;
        return Ok(Drawn::Picture(bytes));
    }
    state.painter.picture(&state.backend, found, Drawing::Square, SMALL).await
}
