//! Images of texts: received, drawn again without what a camera notes beside them, given to who reads the text.

use app::{contributions::actions::after_saving, error::AppError, paths, words::Words};
use axum::{
    Extension, Json,
    extract::{FromRequest, Multipart, Path, Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use backend::{
    Cx,
    contributions::{self, Put},
    library::{FileView, Room, receive},
    portraits::may_be,
};
use bytes::Bytes;
use domain::{
    FieldProblem, Refusal,
    contributions::{ImageForm, PublicationNumber, image_address},
    ids::ContributionId,
};
use serde::Serialize;

use super::{
    action::see_other,
    file,
    library::{asked, cut, failed, refuse, said_before},
};
use crate::{
    painter::{Drawing, Drawn, Painter},
    web::AppState,
};

/// Dots of the longer side of what is kept: twice what a page shows.
const KEPT: u32 = 1_600;
/// How long to wait when too many pictures are being made.
const LATER: u32 = 60;

/// An image that was received.
enum Received {
    /// For a script, which puts it in the text itself.
    Kept(String),
    /// Put in the text; where one goes on.
    Put(String),
}

/// What a script is told.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Told {
    Address(String),
    Why(String),
}

/// The text of which it will be an image.
enum Whose {
    /// One that exists.
    Text(ContributionId),
    /// One that this person begins, in the group of this address.
    Begun(String),
}

impl Whose {
    async fn room(&self, cx: &Cx) -> backend::Result<Room> {
        match self {
            Whose::Text(id) => contributions::image_room(cx, *id).await,
            Whose::Begun(slug) => contributions::begun_image_room(cx, slug).await,
        }
    }
}

/// `POST /api/contributions/images?texte=…`: what is said of it, where it goes, then an image. With a script also
/// `?groupe=…`, for a text that is not saved yet.
pub async fn add(State(state): State<AppState>, Extension(cx): Extension<Cx>, request: Request) -> Response {
    let (parts, id) = asked(&request, "texte");
    let accept = parts.headers.get(header::ACCEPT).map_or(&b""[..], |accept| accept.as_bytes());
    let script = accept.starts_with(b"application/json");
    let mut form = ImageForm::default();
    let group = asked(&request, "groupe").1;
    let whose = match id.parse::<ContributionId>() {
        Ok(id) => Some(Whose::Text(id)),
        Err(_) => (script && !group.is_empty()).then_some(Whose::Begun(group)),
    };
    let answer = match whose {
        Some(whose) => received(&state.painter, &cx, &whose, request, script, &mut form).await,
        None => Err(Refusal::NotFound.into()),
    };
    match answer {
        Ok(Received::Kept(address)) => Json(Told::Address(address)).into_response(),
        Ok(Received::Put(path)) => see_other(&path),
        Err(error) => {
            let error = AppError::of(&cx, error);
            if script {
                let status =
                    StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
                let words = Words::new(cx.language, None);
                let why = app::library::report::reason(&words, &error);
                return (status, Json(Told::Why(why))).into_response();
            }
            let decorative = if form.decorative { "oui" } else { "" };
            let typed = [("alt", form.alt), ("decorative", decorative.to_owned()), ("after", form.after)];
            let typed = typed.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
            refuse(&state.pages, parts, error, typed).await
        }
    }
}

async fn received(
    painter: &Painter,
    cx: &Cx,
    whose: &Whose,
    request: Request,
    script: bool,
    typed: &mut ImageForm,
) -> backend::Result<Received> {
    let room = whose.room(cx).await?;
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| Refusal::Malformed)?;
    while let Some(mut field) = form.next_field().await.map_err(cut)? {
        let name = field.file_name().unwrap_or_default().to_owned();
        match field.name() {
            Some("alt") => typed.alt = said_before(&mut field).await?,
            Some("decorative") => typed.decorative = said_before(&mut field).await? == "oui",
            Some("after") => typed.after = said_before(&mut field).await?,
            Some("files") if !name.is_empty() => {
                if !script {
                    typed.check()?;
                }
                let staged = receive(cx, room, field).await?;
                let store = cx.backend.files();
                if let Err(error) = may_be(&staged) {
                    store.forget(staged).await;
                    return Err(error);
                }
                let sent = store.take(staged).await?;
                let drawn = match painter.of(&sent, Drawing::Photograph, KEPT).await? {
                    Drawn::Picture(drawn) => drawn,
                    Drawn::Nothing => {
                        return Err(Refusal::field("files", FieldProblem::UnreadablePicture).into());
                    }
                    Drawn::Busy => return Err(Refusal::TooMany { retry_after_seconds: LATER }.into()),
                };
                return match whose {
                    Whose::Begun(slug) => {
                        Ok(Received::Kept(contributions::begin_image(cx, slug, drawn).await?))
                    }
                    Whose::Text(id) if script => {
                        let image = contributions::add_image(cx, *id, drawn).await?;
                        Ok(Received::Kept(image_address(*id, &image.name)))
                    }
                    Whose::Text(id) => {
                        Ok(Received::Put(match contributions::put_image(cx, *id, typed, drawn).await? {
                            Put::Saved(saved) => after_saving(*id, saved),
                            Put::Typed => paths::done(&paths::contribution_edit(*id), "image"),
                        }))
                    }
                };
            }
            _ => {}
        }
    }
    Err(Refusal::field("files", FieldProblem::Missing).into())
}

/// The images of a file, drawn again; nothing for one that cannot be.
///
/// # Errors
/// The disk or the program cannot be used.
pub(super) async fn drawn(painter: &Painter, found: Vec<Bytes>) -> backend::Result<Vec<Option<Bytes>>> {
    let mut images = Vec::new();
    for image in found {
        images.push(match painter.of(&image, Drawing::Photograph, KEPT).await? {
            Drawn::Picture(drawn) => Some(drawn),
            Drawn::Nothing | Drawn::Busy => None,
        });
    }
    Ok(images)
}

/// `GET /contributions/{id}/images/{name}`
pub async fn of_text(
    Extension(cx): Extension<Cx>,
    Path((id, name)): Path<(String, String)>,
    request: Request,
) -> Response {
    let Ok(id) = id.parse() else { return StatusCode::NOT_FOUND.into_response() };
    give(&cx, contributions::image(&cx, id, &name).await, request).await
}

/// `GET /contributions/images/{name}`: of a text that this person has not saved yet.
pub async fn begun(Extension(cx): Extension<Cx>, Path(name): Path<String>, request: Request) -> Response {
    give(&cx, contributions::begun_image(&cx, &name).await, request).await
}

/// `GET /publications/{number}/images/{name}`
pub async fn of_publication(
    Extension(cx): Extension<Cx>,
    Path((number, name)): Path<(String, String)>,
    request: Request,
) -> Response {
    let Ok(number) = number.parse::<PublicationNumber>() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    give(&cx, contributions::published_image(&cx, number, &name).await, request).await
}

async fn give(cx: &Cx, found: backend::Result<FileView>, request: Request) -> Response {
    let found = match found {
        Ok(found) => found,
        Err(error) => return failed(cx, error),
    };
    let (parts, _) = request.into_parts();
    match file::give(cx.backend.files(), &found, &parts.headers, false).await {
        Ok(response) => response,
        Err(error) => failed(cx, error),
    }
}
