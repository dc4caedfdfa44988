//! Amending a version: proposing, supporting, examining, putting what was adopted in its words.
#![expect(clippy::too_many_arguments, reason = "one for each field of a form")]
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use domain::Version;
use leptos::prelude::*;

use crate::error::AppError;

/// Proposes an amendment, or a sub-amendment to `parent`.
///
/// # Errors
/// The refusal of `backend::charter::amendments::propose`.
#[server(ProposeAmendment, prefix = "/api", endpoint = "amendments/propose")]
pub async fn propose_amendment(
    #[server(default)] slug: String,
    number: i32,
    version: Version,
    #[server(default)] parent: String,
    #[server(default)] kind: String,
    #[server(default)] article: String,
    #[server(default)] title: String,
    #[server(default)] body: String,
    #[server(default)] reasons: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let parent = match parent.trim() {
            "" => None,
            typed => Some(typed.parse().map_err(|_| domain::Refusal::Malformed)?),
        };
        let form = domain::charter::AmendmentForm { kind, article, title, body, reasons };
        let given = backend::charter::amendments::propose(&cx, &slug, number, version, parent, &form).await?;
        Ok(crate::paths::done(&crate::paths::amendment(&slug, number, given), "propose"))
    })
    .await
}

/// Words one's own amendment again.
///
/// # Errors
/// The refusal of `backend::charter::amendments::reword`.
#[server(RewordAmendment, prefix = "/api", endpoint = "amendments/reword")]
pub async fn reword_amendment(
    #[server(default)] slug: String,
    number: i32,
    amendment: i32,
    version: Version,
    #[server(default)] title: String,
    #[server(default)] body: String,
    #[server(default)] reasons: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = domain::charter::AmendmentForm { title, body, reasons, ..Default::default() };
        backend::charter::amendments::reword(&cx, &slug, number, amendment, version, &form).await?;
        Ok(crate::paths::done(&crate::paths::amendment(&slug, number, amendment), "modifie"))
    })
    .await
}

/// Takes one's own amendment back.
///
/// # Errors
/// The refusal of `backend::charter::amendments::withdraw`.
#[server(WithdrawAmendment, prefix = "/api", endpoint = "amendments/withdraw")]
pub async fn withdraw_amendment(
    #[server(default)] slug: String,
    number: i32,
    amendment: i32,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::charter::amendments::withdraw(&cx, &slug, number, amendment).await?;
        Ok(crate::paths::done(&crate::paths::amendment(&slug, number, amendment), "retire"))
    })
    .await
}

/// Supports an amendment.
///
/// # Errors
/// The refusal of `backend::charter::amendments::support`.
#[server(SupportAmendment, prefix = "/api", endpoint = "amendments/support")]
pub async fn support_amendment(
    #[server(default)] slug: String,
    number: i32,
    amendment: i32,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::charter::amendments::support(&cx, &slug, number, amendment).await?;
        Ok(crate::paths::done(&crate::paths::amendment(&slug, number, amendment), "soutenu"))
    })
    .await
}

/// Ceases to support an amendment.
///
/// # Errors
/// The refusal of `backend::charter::amendments::unsupport`.
#[server(UnsupportAmendment, prefix = "/api", endpoint = "amendments/unsupport")]
pub async fn unsupport_amendment(
    #[server(default)] slug: String,
    number: i32,
    amendment: i32,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::charter::amendments::unsupport(&cx, &slug, number, amendment).await?;
        Ok(crate::paths::done(&crate::paths::amendment(&slug, number, amendment), "plus-soutenu"))
    })
    .await
}

/// Writes down what the council answers to an amendment, and goes on with the next one.
///
/// # Errors
/// The refusal of `backend::charter::amendments::settle`.
#[server(SettleAmendment, prefix = "/api", endpoint = "amendments/settle")]
pub async fn settle_amendment(
    #[server(default)] slug: String,
    number: i32,
    amendment: i32,
    version: Version,
    #[server(default)] outcome: String,
    #[server(default)] in_favour: String,
    #[server(default)] against: String,
    #[server(default)] abstained: String,
    #[server(default)] note: String,
    #[server(default)] fell_for: String,
    #[server(default)] met: String,
    #[server(default)] title: String,
    #[server(default)] body: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = domain::charter::ExaminationForm {
            outcome,
            in_favour,
            against,
            abstained,
            note,
            fell_for,
            met,
            title,
            body,
        };
        backend::charter::amendments::settle(&cx, &slug, number, amendment, version, &form).await?;
        Ok(crate::paths::amendment_after(&slug, number, amendment))
    })
    .await
}

/// Goes back on what was written down of an amendment.
///
/// # Errors
/// The refusal of `backend::charter::amendments::reopen`.
#[server(ReopenAmendment, prefix = "/api", endpoint = "amendments/reopen")]
pub async fn reopen_amendment(
    #[server(default)] slug: String,
    number: i32,
    amendment: i32,
    version: Version,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::charter::amendments::reopen(&cx, &slug, number, amendment, version).await?;
        Ok(crate::paths::amendment_in_session(&slug, number, amendment))
    })
    .await
}

/// Puts what was adopted in the words of the version.
///
/// # Errors
/// The refusal of `backend::charter::amendments::integrate`.
#[server(IntegrateAmendments, prefix = "/api", endpoint = "amendments/integrate")]
pub async fn integrate_amendments(
    #[server(default)] slug: String,
    number: i32,
    version: Version,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::charter::amendments::integrate(&cx, &slug, number, version).await?;
        Ok(crate::paths::done(&crate::paths::framing_version(&slug, number), "integre"))
    })
    .await
}
