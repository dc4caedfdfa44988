//! Libraries: what stands in a folder, a document, its file, depositing one.
#![expect(unused_qualifications, reason = "what `utoipa::path` writes names its parameters in full")]

use axum::{
    Json,
    body::Body,
    extract::{Path, Request},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use backend::library::{self, Deposited, DocumentView, EntryRow, FolderView, LibraryRef, Place, RowKind};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    api::Scope,
    ids::{DocumentId, EntryId},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    around::Caller,
    asked::{Asked, Id, is_of, nothing},
    fault::Fault,
    given::{Made, made},
};

/// What a folder holds.
#[derive(Serialize, ToSchema)]
pub struct Folder {
    /// The place, as addresses name it.
    place: String,
    /// The name of the folder; none at the top of a library.
    name: Option<String>,
    /// The name in addresses of the group whose library it is; none for the common one.
    group: Option<String>,
    /// Folders, then documents, by name.
    items: Vec<Entry>,
    /// What the next page comes after, if there is one.
    next: Option<i64>,
}

/// Something in a folder.
#[derive(Serialize, ToSchema)]
pub struct Entry {
    /// The place, if it is a folder.
    folder: Option<String>,
    /// The identifier of the document, if it is one.
    document: Option<i64>,
    /// Its name.
    name: String,
    /// Code of what the document is made of.
    kind: Option<String>,
    /// The length of its file, in bytes.
    bytes: Option<u64>,
    /// When it last changed.
    changed_at: Option<DateTime<Utc>>,
    /// Its keywords.
    tags: Vec<String>,
}

/// A document.
#[derive(Serialize, ToSchema)]
pub struct Document {
    /// Its identifier.
    id: i64,
    /// Code of what it is made of.
    kind: String,
    /// Its title.
    title: String,
    /// May be empty.
    description: String,
    /// Where it comes from; may be empty.
    source: String,
    /// Who made it; may be empty.
    author: String,
    /// Of which day it is.
    dated_on: Option<NaiveDate>,
    /// Its keywords.
    tags: Vec<String>,
    /// The name in addresses of the group whose library answers for it; none for the common one.
    group: Option<String>,
    /// The name of its file; empty if it has none.
    file_name: String,
    /// The length of its file, in bytes.
    bytes: u64,
    /// Where a link leads; empty if it is none.
    address: String,
    /// The text of a note, in Markdown; empty if it is none.
    body: String,
    /// Its last version.
    version: i32,
    /// When it was deposited.
    created_at: DateTime<Utc>,
}

/// A file.
#[derive(ToSchema)]
#[schema(value_type = String, format = Binary)]
pub struct Content(#[expect(dead_code, reason = "it only says what is sent")] Vec<u8>);

/// From where on.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct After {
    /// What the page before gave as `next`.
    after: Option<i64>,
}

/// What a file is called.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Named {
    /// The name of the file, with its extension.
    #[param(min_length = 1, max_length = 200)]
    name: String,
}

fn group(library: &LibraryRef) -> Option<String> {
    match library {
        LibraryRef::Common => None,
        LibraryRef::Group(group) => Some(group.slug.clone()),
    }
}

impl From<EntryRow> for Entry {
    fn from(row: EntryRow) -> Entry {
        let (folder, document, kind, bytes, changed_at) = match row.what {
            RowKind::Folder => (Some(row.id.to_string()), None, None, None, None),
            RowKind::Document { id, kind, bytes, changed_at, .. } => {
                (None, Some(id.0), Some(kind.code().to_owned()), Some(bytes), Some(changed_at))
            }
        };
        Entry { folder, document, name: row.name, kind, bytes, changed_at, tags: row.tags }
    }
}

impl From<FolderView> for Folder {
    fn from(view: FolderView) -> Folder {
        Folder {
            place: view.place.to_string(),
            name: view.folder.map(|(_, name)| name),
            group: group(&view.library),
            items: view.rows.into_iter().map(Entry::from).collect(),
            next: view.next.map(|id| id.0),
        }
    }
}

impl From<DocumentView> for Document {
    fn from(view: DocumentView) -> Document {
        Document {
            id: view.id.0,
            kind: view.kind.code().into(),
            title: view.title,
            description: view.description,
            source: view.source,
            author: view.author,
            dated_on: view.dated_on,
            tags: view.tags,
            group: view.library.as_ref().and_then(group),
            file_name: view.file_name,
            bytes: view.bytes,
            address: view.address,
            body: view.body,
            version: view.latest,
            created_at: view.created_at,
        }
    }
}

fn at(place: &str) -> Result<Place, Fault> {
    match place.parse() {
        Ok(Place::Nowhere) => Err(nothing()),
        Ok(place) => Ok(place),
        Err(never) => match never {},
    }
}

#[utoipa::path(
    get,
    path = "/api/v1/library/{place}",
    operation_id = "list-folder",
    params(
        ("place" = String, Path, description = "`commun`, `groupe-` and the name of a group, or a folder.", example = "commun"),
        After,
    ),
    responses((status = 200, body = Folder)),
    security(("token" = ["library-read"])),
)]
pub async fn list_folder(
    caller: Caller,
    Path(place): Path<String>,
    Asked(asked): Asked<After>,
) -> Result<Response, Fault> {
    let cx = caller.within(Scope::LibraryRead)?;
    let view = library::folder(cx, &at(&place)?, asked.after.map(EntryId)).await;
    Ok(Json(Folder::from(view.map_err(|error| caller.fault(error))?)).into_response())
}

#[utoipa::path(
    post,
    path = "/api/v1/library/{place}/documents",
    operation_id = "deposit",
    params(
        ("place" = String, Path, description = "`commun`, `groupe-` and the name of a group, or a folder."),
        Named,
    ),
    request_body(content = Content, content_type = "application/octet-stream"),
    responses(
        (status = 201, body = Made, description = "Deposited"),
        (status = 200, body = Made, description = "The same file was there"),
    ),
    security(("token" = ["library-write"])),
)]
pub async fn deposit(
    caller: Caller,
    Path(place): Path<String>,
    Asked(named): Asked<Named>,
    request: Request,
) -> Result<Response, Fault> {
    let cx = caller.within(Scope::LibraryWrite)?;
    let place = at(&place)?;
    if !is_of(request.headers(), "application/octet-stream") {
        return Err(Fault::MediaType);
    }
    let fault = |error| caller.fault(error);
    let room = library::room(cx, &place).await.map_err(fault)?;
    let content = request.into_body().into_data_stream();
    let staged = library::receive(cx, room, content).await.map_err(fault)?;
    let address = |id: DocumentId| format!("/api/v1/documents/{id}");
    Ok(match library::deposit(cx, &place, &named.name, staged).await.map_err(fault)? {
        Deposited::New(id) => made(id.0, address(id)),
        Deposited::AlreadyThere(id) => {
            (StatusCode::OK, Json(Made { id: id.0, address: address(id) })).into_response()
        }
    })
}

#[utoipa::path(
    get,
    path = "/api/v1/documents/{id}",
    operation_id = "document",
    params(("id" = i64, Path)),
    responses((status = 200, body = Document)),
    security(("token" = ["library-read"])),
)]
pub async fn document(caller: Caller, Id(id): Id<DocumentId>) -> Result<Response, Fault> {
    let cx = caller.within(Scope::LibraryRead)?;
    let view = library::show(cx, id).await.map_err(|error| caller.fault(error))?;
    Ok(Json(Document::from(view)).into_response())
}

#[utoipa::path(
    get,
    path = "/api/v1/documents/{id}/file",
    operation_id = "document-file",
    params(("id" = i64, Path)),
    responses((status = 200, body = Content, content_type = "application/octet-stream")),
    security(("token" = ["library-read"])),
)]
pub async fn document_file(
    caller: Caller,
    Id(id): Id<DocumentId>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    let cx = caller.within(Scope::LibraryRead)?;
    let fault = |error| caller.fault(error);
    let file = library::file(cx, id, None).await.map_err(fault)?;
    let given = crate::routes::file::give(cx.backend.files(), &file, &headers, true).await.map_err(fault)?;
    // Programs get the bytes, whatever they are.
    let (mut parts, body) = given.into_parts();
    if parts.status.is_success() {
        let plain = header::HeaderValue::from_static("application/octet-stream");
        parts.headers.insert(header::CONTENT_TYPE, plain);
    }
    Ok(Response::from_parts(parts, Body::new(body)))
}
