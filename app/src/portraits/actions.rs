//! Taking a picture away. Sending one is a form with a file, received by `server`.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use leptos::prelude::*;

use crate::error::AppError;

/// Takes a photo, or the picture of a group, away.
///
/// # Errors
/// The refusal of `backend::portraits::remove`.
#[server(RemovePortrait, prefix = "/api", endpoint = "portraits/remove")]
pub async fn remove_portrait(
    #[server(default)] whose: String,
    #[server(default)] back: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let whose = whose.parse::<backend::portraits::Whose>()?;
        backend::portraits::remove(&cx, &whose).await?;
        Ok(crate::paths::done(crate::paths::local(&back), "sans-photo"))
    })
    .await
}
