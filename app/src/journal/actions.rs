//! What administrators decide of the journal.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use domain::Version;
use leptos::prelude::*;

use crate::error::AppError;

/// Changes how long the journal is kept.
///
/// # Errors
/// The refusal of `backend::journal::change_kept`.
#[server(KeepJournal, prefix = "/api", endpoint = "journal/keep")]
pub async fn keep_journal(
    version: Version,
    #[server(default)] years: String,
    #[server(default)] origin_months: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = domain::journal::KeepForm { years, origin_months };
        backend::journal::change_kept(&cx, version, &form).await?;
        Ok(crate::paths::done(crate::paths::ADMINISTRATION_JOURNAL_CHAIN, "garde"))
    })
    .await
}
