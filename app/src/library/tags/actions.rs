//! Keeping the vocabulary of keywords.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use domain::{Version, ids::TagId};
use leptos::prelude::*;

use crate::error::AppError;

/// Adds a keyword to the vocabulary.
///
/// # Errors
/// The refusal of `backend::library::add_tag`.
#[server(AddTag, prefix = "/api", endpoint = "keywords/add")]
pub async fn add_tag(#[server(default)] name: String) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::library::add_tag(&cx, &name).await?;
        Ok(crate::paths::done(crate::paths::ADMINISTRATION_TAGS, "ajoute"))
    })
    .await
}

/// Gives a keyword another name.
///
/// # Errors
/// The refusal of `backend::library::rename_tag`.
#[server(RenameTag, prefix = "/api", endpoint = "keywords/rename")]
pub async fn rename_tag(
    tag: TagId,
    version: Version,
    #[server(default)] name: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::library::rename_tag(&cx, tag, version, &name).await?;
        Ok(crate::paths::done(crate::paths::ADMINISTRATION_TAGS, "renomme"))
    })
    .await
}

/// Makes one keyword of two.
///
/// # Errors
/// The refusal of `backend::library::merge_tags`.
#[server(MergeTags, prefix = "/api", endpoint = "keywords/merge")]
pub async fn merge_tags(tag: TagId, #[server(default)] into: String) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::library::merge_tags(&cx, tag, into.parse().ok()).await?;
        Ok(crate::paths::done(crate::paths::ADMINISTRATION_TAGS, "reuni"))
    })
    .await
}

/// Takes a keyword out of the vocabulary.
///
/// # Errors
/// The refusal of `backend::library::remove_tag`.
#[server(RemoveTag, prefix = "/api", endpoint = "keywords/remove")]
pub async fn remove_tag(tag: TagId) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::library::remove_tag(&cx, tag).await?;
        Ok(crate::paths::done(crate::paths::ADMINISTRATION_TAGS, "retire"))
    })
    .await
}
