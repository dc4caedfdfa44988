//! What is done with the versions of a text.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use domain::{Version, ids::ContributionId};
use leptos::prelude::*;

use crate::error::AppError;

/// Gives a name to a version, or takes it away.
///
/// # Errors
/// `Invalid`, `Forbidden`, `NotFound`.
#[server(NameVersion, prefix = "/api", endpoint = "contributions/name-version")]
pub async fn name_version(
    id: ContributionId,
    version: Version,
    #[server(default)] name: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async move |cx| {
        let done = match backend::contributions::name_version(&cx, id, version, &name).await? {
            Some(_) => "nommee",
            None => "sans-nom",
        };
        Ok(crate::paths::done(&crate::paths::contribution_version(id, version), done))
    })
    .await
}

/// Brings back what a version said, as a new version.
///
/// # Errors
/// `Invalid`, `Forbidden`, `NotFound`, `Transition`.
#[server(RestoreVersion, prefix = "/api", endpoint = "contributions/restore-version")]
pub async fn restore_version(
    id: ContributionId,
    version: Version,
    base: Version,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async move |cx| {
        let saved = backend::contributions::restore(&cx, id, version, base, &reason).await?;
        Ok(super::after_saving(id, saved))
    })
    .await
}
