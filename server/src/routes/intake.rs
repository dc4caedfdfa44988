//! Files that become texts: received, read by a process of their own, written as a new text or as another version.

use app::{contributions::actions::after_saving, error::AppError, paths};
use axum::{
    Extension,
    extract::{FromRequest, Multipart, Request, State},
    response::Response,
};
use backend::{
    Cx,
    contributions::{self, Arrived, INTAKE_MEGABYTES, IntakeForm},
    library::receive,
};
use domain::{FieldProblem, Refusal, Version, ids::ContributionId};
use extraction::State as Read;

use super::{
    action::see_other,
    images,
    library::{asked, cut, in_query, refuse, said_before},
};
use crate::{
    drafter::{Drafted, Drafter},
    painter::Painter,
    web::AppState,
};

/// How long to wait when too many files are being read.
const LATER: u32 = 60;

/// What the file becomes.
enum Becomes {
    /// A text in this group.
    Text(String),
    /// Another version of this text, over the one that was read.
    Version(ContributionId, Version),
}

/// `POST /api/contributions/from-file?dans=…` or `?texte=…&version=…`: what is typed, then a file.
pub async fn bring(
    State(state): State<AppState>,
    Extension(cx): Extension<Cx>,
    request: Request,
) -> Response {
    let (parts, slug) = asked(&request, "dans");
    let text = in_query(&parts, "texte").and_then(|id| id.parse::<ContributionId>().ok());
    let version = in_query(&parts, "version").and_then(|version| version.parse::<i32>().ok());
    let becomes = match text.zip(version) {
        Some((id, version)) => Becomes::Version(id, Version(version)),
        None => Becomes::Text(slug),
    };
    let mut form = IntakeForm::default();
    match brought((&state.drafter, &state.painter), &cx, &becomes, request, &mut form).await {
        Ok(path) => see_other(&path),
        Err(error) => {
            let kept = if form.keep { "oui" } else { "" };
            let typed = [
                ("title", form.title),
                ("kind", form.kind),
                ("reason", form.reason),
                ("keep", kept.to_owned()),
            ];
            let typed = typed.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
            refuse(&state.pages, parts, AppError::of(&cx, error), typed).await
        }
    }
}

async fn brought(
    (drafter, painter): (&Drafter, &Painter),
    cx: &Cx,
    becomes: &Becomes,
    request: Request,
    typed: &mut IntakeForm,
) -> backend::Result<String> {
    let room = match becomes {
        Becomes::Text(slug) => contributions::room_to_begin(cx, slug).await?,
        Becomes::Version(id, _) => contributions::room_to_revise(cx, *id).await?,
    };
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| Refusal::Malformed)?;
    while let Some(mut field) = form.next_field().await.map_err(cut)? {
        let name = field.file_name().unwrap_or_default().to_owned();
        match field.name() {
            Some("title") => typed.title = said_before(&mut field).await?,
            Some("kind") => typed.kind = said_before(&mut field).await?,
            Some("reason") => typed.reason = said_before(&mut field).await?,
            Some("keep") => typed.keep = said_before(&mut field).await? == "oui",
            Some("files") if !name.is_empty() => {
                let staged = receive(cx, room, field).await?;
                let content = cx.backend.files().take(staged).await?;
                let (draft, images) = match drafter.read(&content, &name).await? {
                    Drafted::Text(draft, images) => (*draft, images),
                    Drafted::Unread(why) => return Err(Refusal::field("files", problem(why)).into()),
                    Drafted::Busy => return Err(Refusal::TooMany { retry_after_seconds: LATER }.into()),
                };
                let images = images::drawn(painter, images).await?;
                let arrived = Arrived { name, content, draft, images };
                return match becomes {
                    Becomes::Text(slug) => {
                        let id = contributions::begin_from_file(cx, slug, typed, arrived).await?;
                        Ok(paths::done(&paths::contribution(id), "cree"))
                    }
                    Becomes::Version(id, base) => {
                        let saved = contributions::revise_from_file(cx, *id, *base, typed, arrived).await?;
                        Ok(after_saving(*id, saved))
                    }
                };
            }
            _ => {}
        }
    }
    Err(Refusal::field("files", FieldProblem::Missing).into())
}

fn problem(why: Read) -> FieldProblem {
    match why {
        Read::Unsupported => FieldProblem::NotADraft,
        Read::Encrypted => FieldProblem::LockedFile,
        Read::Read | Read::Empty => FieldProblem::WordlessFile,
        Read::Damaged => FieldProblem::UnreadableFile,
        Read::TooLarge => {
            FieldProblem::FileTooLarge { megabytes: u32::try_from(INTAKE_MEGABYTES).unwrap_or(1) }
        }
    }
}
