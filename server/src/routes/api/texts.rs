//! Texts: reading them, writing them, sending them for review.
#![expect(unused_qualifications, reason = "what `utoipa::path` writes names its parameters in full")]

use axum::{
    Json,
    extract::{OriginalUri, Path},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use backend::contributions::{self, Filter, HistoryRow, Row, Saved, Written};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Refusal, Version,
    api::Scope,
    contributions::{ContributionForm, ContributionKind, State},
    ids::ContributionId,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema, openapi::schema::Object};

use super::{
    around::{Caller, Versioned},
    asked::{Asked, Id, Paged, Sent, coded, looked_for, number, one_of, version_to_change},
    fault::{Fault, Problem},
    given::{Listing, Made, listing, made},
};

/// A text in a list.
#[derive(Serialize, ToSchema)]
pub struct TextItem {
    /// Its identifier.
    id: i64,
    /// Code of its kind.
    kind: String,
    /// Code of where it stands.
    state: String,
    /// Its title.
    title: String,
    /// Its authors.
    authors: Vec<String>,
    /// The name in addresses of its group, if one may know of it.
    group: Option<String>,
    /// Its current version.
    version: i32,
    /// When something last happened to it.
    updated_at: DateTime<Utc>,
    /// Its number, once adopted.
    number: Option<String>,
    /// The last day of its consultation, while that goes on.
    consulted_until: Option<NaiveDate>,
}

/// A text as it is written.
#[derive(Serialize, ToSchema)]
pub struct Text {
    /// Its identifier.
    id: i64,
    /// Code of its kind.
    kind: String,
    /// Code of where it stands.
    state: String,
    /// Its title.
    title: String,
    /// What it says in brief; may be empty.
    summary: String,
    /// The text, in Markdown; may be empty.
    body: String,
    /// Its authors.
    authors: Vec<String>,
    /// The name in addresses of its group, if one may know of it.
    group: Option<String>,
    /// Its current version, which `If-Match` says back.
    version: i32,
    /// Who saved that version.
    saved_by: String,
    /// When.
    saved_at: DateTime<Utc>,
    /// When it was begun.
    created_at: DateTime<Utc>,
    /// Its number, once adopted.
    number: Option<String>,
}

/// A version of a text.
#[derive(Serialize, ToSchema)]
pub struct VersionItem {
    /// Its number, from 1.
    version: i32,
    /// Who saved it.
    by: String,
    /// Who else wrote it.
    with: Vec<String>,
    /// When.
    at: DateTime<Utc>,
    /// Why; may be empty.
    reason: String,
    /// The name that people gave it.
    name: Option<String>,
    /// Words it added to the version before.
    words_added: u32,
    /// Words it removed from it.
    words_removed: u32,
}

/// A text to be begun.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewText {
    /// Its title.
    #[schema(min_length = 3, max_length = 200)]
    title: String,
    /// Code of its kind.
    #[schema(schema_with = kinds)]
    kind: String,
    /// What it says in brief.
    #[serde(default)]
    #[schema(max_length = 1_500)]
    summary: String,
    /// The text, in Markdown.
    #[serde(default)]
    #[schema(max_length = 400_000)]
    body: String,
}

/// A text to be saved, whole.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangedText {
    /// Its title.
    #[schema(min_length = 3, max_length = 200)]
    title: String,
    /// Code of its kind.
    #[schema(schema_with = kinds)]
    kind: String,
    /// What it says in brief.
    #[serde(default)]
    #[schema(max_length = 1_500)]
    summary: String,
    /// The text, in Markdown.
    #[schema(max_length = 400_000)]
    body: String,
    /// Why this version differs from the one before.
    #[serde(default)]
    #[schema(max_length = 300)]
    reason: String,
}

/// A text that was saved.
#[derive(Serialize, ToSchema)]
pub struct SavedText {
    /// The current version now.
    version: i32,
    /// Whether somebody saved at the same moment: both changes are in the current version.
    merged: bool,
}

/// Where a text stands after a step.
#[derive(Serialize, ToSchema)]
pub struct Standing {
    /// Code of the state.
    state: String,
}

/// The kinds of texts.
fn kinds() -> Object {
    one_of(ContributionKind::ALL.iter().map(|one| one.code()))
}

/// The states of texts.
fn states() -> Object {
    one_of(State::ALL.iter().map(|one| one.code()))
}

/// Which texts are looked for.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct TextsAsked {
    /// Words of the title.
    #[param(max_length = 200)]
    q: Option<String>,
    /// Code of a state.
    #[param(schema_with = states)]
    state: Option<String>,
    /// Code of a kind.
    #[param(schema_with = kinds)]
    kind: Option<String>,
    /// The name of a group in addresses.
    group: Option<String>,
    /// Only those in consultation of the whole council.
    consulted: Option<bool>,
    /// Which page, from 1.
    #[param(minimum = 1, maximum = 1_000_000)]
    page: Option<u32>,
}

impl From<Row> for TextItem {
    fn from(row: Row) -> TextItem {
        TextItem {
            id: row.id.0,
            kind: row.kind.code().into(),
            state: row.state.code().into(),
            title: row.title,
            authors: row.authors,
            group: row.group.map(|group| group.slug),
            version: row.version.0,
            updated_at: row.updated_at,
            number: row.number.map(|number| number.to_string()),
            consulted_until: row.consulted_until,
        }
    }
}

impl From<Written> for Text {
    fn from(Written { view, form }: Written) -> Text {
        Text {
            id: view.facts.id.0,
            kind: form.kind,
            state: view.facts.state.code().into(),
            title: form.title,
            summary: form.summary,
            body: form.body,
            authors: view.authors,
            group: view.group.map(|group| group.slug),
            version: view.revision.version.0,
            saved_by: view.revision.by,
            saved_at: view.revision.at,
            created_at: view.created_at,
            number: view.adoption.map(|adoption| adoption.number.to_string()),
        }
    }
}

impl From<HistoryRow> for VersionItem {
    fn from(row: HistoryRow) -> VersionItem {
        VersionItem {
            version: row.revision.version.0,
            by: row.revision.by,
            with: row.with,
            at: row.revision.at,
            reason: row.revision.reason,
            name: row.name,
            words_added: row.words_added,
            words_removed: row.words_removed,
        }
    }
}

#[utoipa::path(
    get,
    path = "/api/v1/contributions",
    operation_id = "list-texts",
    params(TextsAsked),
    responses((status = 200, body = Listing<TextItem>)),
    security(("token" = ["texts-read"])),
)]
pub async fn list_texts(
    caller: Caller,
    OriginalUri(uri): OriginalUri,
    Asked(asked): Asked<TextsAsked>,
) -> Result<Response, Fault> {
    let cx = caller.within(Scope::TextsRead)?;
    let group = match asked.group {
        // A group that one may not see is not found, as its page is not.
        Some(slug) => {
            let view = backend::groups::show(cx, &slug).await.map_err(|error| caller.fault(error))?;
            Some(view.id)
        }
        None => None,
    };
    let filter = Filter {
        q: looked_for(asked.q)?,
        state: coded(asked.state, State::from_code)?,
        kind: coded(asked.kind, ContributionKind::from_code)?,
        group,
        consulted: asked.consulted.unwrap_or_default(),
    };
    let page = contributions::list(cx, &filter, number(asked.page)?).await;
    Ok(listing(&uri, page.map_err(|error| caller.fault(error))?, TextItem::from))
}

#[utoipa::path(
    post,
    path = "/api/v1/groups/{slug}/contributions",
    operation_id = "begin-text",
    params(("slug" = String, Path)),
    request_body = NewText,
    responses((status = 201, body = Made)),
    security(("token" = ["texts-write"])),
)]
pub async fn begin_text(
    caller: Caller,
    Path(slug): Path<String>,
    Sent(sent): Sent<NewText>,
) -> Result<Response, Fault> {
    let cx = caller.within(Scope::TextsWrite)?;
    let form = ContributionForm {
        title: sent.title,
        kind: sent.kind,
        summary: sent.summary,
        body: sent.body,
        reason: String::new(),
    };
    let id = contributions::create(cx, &slug, &form).await.map_err(|error| caller.fault(error))?;
    Ok(made(id.0, format!("/api/v1/contributions/{id}")))
}

#[utoipa::path(
    get,
    path = "/api/v1/contributions/{id}",
    operation_id = "text",
    params(("id" = i64, Path)),
    responses((status = 200, body = Text)),
    security(("token" = ["texts-read"])),
)]
pub async fn text(caller: Caller, Id(id): Id<ContributionId>) -> Result<Response, Fault> {
    let cx = caller.within(Scope::TextsRead)?;
    let written = contributions::written(cx, id).await.map_err(|error| caller.fault(error))?;
    let version = Versioned(written.view.revision.version.0);
    let mut response = Json(Text::from(written)).into_response();
    response.extensions_mut().insert(version);
    Ok(response)
}

#[utoipa::path(
    put,
    path = "/api/v1/contributions/{id}",
    operation_id = "save-text",
    params(
        ("id" = i64, Path),
        ("If-Match" = String, Header, description = "The entity tag of the version that was read."),
    ),
    request_body = ChangedText,
    responses(
        (status = 200, body = SavedText),
        (status = 412, body = Problem, content_type = "application/problem+json", description = "Changed since"),
        (status = 428, body = Problem, content_type = "application/problem+json", description = "Say which version"),
    ),
    security(("token" = ["texts-write"])),
)]
pub async fn save_text(
    caller: Caller,
    Id(id): Id<ContributionId>,
    headers: HeaderMap,
    Sent(sent): Sent<ChangedText>,
) -> Result<Response, Fault> {
    use domain::policy::ContributionAction;

    let cx = caller.within(Scope::TextsWrite)?;
    let head = contributions::head(cx, id, ContributionAction::Write).await;
    let current = head.map_err(|error| caller.fault(error))?.version;
    let base = Version(version_to_change(&headers)?);
    if base != current {
        return Err(Fault::Changed(current.0));
    }
    let form = ContributionForm {
        title: sent.title,
        kind: sent.kind,
        summary: sent.summary,
        body: sent.body,
        reason: sent.reason,
    };
    let saved = contributions::save(cx, id, base, &form).await.map_err(|error| caller.fault(error))?;
    let (version, merged) = match saved {
        Saved::Version(version) | Saved::Unchanged(version) => (version.0, false),
        Saved::Merged { version, .. } => (version.0, true),
        // What was sent is put aside, beside the text, for its person.
        Saved::Conflicting(_) => return Err(Refusal::Conflict.into()),
    };
    Ok(Json(SavedText { version, merged }).into_response())
}

#[utoipa::path(
    get,
    path = "/api/v1/contributions/{id}/revisions",
    operation_id = "list-versions",
    params(("id" = i64, Path), Paged),
    responses((status = 200, body = Listing<VersionItem>)),
    security(("token" = ["texts-read"])),
)]
pub async fn list_versions(
    caller: Caller,
    OriginalUri(uri): OriginalUri,
    Id(id): Id<ContributionId>,
    Asked(asked): Asked<Paged>,
) -> Result<Response, Fault> {
    let cx = caller.within(Scope::TextsRead)?;
    let history = contributions::history(cx, id, asked.number()?).await;
    Ok(listing(&uri, history.map_err(|error| caller.fault(error))?.page, VersionItem::from))
}

#[utoipa::path(
    post,
    path = "/api/v1/contributions/{id}/submission",
    operation_id = "submit-text",
    params(("id" = i64, Path)),
    responses((status = 200, body = Standing)),
    security(("token" = ["texts-write"])),
)]
pub async fn submit_text(caller: Caller, Id(id): Id<ContributionId>) -> Result<Response, Fault> {
    let cx = caller.within(Scope::TextsWrite)?;
    contributions::submit(cx, id).await.map_err(|error| caller.fault(error))?;
    let state = State::InReview.code().to_owned();
    Ok((StatusCode::OK, Json(Standing { state })).into_response())
}
