//! Changing the models of texts.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use domain::{Version, contributions::ContributionKind};
use leptos::prelude::*;

use crate::error::AppError;

/// Writes the council's own model of a kind of text.
///
/// # Errors
/// `Forbidden`, `Invalid`, `Conflict`.
#[server(ChangeTemplate, prefix = "/api", endpoint = "templates/change")]
pub async fn change_template(
    kind: ContributionKind,
    version: Version,
    #[server(default)] body: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async move |cx| {
        backend::contributions::change_template(&cx, kind, version, &body).await?;
        Ok(crate::paths::done(&crate::paths::administration_template(kind), "enregistre"))
    })
    .await
}

/// Goes back to the model that the kind came with.
///
/// # Errors
/// `Forbidden`, `Conflict`.
#[server(RestoreTemplate, prefix = "/api", endpoint = "templates/restore")]
pub async fn restore_template(kind: ContributionKind, version: Version) -> Result<(), AppError> {
    crate::action::act_then_go(async move |cx| {
        backend::contributions::restore_template(&cx, kind, version).await?;
        Ok(crate::paths::done(crate::paths::ADMINISTRATION_TEMPLATES, "origine"))
    })
    .await
}
