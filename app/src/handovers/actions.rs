//! Naming a successor, answering, taking it back.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use leptos::prelude::*;

use crate::error::AppError;

/// Proposes to somebody to run a group in one's place.
///
/// # Errors
/// The refusal of `backend::handovers::offer_group`.
#[server(HandOverGroup, prefix = "/api", endpoint = "handovers/group")]
pub async fn hand_over_group(
    #[server(default)] slug: String,
    #[server(default)] successor: String,
    #[server(default)] note: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = domain::groups::HandoverForm { successor, note };
        backend::handovers::offer_group(&cx, &slug, &form).await?;
        Ok(crate::paths::done(&crate::paths::group_handover(&slug), "offered"))
    })
    .await
}

/// Proposes to somebody to preside in one's place.
///
/// # Errors
/// The refusal of `backend::handovers::offer_chair`.
#[server(HandOverChair, prefix = "/api", endpoint = "handovers/chair")]
pub async fn hand_over_chair(
    #[server(default)] successor: String,
    #[server(default)] note: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = domain::groups::HandoverForm { successor, note };
        backend::handovers::offer_chair(&cx, &form).await?;
        Ok(crate::paths::done(crate::paths::CHAIR_HANDOVER, "offered"))
    })
    .await
}

/// Accepts or declines what is handed over.
///
/// # Errors
/// The refusal of `backend::handovers::answer`.
#[server(AnswerHandover, prefix = "/api", endpoint = "handovers/answer")]
pub async fn answer_handover(
    #[server(default)] id: String,
    #[server(default)] answer: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        use domain::groups::Answer;

        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        let (slug, answer) = backend::handovers::answer(&cx, id, &answer).await?;
        let code = if answer == Answer::Accept { "taken-over" } else { "not-taken-over" };
        // Who declined to preside has no screen of theirs left.
        let path = slug.map_or(crate::paths::GROUPS.to_owned(), |slug| crate::paths::group(&slug));
        Ok(crate::paths::done(&path, code))
    })
    .await
}

/// Takes back what one hands over.
///
/// # Errors
/// The refusal of `backend::handovers::withdraw`.
#[server(WithdrawHandover, prefix = "/api", endpoint = "handovers/withdraw")]
pub async fn withdraw_handover(#[server(default)] id: String) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        let slug = backend::handovers::withdraw(&cx, id).await?;
        let path =
            slug.map_or(crate::paths::CHAIR_HANDOVER.to_owned(), |slug| crate::paths::group_handover(&slug));
        Ok(crate::paths::done(&path, "taken-back"))
    })
    .await
}
