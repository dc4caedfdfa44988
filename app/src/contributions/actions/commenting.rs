//! What is done with comments on passages.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use domain::{
    Version,
    ids::{CommentId, CommentMessageId, ContributionId},
};
use leptos::prelude::*;

use crate::error::AppError;

/// Says something of a passage.
///
/// # Errors
/// `Invalid`, `Forbidden`, `NotFound`, `Transition`, `Conflict`.
#[server(MakeComment, prefix = "/api", endpoint = "comments/make")]
pub async fn make_comment(
    id: ContributionId,
    base: Version,
    start: usize,
    end: usize,
    #[server(default)] words: String,
    #[server(default)] body: String,
) -> Result<(), AppError> {
    use backend::contributions::comments::{Target, comment};

    let form = domain::contributions::CommentForm { words, body };
    crate::action::act_then_go(async move |cx| {
        let made = comment(&cx, id, &Target { base, range: start..end }, &form).await?;
        Ok(crate::paths::done(&crate::paths::comment(id, made), "commente"))
    })
    .await
}

/// The names that may be meant by what is typed after an `@` in a comment on this text.
///
/// # Errors
/// `Forbidden`, `NotFound`, `Transition`, `TooMany`.
#[server(PeopleToName, prefix = "/api", endpoint = "comments/people")]
pub async fn people_to_name(
    id: ContributionId,
    #[server(default)] q: String,
) -> Result<Vec<String>, AppError> {
    crate::action::act(async move |cx| backend::contributions::comments::nameable(&cx, id, &q).await).await
}

/// Answers a comment.
///
/// # Errors
/// `Invalid`, `Forbidden`, `NotFound`, `Transition`.
#[server(AnswerComment, prefix = "/api", endpoint = "comments/answer")]
pub async fn answer_comment(
    id: ContributionId,
    comment: CommentId,
    #[server(default)] body: String,
) -> Result<(), AppError> {
    let form = domain::discussions::MessageForm { body, ..Default::default() };
    crate::action::act_then_go(async move |cx| {
        backend::contributions::comments::answer(&cx, id, comment, &form).await?;
        Ok(crate::paths::done(&crate::paths::comment(id, comment), "repondu"))
    })
    .await
}

/// Resolves a comment, or opens it again.
///
/// # Errors
/// `Forbidden`, `NotFound`, `Transition`.
#[server(SettleComment, prefix = "/api", endpoint = "comments/settle")]
pub async fn settle_comment(
    id: ContributionId,
    comment: CommentId,
    #[server(default)] state: String,
) -> Result<(), AppError> {
    use backend::contributions::comments::{reopen, resolve};
    use domain::contributions::CommentState;

    crate::action::act_then_go(async move |cx| {
        let done = match CommentState::from_code(&state) {
            Some(CommentState::Resolved) => {
                resolve(&cx, id, comment).await?;
                "resolu"
            }
            Some(CommentState::Open) => {
                reopen(&cx, id, comment).await?;
                "rouvert"
            }
            None => return Err(domain::Refusal::Malformed.into()),
        };
        Ok(crate::paths::done(&crate::paths::comment(id, comment), done))
    })
    .await
}

/// Corrects one's message.
///
/// # Errors
/// `Invalid`, `Forbidden`, `NotFound`, `Transition`, `Conflict`.
#[server(EditComment, prefix = "/api", endpoint = "comments/edit")]
pub async fn edit_comment(
    id: ContributionId,
    comment: CommentId,
    message: CommentMessageId,
    version: Version,
    #[server(default)] body: String,
) -> Result<(), AppError> {
    let form = domain::discussions::MessageForm { body, ..Default::default() };
    crate::action::act_then_go(async move |cx| {
        backend::contributions::comments::edit(&cx, id, comment, message, version, &form).await?;
        Ok(crate::paths::done(&crate::paths::comment(id, comment), "modifie"))
    })
    .await
}

/// Takes back one's message.
///
/// # Errors
/// `Forbidden`, `NotFound`, `Transition`.
#[server(WithdrawComment, prefix = "/api", endpoint = "comments/withdraw")]
pub async fn withdraw_comment(
    id: ContributionId,
    comment: CommentId,
    message: CommentMessageId,
) -> Result<(), AppError> {
    crate::action::act_then_go(async move |cx| {
        let remains = backend::contributions::comments::withdraw(&cx, id, comment, message).await?;
        let page = if remains { crate::paths::comment(id, comment) } else { crate::paths::comments(id) };
        Ok(crate::paths::done(&page, "retire"))
    })
    .await
}

/// Hides a message with a reason.
///
/// # Errors
/// `Invalid`, `Forbidden`, `NotFound`, `Transition`, `Conflict`.
#[server(HideComment, prefix = "/api", endpoint = "comments/hide")]
pub async fn hide_comment(
    id: ContributionId,
    comment: CommentId,
    message: CommentMessageId,
    version: Version,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async move |cx| {
        backend::contributions::comments::hide(&cx, id, comment, message, version, &reason).await?;
        Ok(crate::paths::done(&crate::paths::comment(id, comment), "masque"))
    })
    .await
}

/// Shows a hidden message again.
///
/// # Errors
/// `Forbidden`, `NotFound`, `Transition`, `Conflict`.
#[server(ShowComment, prefix = "/api", endpoint = "comments/show")]
pub async fn show_comment(
    id: ContributionId,
    comment: CommentId,
    message: CommentMessageId,
    version: Version,
) -> Result<(), AppError> {
    crate::action::act_then_go(async move |cx| {
        backend::contributions::comments::show_again(&cx, id, comment, message, version).await?;
        Ok(crate::paths::done(&crate::paths::comment(id, comment), "montre"))
    })
    .await
}
