//! What people do with delegations.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use leptos::prelude::*;

use crate::error::AppError;

/// Proposes to somebody of the council to stand in for oneself, on some days.
///
/// # Errors
/// The refusal of `backend::delegations::offer`.
#[server(OfferDelegation, prefix = "/api", endpoint = "delegations/offer")]
pub async fn offer_delegation(
    #[server(default)] office: String,
    #[server(default)] delegate: String,
    #[server(default)] from: String,
    #[server(default)] to: String,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = domain::delegations::DelegationForm { office, delegate, from, to, reason };
        backend::delegations::offer(&cx, &form).await?;
        Ok(crate::paths::done(crate::paths::DELEGATIONS, "proposee"))
    })
    .await
}

/// Accepts to stand in for somebody, or declines.
///
/// # Errors
/// The refusal of `backend::delegations::answer`.
#[server(AnswerDelegation, prefix = "/api", endpoint = "delegations/answer")]
pub async fn answer_delegation(
    #[server(default)] id: String,
    #[server(default)] answer: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        let code = match backend::delegations::answer(&cx, id, &answer).await? {
            domain::groups::Answer::Accept => "acceptee",
            domain::groups::Answer::Refuse => "declinee",
        };
        Ok(crate::paths::done(crate::paths::DELEGATIONS, code))
    })
    .await
}

/// Takes back, or ends, what one gave or was given.
///
/// # Errors
/// The refusal of `backend::delegations::end`.
#[server(EndDelegation, prefix = "/api", endpoint = "delegations/end")]
pub async fn end_delegation(#[server(default)] id: String) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        backend::delegations::end(&cx, id).await?;
        Ok(crate::paths::done(crate::paths::DELEGATIONS, "terminee"))
    })
    .await
}
