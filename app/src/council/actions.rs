//! Changing the council's settings and words.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]
#![expect(clippy::too_many_arguments, reason = "one for each field of the form")]

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::error::AppError;

/// Changes the settings and words, together.
///
/// # Errors
/// `Forbidden`; `Invalid`; `Conflict`.
#[server(ChangeCouncil, prefix = "/api", endpoint = "council/change")]
pub async fn change_council(
    #[server(default)] version: String,
    #[server(default)] name: String,
    #[server(default)] territory: String,
    #[server(default)] presentation: String,
    #[server(default)] joining: String,
    #[server(default)] contact_email: String,
    #[server(default)] colleges: String,
    #[server(default)] checklist: String,
    #[server(default)] words: BTreeMap<String, String>,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let version = version.parse().map_err(|_| domain::Refusal::Malformed)?;
        let form = domain::council::CouncilForm {
            name,
            territory,
            presentation,
            joining,
            contact_email,
            colleges,
            checklist,
        };
        let words = domain::council::Words::check(words)?;
        backend::council::change(&cx, version, &form, words).await?;
        Ok(crate::paths::done(crate::paths::ADMINISTRATION_COUNCIL, "reglages"))
    })
    .await
}
