//! A text as it is printed.

use chrono::{DateTime, Utc};
use domain::{
    Actor, Language, Refusal, Version,
    contributions::{ContributionKind, PublicationNumber, State},
    ids::ContributionId,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::images::{self, ImageShown};
use crate::{
    Backend, Cx, Error, Found, Result,
    contributions::{self, AdoptionView, ContributionView, DissentView, number, typeset},
    entities::{adoption, revision},
    publications::{self, Edition},
};

/// Everything that a document may say of a text.
#[derive(Clone, Debug)]
pub struct PrintView {
    /// Which text.
    pub id: ContributionId,
    /// Which version of it.
    pub version: Version,
    /// When that version was saved.
    pub at: DateTime<Utc>,
    /// Whether anybody may read it.
    pub public: bool,
    /// Its kind.
    pub kind: ContributionKind,
    /// Where it stands.
    pub state: State,
    /// Its title, typeset.
    pub title: String,
    /// The same, as typed.
    pub typed_title: String,
    /// Its authors, if one may know of them.
    pub authors: Vec<String>,
    /// The name of its group, if one may know of it.
    pub group: Option<String>,
    /// Its summary, as typed.
    pub summary: String,
    /// The text, as typed.
    pub body: String,
    /// The images that it shows and that whoever asked reads.
    pub images: Vec<ImageShown>,
    /// How this version was adopted, if it was.
    pub adoption: Option<AdoptionView>,
    /// The edition that it is, if there is a later one.
    pub former: Option<Edition>,
    /// Its minority opinions; of a version that is not the current one, none.
    pub dissents: Vec<DissentView>,
}

/// A publication, or one of its editions, for somebody who may read it. What is public says the same to everybody.
///
/// # Errors
/// `NotFound`.
pub async fn edition(cx: &Cx, number: PublicationNumber, edition: Option<u32>) -> Result<PrintView> {
    let mut cx = cx.clone();
    let mut shown = publications::show(&cx, number, edition).await?;
    let public = shown.adoption.published_at.is_some();
    if public && cx.actor != Actor::Visitor {
        cx = visitor(&cx.backend);
        shown = publications::show(&cx, number, edition).await?;
    }
    let version = shown.text.revision.version;
    let view = view(&cx, shown.text, version, Some(shown.adoption)).await?;
    Ok(PrintView { public, former: shown.former, ..view })
}

/// One version of a text, for somebody who may read it: those who do not follow the work read the current one only.
///
/// # Errors
/// `NotFound`.
pub async fn version(cx: &Cx, id: ContributionId, version: Version) -> Result<PrintView> {
    let mut text = contributions::unopened(cx, id).await?;
    let current = text.revision.version == version;
    if !current && !text.inside {
        return Err(Refusal::NotFound.into());
    }
    let adoption = text.adoption.take().filter(|_| current);
    if !current {
        text.dissents.clear();
    }
    view(cx, text, version, adoption).await
}

/// The publication that a text is, as anybody reads it; nothing if it is none.
///
/// # Errors
/// The database cannot be read.
pub async fn public(backend: &Backend, id: ContributionId) -> Result<Option<PrintView>> {
    let cx = visitor(backend);
    let row = adoption::Entity::find_by_id(id).one(cx.reader()).await?;
    let Some(number) = number(row.map(|row| (row.year, row.sequence))) else { return Ok(None) };
    match edition(&cx, number, None).await {
        Ok(view) => Ok(Some(view)),
        Err(Error::Refused(Refusal::NotFound)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whoever is not signed in.
fn visitor(backend: &Backend) -> Cx {
    backend.cx(Actor::Visitor, Language::French)
}

async fn view(
    cx: &Cx,
    text: ContributionView,
    version: Version,
    adoption: Option<AdoptionView>,
) -> Result<PrintView> {
    let source = revision::Entity::find()
        .filter(revision::Column::ContributionId.eq(text.facts.id))
        .filter(revision::Column::Position.eq(version.0))
        .one(cx.reader())
        .await?
        .found()?;
    let mut said = vec![source.summary.as_str(), &source.body];
    said.extend(text.dissents.iter().map(|dissent| dissent.body.as_str()));
    let images = images::shown(cx, text.facts.id, &said).await?;
    Ok(PrintView {
        images,
        id: text.facts.id,
        version,
        at: source.at,
        public: false,
        kind: text.kind,
        state: text.facts.state,
        title: typeset(&source.title),
        typed_title: source.title,
        authors: text.authors,
        group: text.group.map(|group| group.name),
        summary: source.summary,
        body: source.body,
        adoption,
        former: None,
        dissents: text.dissents,
    })
}
