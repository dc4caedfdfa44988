//! The framing texts as they are read: all together, one by one, in force on a day, version by version.

use chrono::NaiveDate;
use domain::{
    Refusal,
    charter::{ArticleNumber, VersionState},
    policy::{CharterAction, Permission},
};
use sea_orm::EntityTrait;

use super::{
    amendments,
    articles::{Reading, read},
    decide,
    load::{TextHead, VersionHead, head, heads, words_of},
};
use crate::{Cx, Found, Result, contributions::rendered, entities::framing_version};

/// A framing text, with the version that is read.
#[derive(Clone, Debug)]
pub struct TextView {
    /// The text and its versions.
    pub head: TextHead,
    /// The version that is read, and what it says; none if none was in force.
    pub shown: Option<(VersionHead, Reading)>,
}

/// A version of a framing text.
#[derive(Clone, Debug)]
pub struct VersionView {
    /// The text and its versions.
    pub head: TextHead,
    /// The version.
    pub version: VersionHead,
    /// What it changes, and why, rendered; may be empty.
    pub motives_html: String,
    /// What it says.
    pub reading: Reading,
    /// How many amendments there are to each article, for who follows, once it was open to them; none before all.
    pub amendments: Vec<(Option<ArticleNumber>, u64)>,
    /// How many amendments wait, or were adopted and are not in its words, once it is examined; for who follows.
    pub left: u64,
}

/// Every framing text, each with what is in force. Those who do not follow them see no text that is not in force.
///
/// # Errors
/// The database cannot be read.
pub async fn all(cx: &Cx) -> Result<Vec<TextView>> {
    let heads = heads(cx).await?;
    let shown = heads.iter().filter_map(TextHead::in_force).map(|version| version.id);
    let words = words_of(cx.reader(), shown).await?;
    let mut views = Vec::with_capacity(heads.len());
    for head in heads {
        let version = head.in_force().cloned();
        let body = version.as_ref().and_then(|version| words.iter().find(|(id, _)| *id == version.id));
        let shown = match (version, body) {
            (Some(version), Some((_, body))) => Some((version, read(body).await?)),
            _ => None,
        };
        views.push(TextView { head, shown });
    }
    Ok(views)
}

/// A text, as it is in force today, or was or will be on a day: only those who follow the framing texts ask for another
/// day.
///
/// # Errors
/// `NotFound`; `Forbidden`, `SignInRequired` for a day.
pub async fn text(cx: &Cx, slug: &str, on: Option<NaiveDate>) -> Result<TextView> {
    if on.is_some() {
        cx.require(Permission::Charter(CharterAction::Follow))?;
    }
    let head = head(cx, slug).await?;
    let version = head.in_force_on(on.unwrap_or(cx.today())).cloned();
    let shown = match version {
        Some(version) => {
            let words = words_of(cx.reader(), [version.id]).await?.pop();
            let (_, body) = words.found()?;
            Some((version, read(&body).await?))
        }
        None => None,
    };
    Ok(TextView { head, shown })
}

/// The exact Markdown of an adopted version, whose SHA-256 is its fingerprint.
///
/// # Errors
/// `NotFound`, also of what is not in force but for who follows the framing texts, and of what was not adopted.
pub async fn source(cx: &Cx, slug: &str, number: i32) -> Result<String> {
    let head = head(cx, slug).await?;
    let version =
        head.number(number).filter(|version| version.in_force_on.is_some()).ok_or(Refusal::NotFound)?;
    let (_, body) = words_of(cx.reader(), [version.id]).await?.pop().found()?;
    Ok(decide::source(&body))
}

/// A version of a text.
///
/// # Errors
/// `NotFound`, also of what is not in force but for who follows the framing texts.
pub async fn version(cx: &Cx, slug: &str, number: i32) -> Result<VersionView> {
    let head = head(cx, slug).await?;
    let version = head.number(number).cloned().ok_or(Refusal::NotFound)?;
    let row = framing_version::Entity::find_by_id(version.id).one(cx.reader()).await?.found()?;
    let reading = read(&row.body).await?;
    let amended = version.amendable.is_some() && cx.may(Permission::Charter(CharterAction::Follow));
    let amendments = if amended { amendments::counts(cx, version.id).await? } else { Vec::new() };
    let examined = amended && version.state == VersionState::Examined;
    let left = if examined { amendments::left(cx.reader(), version.id).await? } else { 0 };
    Ok(VersionView { head, version, motives_html: rendered(&row.motives), reading, amendments, left })
}
