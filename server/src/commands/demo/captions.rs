//! The captions of the sounds of the demonstration, which an import knows nothing of.

use anyhow::{Context, Result, anyhow};
use backend::{
    Backend,
    library::{self, Place},
};
use domain::library::CaptionLanguage;

use super::{
    dossiers::document,
    library::Library,
    life::{People, actor},
};
use crate::state::plain;

/// Gives the sounds their captions, by those who deposited them.
///
/// # Errors
/// The captions are not right, or the database failed.
pub async fn fill(backend: &Backend, described: &Library, people: &People) -> Result<()> {
    for (path, by, text) in described.captions() {
        let cx = actor(backend, people, by).await?;
        let (slug, path) = path.split_once('/').context("a sound stands in a library")?;
        let path = path.rsplit_once('.').map_or(path, |(path, _)| path);
        let id = document(&cx, &Place::Group(slug.to_owned()), path).await?;
        let cues = extraction::captions::read(text.as_bytes()).map_err(|flaw| anyhow!("{path}: {flaw:?}"))?;
        let name = "Carillon.srt";
        library::change_captions(&cx, id, CaptionLanguage::French, name, &cues).await.map_err(plain)?;
    }
    Ok(())
}
