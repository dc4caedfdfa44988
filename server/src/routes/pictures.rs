//! Pictures of documents, for those who read them: a small one beside a name, one to look at, the pages of a PDF.

use axum::{
    Extension,
    extract::{Path, Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use backend::{
    Cx,
    library::{self, FileView},
};
use domain::{ids::DocumentId, library::Media};
use serde::Deserialize;

use super::{file, library::failed};
use crate::{
    painter::{Drawing, Drawn},
    web::AppState,
};

/// Dots of a small picture, for screens that have two where others have one.
const SMALL: u32 = 160;
/// Dots of a picture to look at.
pub(super) const LARGE: u32 = 1_200;

/// Which page.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    feuille: Option<String>,
}

impl Asked {
    /// The page, the first one unless another is named.
    pub(super) fn page(&self) -> Option<u32> {
        self.feuille.as_ref().map_or(Some(1), |page| page.parse().ok().filter(|page| *page > 0))
    }
}

/// `GET /documents/{id}/vignette`: beside the name of a document.
pub async fn small(
    State(state): State<AppState>,
    Extension(cx): Extension<Cx>,
    Path(id): Path<String>,
) -> Response {
    picture(&state, &cx, &id, 1, SMALL).await
}

/// `GET /documents/{id}/image?feuille=…`: a photograph, or a page.
pub async fn large(
    State(state): State<AppState>,
    Extension(cx): Extension<Cx>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Response {
    match asked.page() {
        Some(page) => picture(&state, &cx, &id, page, LARGE).await,
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn picture(state: &AppState, cx: &Cx, id: &str, page: u32, width: u32) -> Response {
    let Ok(id) = id.parse::<DocumentId>() else { return StatusCode::NOT_FOUND.into_response() };
    let drawn = match library::file(cx, id, None).await {
        Ok(file) => drawn(state, &file, page, width).await,
        Err(error) => Err(error),
    };
    given(cx, drawn, headers())
}

/// A picture of a file, for whoever reads it.
pub(super) async fn drawn(
    state: &AppState,
    file: &FileView,
    page: u32,
    width: u32,
) -> backend::Result<Drawn> {
    let drawing = match Media::of(&file.media_type) {
        Media::Pdf => Drawing::Page(page),
        Media::Image => Drawing::Photograph,
        _ => return Ok(Drawn::Nothing),
    };
    state.painter.picture(&state.backend, file, drawing, width).await
}

/// The address of a picture tells which version it is of: it is asked for again after a day, for the sake of who no
/// longer sees it.
pub fn headers() -> HeaderMap {
    HeaderMap::from_iter([
        (header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=86400")),
        (header::CONTENT_SECURITY_POLICY, file::SANDBOX),
    ])
}

/// A picture, or why there is none.
pub fn given(cx: &Cx, drawn: backend::Result<Drawn>, mut headers: HeaderMap) -> Response {
    let bytes = match drawn {
        Ok(Drawn::Picture(bytes)) => bytes,
        Ok(Drawn::Nothing) => return StatusCode::NOT_FOUND.into_response(),
        Ok(Drawn::Busy) => {
            return (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "30")]).into_response();
        }
        Err(error) => return failed(cx, error),
    };
    let media_type = if bytes.starts_with(b"\x89PNG") { "image/png" } else { "image/jpeg" };
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    (headers, Extension(file::AsItIs), bytes).into_response()
}
