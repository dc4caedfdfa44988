//! A publication as it is read: its current edition, or a former one at its own address.

use chrono::{DateTime, Utc};
use domain::contributions::PublicationNumber;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{
    Cx, Found, Result,
    contributions::{self, AdoptionView, ContributionView, RevisionRef, typeset},
    entities::{former_edition, rendering, revision},
    files::Fingerprint,
};

/// One edition of a publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Which, from 1.
    pub number: u32,
    /// When it was made public.
    pub at: DateTime<Utc>,
    /// Why it corrects the one before; empty for the first.
    pub reason: String,
}

/// A publication as it is read.
#[derive(Clone, Debug)]
pub struct PublicationView {
    /// The text, without its reviews; its group is named only to those who may know of it.
    pub text: ContributionView,
    /// How it was adopted. The fingerprint is that of the edition that is read.
    pub adoption: AdoptionView,
    /// The edition that is read, if it is a former one.
    pub former: Option<Edition>,
    /// The former editions, the latest first.
    pub editions: Vec<Edition>,
}

/// The publication of this number, in its current edition or in this one; an adopted text too, for those who may read
/// it already.
///
/// # Errors
/// `NotFound` if there is none, or it may not be read.
pub async fn show(cx: &Cx, number: PublicationNumber, edition: Option<u32>) -> Result<PublicationView> {
    let mut text = contributions::numbered(cx, number).await?;
    let mut adoption = text.adoption.take().found()?;
    let former = match adoption.edition {
        1 => Vec::new(),
        _ => former_editions(cx, &text).await?,
    };
    let editions = former.iter().map(view).collect();
    let wanted = edition.filter(|edition| *edition != adoption.edition);
    let Some(wanted) = wanted else { return Ok(PublicationView { text, adoption, former: None, editions }) };
    let row = former.into_iter().find(|row| u32::try_from(row.position) == Ok(wanted)).found()?;
    let source = revision::Entity::find_by_id(row.revision_id).one(cx.reader()).await?.found()?;
    let kept = rendering::Entity::find_by_id(row.revision_id).one(cx.reader()).await?;
    let rendered = contributions::kept(cx, text.facts.id, row.revision_id, kept).await?;
    text.title = typeset(&source.title);
    text.summary_html = rendered.summary_html;
    text.html = rendered.html;
    text.headings = rendered.headings;
    text.words = rendered.words;
    text.revision = RevisionRef {
        version: domain::Version(source.position),
        at: source.at,
        reason: source.reason,
        ..text.revision
    };
    let edition = view(&row);
    adoption.fingerprint = row.fingerprint;
    Ok(PublicationView { text, adoption, former: Some(edition), editions })
}

fn view(row: &former_edition::Model) -> Edition {
    Edition {
        number: u32::try_from(row.position).unwrap_or_default(),
        at: row.at,
        reason: row.reason.clone(),
    }
}

async fn former_editions(cx: &Cx, text: &ContributionView) -> Result<Vec<former_edition::Model>> {
    Ok(former_edition::Entity::find()
        .filter(former_edition::Column::ContributionId.eq(text.facts.id))
        .order_by_desc(former_edition::Column::Position)
        .all(cx.reader())
        .await?)
}

/// The exact bytes that were frozen at adoption, or at this correction: their SHA-256 is the fingerprint.
///
/// # Errors
/// `NotFound` if there is none, or it may not be read.
pub async fn frozen_bytes(cx: &Cx, number: PublicationNumber, edition: Option<u32>) -> Result<bytes::Bytes> {
    let adoption = show(cx, number, edition).await?.adoption;
    cx.backend.files().get(&Fingerprint::stored(&adoption.fingerprint)).await
}
