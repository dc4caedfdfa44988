//! The images that a document shows. They are part of what it says: their fingerprints are in its proof.

use std::collections::{BTreeSet, HashMap};

use domain::{Refusal, contributions::image_address, ids::ContributionId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};

use crate::{
    Cx, Error, Result, contributions,
    entities::{file, text_image},
    files::Fingerprint,
};

/// Images of one document, and bytes of them all: a web page holds them in letters, which are longer.
const MOST: usize = 100;
const BYTES: u64 = 32_000_000;
/// Images of other texts, each of which is asked for.
const OTHERS: usize = 20;

/// An image of a text, as a document shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImageShown {
    /// Its path, as the text names it.
    pub address: String,
    /// The fingerprint of its content.
    pub sha256: String,
    /// Its length.
    pub bytes: u64,
}

impl ImageShown {
    /// Where its content is.
    pub fn content(&self) -> Fingerprint {
        Fingerprint::stored(&self.sha256)
    }
}

/// The images that these words of a text name, for somebody who reads them: those of the text, and those of others that
/// they read as well. What is too much is left out.
pub(super) async fn shown(cx: &Cx, id: ContributionId, said: &[&str]) -> Result<Vec<ImageShown>> {
    let named: BTreeSet<(ContributionId, &str)> = said.iter().flat_map(|said| named(said)).collect();
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let own: Vec<&str> = named.iter().filter(|(text, _)| *text == id).map(|(_, name)| *name).collect();
    let own: Vec<(String, String)> = text_image::Entity::find()
        .select_only()
        .columns([text_image::Column::Name, text_image::Column::Sha256])
        .filter(text_image::Column::ContributionId.eq(id))
        .filter(text_image::Column::Name.is_in(own.into_iter().take(MOST)))
        .into_tuple()
        .all(cx.reader())
        .await?;
    let kept: Vec<(String, i64)> = file::Entity::find()
        .select_only()
        .columns([file::Column::Sha256, file::Column::Bytes])
        .filter(file::Column::Sha256.is_in(own.iter().map(|(_, sha256)| sha256.as_str())))
        .into_tuple()
        .all(cx.reader())
        .await?;
    let lengths: HashMap<String, i64> = kept.into_iter().collect();
    let mut images: Vec<ImageShown> = own
        .into_iter()
        .filter_map(|(name, sha256)| {
            let bytes = u64::try_from(*lengths.get(&sha256)?).ok()?;
            Some(ImageShown { address: image_address(id, &name), sha256, bytes })
        })
        .collect();
    for (text, name) in named.iter().filter(|(text, _)| *text != id).take(OTHERS) {
        match contributions::image(cx, *text, name).await {
            Ok(found) => images.push(ImageShown {
                address: image_address(*text, name),
                sha256: found.fingerprint.as_str().to_owned(),
                bytes: found.bytes,
            }),
            Err(Error::Refused(Refusal::NotFound)) => {}
            Err(error) => return Err(error),
        }
    }
    // In the same order each time: it is part of what is said.
    images.sort_by(|one, other| one.address.cmp(&other.address));
    let mut left = BYTES;
    images.retain(|image| match left.checked_sub(image.bytes) {
        Some(less) => {
            left = less;
            true
        }
        None => false,
    });
    images.truncate(MOST);
    Ok(images)
}

/// The images that some words name.
fn named(said: &str) -> impl Iterator<Item = (ContributionId, &str)> {
    said.split("/contributions/").skip(1).filter_map(|rest| {
        let (id, rest) = rest.split_once("/images/")?;
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(rest.len());
        Some((id.parse().ok()?, &rest[..end]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn images_are_found_where_they_are_named() {
        let said = "![a](/contributions/7/images/ab.png)\n\n[![b](</contributions/8/images/cd.jpg> \"c\")](/contributions/9)\n\
                    [d]: https://conseil.example/contributions/7/images/ef.png";
        let found: Vec<_> = named(said).collect();
        let id = ContributionId;
        assert_eq!(found, [(id(7), "ab.png"), (id(8), "cd.jpg"), (id(7), "ef.png")]);
        assert_eq!(named("/contributions/x/images/a.png /contributions/7/versions/images/").count(), 0);
    }
}
