//! What the chair does to a text once it is public.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use domain::{Version, ids::ContributionId};
use leptos::prelude::*;

use crate::error::AppError;

/// Publishes a corrected edition, under the same number.
///
/// # Errors
/// `Invalid`, `Forbidden`, `NotFound`, `Transition`, `Conflict`.
#[server(CorrectContribution, prefix = "/api", endpoint = "contributions/correct")]
pub async fn correct_contribution(
    id: ContributionId,
    version: Version,
    #[server(default)] title: String,
    #[server(default)] summary: String,
    #[server(default)] body: String,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    use domain::contributions::ContributionForm;

    crate::action::act_then_go(async move |cx| {
        let form = ContributionForm { title, summary, body, reason, ..ContributionForm::default() };
        let number = backend::contributions::correct(&cx, id, version, &form).await?;
        Ok(crate::paths::done(&crate::paths::publication(number), "corrige"))
    })
    .await
}

/// Mends the record of an adoption that was typed in wrongly.
///
/// # Errors
/// `Invalid`, `Forbidden`, `NotFound`, `Transition`, `Conflict`.
#[server(MendRecord, prefix = "/api", endpoint = "contributions/mend-record")]
pub async fn mend_record(
    id: ContributionId,
    #[server(default)] body: String,
    #[server(default)] adopted_on: String,
    #[server(default)] votes_for: String,
    #[server(default)] votes_against: String,
    #[server(default)] votes_abstaining: String,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    use domain::contributions::{AdoptionForm, MendingForm};

    crate::action::act_then_go(async move |cx| {
        let record = AdoptionForm { body, adopted_on, votes_for, votes_against, votes_abstaining };
        let number = backend::contributions::mend(&cx, id, &MendingForm { record, reason }).await?;
        Ok(crate::paths::done(&crate::paths::publication(number), "rectifie"))
    })
    .await
}

/// Says that a publication is replaced, withdrawn, or in force again.
///
/// # Errors
/// `Invalid`, `Forbidden`, `NotFound`, `Transition`, `Conflict`.
#[server(SetStanding, prefix = "/api", endpoint = "contributions/set-standing")]
pub async fn set_standing(
    id: ContributionId,
    #[server(default)] standing: String,
    #[server(default)] reason: String,
    #[server(default)] replaced_by: String,
) -> Result<(), AppError> {
    use domain::contributions::StandingForm;

    crate::action::act_then_go(async move |cx| {
        let form = StandingForm { standing, reason, replaced_by };
        let number = backend::contributions::set_standing(&cx, id, &form).await?;
        Ok(crate::paths::done(&crate::paths::publication(number), "statut"))
    })
    .await
}
