//! What can be found by its words, as far as the token is for that kind of thing.
#![expect(unused_qualifications, reason = "what `utoipa::path` writes names its parameters in full")]

use app::{search::parts, words::Words};
use axum::{extract::OriginalUri, response::Response};
use backend::search::{self, Filter};
use chrono::{DateTime, Utc};
use domain::{api::Scope, search::SubjectKind};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema, openapi::schema::Object};

use super::{
    around::Caller,
    asked::{Asked, coded, looked_for, number, one_of},
    fault::Fault,
    given::{Listing, listing},
};

/// Something that was found.
#[derive(Serialize, ToSchema)]
pub struct Found {
    /// Its title; empty where it is hidden.
    title: String,
    /// Its page on the site.
    page: String,
    /// The passage that answers; may be empty.
    passage: String,
    /// The name in addresses of its group, if one may know of it.
    group: Option<String>,
    /// Who wrote it, as far as one may know.
    by: Vec<String>,
    /// When it was last written.
    at: DateTime<Utc>,
}

/// The kinds of things that are found.
fn kinds() -> Object {
    one_of(SubjectKind::ALL.iter().map(|one| one.code()))
}

/// What is looked for.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SearchAsked {
    /// Words.
    #[param(max_length = 200)]
    q: Option<String>,
    /// Code of a kind of thing.
    #[param(schema_with = kinds)]
    kind: Option<String>,
    /// The name of a group in addresses.
    group: Option<String>,
    /// Which page, from 1.
    #[param(minimum = 1, maximum = 1_000_000)]
    page: Option<u32>,
}

/// What a token is for, to find this kind of thing.
fn scope_of(kind: SubjectKind) -> Scope {
    match kind {
        SubjectKind::Text | SubjectKind::Review | SubjectKind::Comment => Scope::TextsRead,
        SubjectKind::Message | SubjectKind::Group => Scope::GroupsRead,
        SubjectKind::Document | SubjectKind::Dossier => Scope::LibraryRead,
        SubjectKind::Person => Scope::PeopleRead,
        SubjectKind::Publication
        | SubjectKind::Method
        | SubjectKind::Tutorial
        | SubjectKind::Acronym
        | SubjectKind::Article => Scope::PublicationsRead,
    }
}

#[utoipa::path(
    get,
    path = "/api/v1/search",
    operation_id = "search",
    params(SearchAsked),
    responses((status = 200, body = Listing<Found>)),
)]
pub async fn search(
    caller: Caller,
    OriginalUri(uri): OriginalUri,
    Asked(asked): Asked<SearchAsked>,
) -> Result<Response, Fault> {
    let kind = coded(asked.kind, SubjectKind::from_code)?;
    let cx = match kind {
        Some(kind) => caller.within(scope_of(kind))?,
        None => &caller.cx,
    };
    let among = SubjectKind::ALL.iter().copied().filter(|kind| caller.has(scope_of(*kind))).collect();
    let filter = Filter { kind, among, group: looked_for(asked.group)?, ..Filter::default() };
    let typed = looked_for(asked.q)?;
    let found = search::find(cx, &typed, &filter, number(asked.page)?).await;
    let words = Words::new(cx.language, None);
    let item = |found: search::Found| Found {
        title: parts::plain_title(&words, &found),
        page: parts::address(&found),
        passage: found.passage.pieces.iter().map(|piece| piece.text.as_str()).collect(),
        group: found.group.map(|group| group.slug),
        by: found.by,
        at: found.at,
    };
    Ok(listing(&uri, found.map_err(|error| caller.fault(error))?.page, item))
}
