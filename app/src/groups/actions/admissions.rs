//! Coming into a group that one does not join by oneself: asking, inviting, answering.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use leptos::prelude::*;

use crate::error::AppError;

/// Asks to join a group.
///
/// # Errors
/// The refusal of `backend::groups::ask_to_join`.
#[server(AskToJoin, prefix = "/api", endpoint = "groups/ask-to-join")]
pub async fn ask_to_join(
    #[server(default)] slug: String,
    #[server(default)] message: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::groups::ask_to_join(&cx, &slug, &message).await?;
        Ok(crate::paths::done(&crate::paths::group(&slug), "asked"))
    })
    .await
}

/// Takes one's request to join a group back.
///
/// # Errors
/// The refusal of `backend::groups::withdraw_request`.
#[server(WithdrawRequest, prefix = "/api", endpoint = "groups/withdraw-request")]
pub async fn withdraw_request(#[server(default)] slug: String) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::groups::withdraw_request(&cx, &slug).await?;
        Ok(crate::paths::done(crate::paths::MY_GROUPS, "withdrawn"))
    })
    .await
}

/// Answers somebody's request to join a group.
///
/// # Errors
/// The refusal of `backend::groups::answer_request`.
#[server(AnswerRequest, prefix = "/api", endpoint = "groups/answer-request")]
pub async fn answer_request(
    #[server(default)] slug: String,
    #[server(default)] person: String,
    #[server(default)] answer: String,
    #[server(default)] sentence: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        use domain::groups::{Answer, AnswerForm};

        let user = person.parse().map_err(|_| domain::Refusal::NotFound)?;
        let form = AnswerForm { answer, sentence };
        let people = crate::paths::group_members(&slug);
        Ok(match backend::groups::answer_request(&cx, &slug, user, &form).await? {
            Answer::Accept => crate::paths::done_to(&people, "added", user),
            Answer::Refuse => crate::paths::done(&people, "refused"),
        })
    })
    .await
}

/// Takes an invitation to a group back.
///
/// # Errors
/// The refusal of `backend::groups::withdraw_invitation`.
#[server(WithdrawInvitation, prefix = "/api", endpoint = "groups/withdraw-invitation")]
pub async fn withdraw_invitation(
    #[server(default)] slug: String,
    #[server(default)] person: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let user = person.parse().map_err(|_| domain::Refusal::NotFound)?;
        backend::groups::withdraw_invitation(&cx, &slug, user).await?;
        Ok(crate::paths::done(&crate::paths::group_members(&slug), "uninvited"))
    })
    .await
}

/// Accepts or declines the invitation to a group.
///
/// # Errors
/// The refusal of `backend::groups::answer_invitation`.
#[server(AnswerInvitation, prefix = "/api", endpoint = "groups/answer-invitation")]
pub async fn answer_invitation(
    #[server(default)] slug: String,
    #[server(default)] answer: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        Ok(match backend::groups::answer_invitation(&cx, &slug, &answer).await? {
            domain::groups::Answer::Accept => crate::paths::done(&crate::paths::group(&slug), "joined"),
            domain::groups::Answer::Refuse => crate::paths::done(crate::paths::MY_GROUPS, "declined"),
        })
    })
    .await
}
