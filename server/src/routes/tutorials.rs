//! The pictures of the tutorials that come with the program, and certificates as PDF.

use std::sync::Arc;

use app::{
    request::Site,
    tutorials::certificate::{proof, unmade},
    words::Words,
};
use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use backend::{Cx, council, tutorials};
use domain::Refusal;

use super::publications::failed;
use crate::{notary::Written, shipped, web::AppState};

/// `/parcours/{slug}/attestation.pdf`
pub async fn certificate(
    State(state): State<AppState>,
    Extension(cx): Extension<Cx>,
    Extension(site): Extension<Arc<Site>>,
    Path(slug): Path<String>,
) -> Response {
    match printed(&state, &cx, &site, &slug).await {
        Ok(response) => response,
        Err(error) => failed(&cx, error),
    }
}

async fn printed(state: &AppState, cx: &Cx, site: &Site, slug: &str) -> backend::Result<Response> {
    let (language, certificate) = tutorials::certificate(cx, slug).await?;
    let council = council::current(cx).await?.ok_or(Refusal::NotFound)?;
    let said = serde_json::to_string(&proof(&certificate, language, &council, &site.base_url))?;
    let words = Words::new(cx.language, Some(council));
    let told = |status: StatusCode, busy| (status, unmade(&words, busy)).into_response();
    Ok(match state.notary.write(said, "pdf").await? {
        Written::Document(bytes) => {
            let name = format!("attachment; filename=\"attestation-{}.pdf\"", certificate.path.slug);
            let headers = [
                (header::CONTENT_TYPE, "application/pdf"),
                (header::CONTENT_DISPOSITION, name.as_str()),
                (header::CACHE_CONTROL, "private, no-store"),
            ];
            (headers, bytes).into_response()
        }
        Written::Busy => told(StatusCode::SERVICE_UNAVAILABLE, true),
        Written::Nothing => told(StatusCode::INTERNAL_SERVER_ERROR, false),
    })
}

/// `/tutoriels/images/{language}/{name}`: they say nothing of a council.
pub async fn picture(Path((language, name)): Path<(String, String)>, headers: HeaderMap) -> Response {
    let Some((bytes, mark)) = shipped::picture(&language, &name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let tag = format!("\"{mark}\"");
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    if known.is_some_and(|known| known.split(',').any(|one| one.trim().trim_start_matches("W/") == tag)) {
        return (StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response();
    }
    let headers = [
        (header::CONTENT_TYPE, "image/jpeg".to_owned()),
        (header::CACHE_CONTROL, "public, max-age=86400".to_owned()),
        (header::ETAG, tag),
    ];
    (headers, bytes).into_response()
}
