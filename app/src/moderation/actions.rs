//! What one does about what should not stay: report it, decide, appeal, hear the appeal.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use domain::{Version, ids::CaseId};
use leptos::prelude::*;

use crate::error::AppError;

/// Reports something.
///
/// # Errors
/// The refusal of `backend::moderation::report`.
#[server(SendReport, prefix = "/api", endpoint = "moderation/report")]
pub async fn send_report(
    #[server(default)] what: String,
    #[server(default)] ground: String,
    #[server(default)] words: String,
    #[server(default)] article: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = domain::moderation::ReportForm { ground, words, article };
        let id = backend::moderation::report(&cx, what.parse()?, &form).await?;
        Ok(crate::paths::done(&crate::paths::report_case(id), "signale"))
    })
    .await
}

/// Leaves as it is what was reported.
///
/// # Errors
/// The refusal of `backend::moderation::keep`.
#[server(KeepReported, prefix = "/api", endpoint = "moderation/keep")]
pub async fn keep_reported(
    case: CaseId,
    version: Version,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::moderation::keep(&cx, case, version, &reason).await?;
        Ok(crate::paths::done(&crate::paths::report_case(case), "garde"))
    })
    .await
}

/// Hides what was reported, or asks for it to be changed.
///
/// # Errors
/// The refusal of `backend::moderation::act`.
#[server(ActOnReported, prefix = "/api", endpoint = "moderation/act")]
pub async fn act_on_reported(
    case: CaseId,
    version: Version,
    content: Version,
    #[server(default)] reason: String,
    #[server(default)] article: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::moderation::act(&cx, case, version, content, &reason, &article).await?;
        Ok(crate::paths::done(&crate::paths::report_case(case), "agi"))
    })
    .await
}

/// Appeals against what was decided of what one wrote.
///
/// # Errors
/// The refusal of `backend::moderation::appeal`.
#[server(Appeal, prefix = "/api", endpoint = "moderation/appeal")]
pub async fn appeal(
    #[server(default)] what: String,
    #[server(default)] words: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let id = backend::moderation::appeal(&cx, what.parse()?, &words).await?;
        Ok(crate::paths::done(&crate::paths::report_case(id), "appel"))
    })
    .await
}

/// Hears an appeal.
///
/// # Errors
/// The refusal of `backend::moderation::rule`.
#[server(RuleOnAppeal, prefix = "/api", endpoint = "moderation/rule")]
pub async fn rule_on_appeal(
    case: CaseId,
    version: Version,
    #[server(default)] outcome: String,
    #[server(default)] ruling: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let outcome = match outcome.as_str() {
            "uphold" => backend::moderation::Ruling::Uphold,
            "restore" => backend::moderation::Ruling::Restore,
            other => {
                let problem = match other {
                    "" => domain::FieldProblem::Missing,
                    _ => domain::FieldProblem::NotAChoice,
                };
                return Err(domain::Refusal::field("outcome", problem).into());
            }
        };
        backend::moderation::rule(&cx, case, version, outcome, &ruling).await?;
        Ok(crate::paths::done(&crate::paths::report_case(case), "rendu"))
    })
    .await
}
