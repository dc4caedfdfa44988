//! Files sent in parts by a script: begun, gone on with, given up.

use app::error::AppError;
use axum::{
    Extension, Json,
    body::Bytes,
    extract::{Path, Query},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use backend::{
    Cx,
    library::{self, Deposited, Place, Progress, Upload},
};
use domain::Refusal;
use serde::{Deserialize, Serialize};

/// Where the part begins.
pub const OFFSET: &str = "upload-offset";

/// A file about to be sent.
#[derive(Deserialize)]
pub struct Begun {
    name: String,
    bytes: u64,
}

/// Where it goes.
#[derive(Deserialize)]
pub struct To {
    dans: String,
}

/// What a script is told.
#[derive(Serialize)]
struct Told {
    id: String,
    offset: u64,
    /// `new` or `there`, once the file is whole.
    done: Option<&'static str>,
}

/// `POST /api/library/uploads?dans=…`
pub async fn begin(Extension(cx): Extension<Cx>, Query(to): Query<To>, Json(file): Json<Begun>) -> Response {
    let place = to.dans.parse().unwrap_or(Place::Nowhere);
    match library::begin_upload(&cx, &place, &file.name, file.bytes).await {
        Ok(Upload { id, received }) => Json(Told { id, offset: received, done: None }).into_response(),
        Err(error) => refused(&cx, error),
    }
}

/// `POST /api/library/uploads/{id}`: the part that begins where the header says.
pub async fn part(
    Extension(cx): Extension<Cx>,
    Path(id): Path<String>,
    headers: HeaderMap,
    part: Bytes,
) -> Response {
    let from = headers.get(OFFSET).and_then(|value| value.to_str().ok()?.parse().ok());
    let Some(from) = from else { return refused(&cx, Refusal::Malformed.into()) };
    match library::add_part(&cx, &id, from, part).await {
        Ok(Progress::More(offset)) => Json(Told { id, offset, done: None }).into_response(),
        Ok(Progress::Whole(deposited)) => {
            let done = match deposited {
                Deposited::New(_) => "new",
                Deposited::AlreadyThere(_) => "there",
            };
            Json(Told { id, offset: 0, done: Some(done) }).into_response()
        }
        Err(error) => refused(&cx, error),
    }
}

/// `DELETE /api/library/uploads/{id}`
pub async fn cancel(Extension(cx): Extension<Cx>, Path(id): Path<String>) -> Response {
    match library::cancel_upload(&cx, &id).await {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => refused(&cx, error),
    }
}

/// What is told of a file that is refused: in words, as the script has none.
#[derive(Serialize)]
struct Why {
    why: String,
}

fn refused(cx: &Cx, error: backend::Error) -> Response {
    let error = AppError::of(cx, error);
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let words = app::words::Words::new(cx.language, None);
    (status, Json(Why { why: app::library::report::reason(&words, &error) })).into_response()
}
