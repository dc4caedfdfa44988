//! The life of a group: its work begins, closes, goes on again.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use leptos::prelude::*;

use crate::error::AppError;

/// Begins the work of a group.
///
/// # Errors
/// The refusal of `backend::groups::begin`.
#[server(BeginGroup, prefix = "/api", endpoint = "groups/begin")]
pub async fn begin_group(#[server(default)] slug: String) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::groups::begin(&cx, &slug).await?;
        Ok(crate::paths::done(&crate::paths::group(&slug), "begun"))
    })
    .await
}

/// Closes a group with what it hands in.
///
/// # Errors
/// The refusal of `backend::groups::close`.
#[server(CloseGroup, prefix = "/api", endpoint = "groups/close")]
pub async fn close_group(
    #[server(default)] slug: String,
    #[server(default)] version: String,
    #[server(default)] text: String,
    #[server(default)] sentence: String,
    #[server(default)] note: String,
    #[server(default)] confirmed: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let version = version.parse().map_err(|_| domain::Refusal::Malformed)?;
        let form = domain::groups::CloseForm { text, sentence, note, confirmed };
        backend::groups::close(&cx, &slug, version, &form).await?;
        Ok(crate::paths::done(&crate::paths::group(&slug), "closed"))
    })
    .await
}

/// Puts a closed group back to work.
///
/// # Errors
/// The refusal of `backend::groups::reopen`.
#[server(ReopenGroup, prefix = "/api", endpoint = "groups/reopen")]
pub async fn reopen_group(
    #[server(default)] slug: String,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::groups::reopen(&cx, &slug, &domain::groups::ReopenForm { reason }).await?;
        Ok(crate::paths::done(&crate::paths::group(&slug), "reopened"))
    })
    .await
}
