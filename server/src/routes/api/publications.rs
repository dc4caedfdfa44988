//! What the council published, what governs it, what it decided.

use axum::{
    Json,
    extract::{OriginalUri, Path},
    response::{IntoResponse, Response},
};
use backend::{
    charter::{self, TextView, VersionHead},
    polls::{self, PollRow},
    publications::{self, Publication},
};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{api::Scope, contributions::PublicationNumber};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    around::Caller,
    asked::{Asked, Paged, nothing},
    fault::Fault,
    given::{Listing, listing},
};

/// A publication in a list.
#[derive(Serialize, ToSchema)]
pub struct PublicationItem {
    /// Its number.
    number: String,
    /// Code of its kind.
    kind: String,
    /// Its title.
    title: String,
    /// Its summary, in HTML; may be empty.
    summary_html: String,
    /// The day on which it was adopted.
    adopted_on: NaiveDate,
    /// Who adopted it.
    adopted_by: String,
    /// When it was made public.
    published_at: DateTime<Utc>,
    /// When it last changed.
    updated_at: DateTime<Utc>,
    /// Code of whether it still speaks for the council.
    standing: String,
    /// The number of the publication that replaces it.
    replaced_by: Option<String>,
}

/// A publication.
#[derive(Serialize, ToSchema)]
pub struct PublicationText {
    /// Its number.
    number: String,
    /// Code of its kind.
    kind: String,
    /// Its title.
    title: String,
    /// The text that was frozen, in Markdown, with its title and its summary.
    markdown: String,
    /// The SHA-256 of that text.
    fingerprint: String,
    /// Which edition it is, from 1.
    edition: u32,
    /// Who adopted it.
    adopted_by: String,
    /// The day.
    adopted_on: NaiveDate,
    /// Votes for.
    votes_for: u32,
    /// Votes against.
    votes_against: u32,
    /// Abstentions.
    votes_abstaining: u32,
    /// When it was made public; none while it is only adopted.
    published_at: Option<DateTime<Utc>>,
    /// Code of whether it still speaks for the council.
    standing: String,
    /// The number of the publication that replaces it.
    replaced_by: Option<String>,
}

/// A framing text in a list, as it is in force.
#[derive(Serialize, ToSchema)]
pub struct FramingItem {
    /// Its name in addresses.
    slug: String,
    /// Code of what it is.
    kind: String,
    /// Its title.
    title: String,
    /// What it is for; may be empty.
    aim: String,
    /// The version in force; none if there is none yet.
    in_force: Option<FramingVersion>,
}

/// A version of a framing text.
#[derive(Serialize, ToSchema)]
pub struct FramingVersion {
    /// Its number.
    number: i32,
    /// From when it is in force.
    in_force_on: Option<NaiveDate>,
    /// Who decided.
    decided_by: String,
    /// When.
    decided_on: Option<NaiveDate>,
    /// The SHA-256 of its text; may be empty.
    fingerprint: String,
}

/// A framing text as it is in force.
#[derive(Serialize, ToSchema)]
pub struct FramingText {
    /// Its name in addresses.
    slug: String,
    /// Code of what it is.
    kind: String,
    /// Its title.
    title: String,
    /// The version in force; none if there is none yet.
    in_force: Option<FramingVersion>,
    /// Its text, in Markdown; none if none is in force.
    markdown: Option<String>,
}

/// A decision of the register.
#[derive(Serialize, ToSchema)]
pub struct Decision {
    /// Its number.
    number: String,
    /// What was asked.
    question: String,
    /// Who decided.
    body: String,
    /// Whether it was carried.
    carried: bool,
    /// How many could vote.
    entitled: u32,
    /// Votes for.
    votes_for: u32,
    /// Votes against.
    votes_against: u32,
    /// Abstentions.
    votes_abstaining: u32,
    /// When the vote ended.
    closed_at: DateTime<Utc>,
}

impl From<Publication> for PublicationItem {
    fn from(row: Publication) -> PublicationItem {
        PublicationItem {
            number: row.number.to_string(),
            kind: row.kind.code().into(),
            title: row.title,
            summary_html: row.summary_html,
            adopted_on: row.adopted_on,
            adopted_by: row.body,
            published_at: row.published_at,
            updated_at: row.updated_at,
            standing: row.standing.standing.code().into(),
            replaced_by: row.standing.replaced_by.map(|number| number.to_string()),
        }
    }
}

impl From<&VersionHead> for FramingVersion {
    fn from(head: &VersionHead) -> FramingVersion {
        FramingVersion {
            number: head.number,
            in_force_on: head.in_force_on,
            decided_by: head.decided_by.clone(),
            decided_on: head.decided_on,
            fingerprint: head.fingerprint.clone(),
        }
    }
}

impl From<TextView> for FramingItem {
    fn from(view: TextView) -> FramingItem {
        FramingItem {
            in_force: view.head.in_force().map(FramingVersion::from),
            slug: view.head.slug,
            kind: view.head.kind.code().into(),
            title: view.head.title,
            aim: view.head.aim,
        }
    }
}

fn decision(row: PollRow) -> Option<Decision> {
    let (number, tally) = row.decided?;
    Some(Decision {
        number: number.to_string(),
        question: row.question,
        body: row.body,
        carried: tally.is_carried(),
        entitled: tally.entitled,
        votes_for: tally.count.votes_for,
        votes_against: tally.count.votes_against,
        votes_abstaining: tally.count.votes_abstaining,
        closed_at: row.times.closes_at,
    })
}

#[utoipa::path(
    get,
    path = "/api/v1/publications",
    operation_id = "list-publications",
    params(Paged),
    responses((status = 200, body = Listing<PublicationItem>)),
    security(("token" = ["publications-read"])),
)]
pub async fn list_publications(
    caller: Caller,
    OriginalUri(uri): OriginalUri,
    Asked(asked): Asked<Paged>,
) -> Result<Response, Fault> {
    let cx = caller.within(Scope::PublicationsRead)?;
    let page = publications::list(cx, asked.number()?).await;
    Ok(listing(&uri, page.map_err(|error| caller.fault(error))?, PublicationItem::from))
}

#[utoipa::path(
    get,
    path = "/api/v1/publications/{number}",
    operation_id = "publication",
    params(("number" = String, Path, example = "2026-04")),
    responses((status = 200, body = PublicationText)),
    security(("token" = ["publications-read"])),
)]
pub async fn publication(caller: Caller, Path(number): Path<String>) -> Result<Response, Fault> {
    let cx = caller.within(Scope::PublicationsRead)?;
    let number: PublicationNumber = number.parse().map_err(|_| nothing())?;
    let view = publications::show(cx, number, None).await.map_err(|error| caller.fault(error))?;
    let bytes = publications::frozen_bytes(cx, number, None).await.map_err(|error| caller.fault(error))?;
    let adoption = view.adoption;
    let text = PublicationText {
        number: number.to_string(),
        kind: view.text.kind.code().into(),
        title: view.text.title,
        markdown: String::from_utf8_lossy(&bytes).into_owned(),
        fingerprint: adoption.fingerprint,
        edition: adoption.edition,
        adopted_by: adoption.body,
        adopted_on: adoption.adopted_on,
        votes_for: adoption.votes_for,
        votes_against: adoption.votes_against,
        votes_abstaining: adoption.votes_abstaining,
        published_at: adoption.published_at,
        standing: adoption.standing.standing.code().into(),
        replaced_by: adoption.standing.replaced_by.map(|number| number.to_string()),
    };
    Ok(Json(text).into_response())
}

#[utoipa::path(
    get,
    path = "/api/v1/framing-texts",
    operation_id = "list-framing-texts",
    responses((status = 200, body = Vec<FramingItem>)),
    security(("token" = ["publications-read"])),
)]
pub async fn list_framing_texts(caller: Caller) -> Result<Response, Fault> {
    let cx = caller.within(Scope::PublicationsRead)?;
    let views = charter::all(cx).await.map_err(|error| caller.fault(error))?;
    let items: Vec<FramingItem> = views.into_iter().map(FramingItem::from).collect();
    Ok(Json(items).into_response())
}

#[utoipa::path(
    get,
    path = "/api/v1/framing-texts/{slug}",
    operation_id = "framing-text",
    params(("slug" = String, Path)),
    responses((status = 200, body = FramingText)),
    security(("token" = ["publications-read"])),
)]
pub async fn framing_text(caller: Caller, Path(slug): Path<String>) -> Result<Response, Fault> {
    let cx = caller.within(Scope::PublicationsRead)?;
    let head = charter::text(cx, &slug, None).await.map_err(|error| caller.fault(error))?.head;
    let in_force = head.in_force().map(FramingVersion::from);
    let markdown = match &in_force {
        Some(version) => {
            let source = charter::source(cx, &slug, version.number).await;
            Some(source.map_err(|error| caller.fault(error))?)
        }
        None => None,
    };
    let text =
        FramingText { slug: head.slug, kind: head.kind.code().into(), title: head.title, in_force, markdown };
    Ok(Json(text).into_response())
}

#[utoipa::path(
    get,
    path = "/api/v1/decisions",
    operation_id = "list-decisions",
    params(Paged),
    responses((status = 200, body = Listing<Decision>)),
    security(("token" = ["publications-read"])),
)]
pub async fn list_decisions(
    caller: Caller,
    OriginalUri(uri): OriginalUri,
    Asked(asked): Asked<Paged>,
) -> Result<Response, Fault> {
    let cx = caller.within(Scope::PublicationsRead)?;
    let page = polls::register(cx, asked.number()?).await.map_err(|error| caller.fault(error))?;
    let backend::Page { rows, number, total, size } = page;
    let rows: Vec<Decision> = rows.into_iter().filter_map(decision).collect();
    Ok(listing(&uri, backend::Page { rows, number, total, size }, |row| row))
}
