//! A version as it is printed.

use domain::{Refusal, polls::Count};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::load::{TextHead, VersionHead, head, words_of};
use crate::{Cx, Found, Result, entities::poll};

/// Everything that a document may say of a version.
#[derive(Clone, Debug)]
pub struct PrintedVersion {
    /// The text and its versions.
    pub head: TextHead,
    /// The version.
    pub version: VersionHead,
    /// What it says, as typed.
    pub body: String,
    /// How many voted for it, against it and neither, if a vote adopted it.
    pub count: Option<Count>,
}

/// A version to print, for somebody who may read it.
///
/// # Errors
/// `NotFound`, also of what is not in force but for who follows the framing texts.
pub async fn printed(cx: &Cx, slug: &str, number: i32) -> Result<PrintedVersion> {
    let head = head(cx, slug).await?;
    let version = head.number(number).cloned().ok_or(Refusal::NotFound)?;
    let (_, body) = words_of(cx.reader(), [version.id]).await?.pop().found()?;
    let count = match version.in_force_on {
        Some(_) => poll::Entity::find()
            .filter(poll::Column::FramingVersionId.eq(version.id))
            .filter(poll::Column::ProclaimedAt.is_not_null())
            .filter(poll::Column::Carried.eq(true))
            .one(cx.reader())
            .await?
            .map(|poll| poll.proclaimed()),
        None => None,
    };
    Ok(PrintedVersion { head, version, body, count })
}
