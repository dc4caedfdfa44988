//! Taking captions away, or taking up those of a version before. Sending them is a form with a file, received by `server`.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use domain::ids::DocumentId;
use leptos::prelude::*;

use crate::error::AppError;

/// Takes the captions in a language away.
///
/// # Errors
/// The refusal of `backend::library::remove_captions`.
#[server(RemoveCaptions, prefix = "/api", endpoint = "library/remove-captions")]
pub async fn remove_captions(
    document: DocumentId,
    #[server(default)] language: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let language = domain::library::CaptionLanguage::from_code(&language);
        let language = language.ok_or(domain::Refusal::NotFound)?;
        backend::library::remove_captions(&cx, document, language).await?;
        Ok(crate::paths::done(&crate::paths::document(document), "sans-sous-titres"))
    })
    .await
}

/// Takes up the captions of the versions before.
///
/// # Errors
/// The refusal of `backend::library::take_up_captions`.
#[server(TakeUpCaptions, prefix = "/api", endpoint = "library/take-up-captions")]
pub async fn take_up_captions(document: DocumentId) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::library::take_up_captions(&cx, document).await?;
        Ok(crate::paths::done(&crate::paths::document(document), "sous-titres-repris"))
    })
    .await
}
