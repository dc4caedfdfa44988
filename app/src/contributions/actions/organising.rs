//! What is done to organise the work on a text: who reviews it, by when, with whom.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use domain::ids::ContributionId;
use leptos::prelude::*;

use crate::error::AppError;

/// Names a reviewer, or gives another day to one who is named.
///
/// # Errors
/// `Invalid`, `Forbidden`, `NotFound`, `Transition`.
#[server(NameReviewer, prefix = "/api", endpoint = "contributions/name-reviewer")]
pub async fn name_reviewer(
    id: ContributionId,
    #[server(default)] person: String,
    #[server(default)] due_on: String,
) -> Result<(), AppError> {
    use domain::{FieldProblem, Refusal};

    crate::action::act_then_go(async move |cx| {
        let who = match person.trim() {
            "" => return Err(Refusal::field("person", FieldProblem::Missing).into()),
            typed => typed.parse().map_err(|_| Refusal::field("person", FieldProblem::NotAChoice))?,
        };
        backend::contributions::name_reviewer(&cx, id, who, &due_on).await?;
        Ok(crate::paths::done(&crate::paths::contribution_organise(id), "relecteur"))
    })
    .await
}

/// Takes back the naming of a reviewer.
///
/// # Errors
/// `Forbidden`, `NotFound`, `Transition`.
#[server(DismissReviewer, prefix = "/api", endpoint = "contributions/dismiss-reviewer")]
pub async fn dismiss_reviewer(id: ContributionId, #[server(default)] person: String) -> Result<(), AppError> {
    crate::action::act_then_go(async move |cx| {
        let who = person.parse().map_err(|_| domain::Refusal::NotFound)?;
        backend::contributions::dismiss_reviewer(&cx, id, who).await?;
        Ok(crate::paths::done(&crate::paths::contribution_organise(id), "relecteur-retire"))
    })
    .await
}

/// Sets the day by which a text is due, or takes it away.
///
/// # Errors
/// `Invalid`, `Forbidden`, `NotFound`, `Transition`.
#[server(SetDeadline, prefix = "/api", endpoint = "contributions/set-deadline")]
pub async fn set_deadline(id: ContributionId, #[server(default)] due_on: String) -> Result<(), AppError> {
    crate::action::act_then_go(async move |cx| {
        let done = match backend::contributions::set_deadline(&cx, id, &due_on).await? {
            Some(_) => "echeance",
            None => "sans-echeance",
        };
        Ok(crate::paths::done(&crate::paths::contribution_organise(id), done))
    })
    .await
}

/// Puts a text in consultation of the whole council.
///
/// # Errors
/// `Invalid`, `Forbidden`, `NotFound`, `Transition`.
#[server(ConsultCouncil, prefix = "/api", endpoint = "contributions/consult")]
pub async fn consult_council(
    id: ContributionId,
    #[server(default)] until: String,
    #[server(default)] question: String,
) -> Result<(), AppError> {
    use domain::contributions::ConsultationForm;

    crate::action::act_then_go(async move |cx| {
        let form = ConsultationForm { until, question };
        backend::contributions::consult(&cx, id, &form).await?;
        Ok(crate::paths::done(&crate::paths::contribution(id), "consultation"))
    })
    .await
}

/// Ends a consultation before its date.
///
/// # Errors
/// `Forbidden`, `NotFound`, `Transition`.
#[server(EndConsultation, prefix = "/api", endpoint = "contributions/end-consultation")]
pub async fn end_consultation(id: ContributionId) -> Result<(), AppError> {
    crate::action::act_then_go(async move |cx| {
        backend::contributions::end_consultation(&cx, id).await?;
        Ok(crate::paths::done(&crate::paths::contribution(id), "consultation-finie"))
    })
    .await
}

/// Ticks points of the council's checklist.
///
/// # Errors
/// `Forbidden`, `NotFound`, `Transition`.
#[server(CheckPoints, prefix = "/api", endpoint = "contributions/check-points")]
pub async fn check_points(
    id: ContributionId,
    #[server(default)] points: Vec<String>,
) -> Result<(), AppError> {
    crate::action::act_then_go(async move |cx| {
        backend::contributions::check_points(&cx, id, &points).await?;
        Ok(crate::paths::done(&crate::paths::contribution(id), "coche"))
    })
    .await
}
