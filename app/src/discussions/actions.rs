//! What one does in discussions: begin, answer, correct, take back; close, hide, show again.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use domain::{
    Version,
    ids::{MessageId, ThreadId},
};
use leptos::prelude::*;

use crate::error::AppError;

/// Begins a discussion, or shows what it will look like.
///
/// # Errors
/// The refusal of `backend::discussions::begin`.
#[server(BeginDiscussion, prefix = "/api", endpoint = "discussions/begin")]
pub async fn begin_discussion(
    #[server(default)] slug: String,
    #[server(default)] subject: String,
    #[server(default)] body: String,
    #[server(default)] text: String,
    #[server(default)] go: String,
) -> Result<(), AppError> {
    use backend::discussions::{Place, begin, keep_unsent};

    crate::action::act_then_go(async |cx| {
        if go == "preview" {
            keep_unsent(&cx, &Place::New(slug.clone()), &subject, &body, &text).await?;
            return Ok(crate::paths::done(&crate::paths::new_discussion(&slug), "apercu#apercu"));
        }
        let form = domain::discussions::ThreadForm { subject, body, text };
        let id = begin(&cx, &slug, &form).await?;
        Ok(crate::paths::done(&crate::paths::discussion(&slug, id), "ouverte"))
    })
    .await
}

/// Answers in a discussion, or shows what the answer will look like.
///
/// # Errors
/// The refusal of `backend::discussions::answer`.
#[server(AnswerDiscussion, prefix = "/api", endpoint = "discussions/answer")]
pub async fn answer_discussion(
    #[server(default)] slug: String,
    thread: ThreadId,
    #[server(default)] to: String,
    #[server(default)] body: String,
    #[server(default)] go: String,
) -> Result<(), AppError> {
    use backend::discussions::{Place, answer, keep_unsent};

    crate::action::act_then_go(async |cx| {
        if go == "preview" {
            keep_unsent(&cx, &Place::Answer(thread), "", &body, "").await?;
            return Ok(crate::paths::discussion_preview(&slug, thread, to.parse().ok()));
        }
        let form = domain::discussions::MessageForm { body, ..Default::default() };
        let position = answer(&cx, thread, to.parse().ok(), &form).await?;
        Ok(crate::paths::discussion_at(&slug, thread, position, Some("repondu")))
    })
    .await
}

/// Corrects one's message, or shows what it will look like.
///
/// # Errors
/// The refusal of `backend::discussions::edit`.
#[server(EditMessage, prefix = "/api", endpoint = "discussions/edit")]
pub async fn edit_message(
    #[server(default)] page: String,
    message: MessageId,
    version: Version,
    #[server(default)] subject: String,
    #[server(default)] body: String,
    #[server(default)] go: String,
) -> Result<(), AppError> {
    use backend::discussions::{Place, edit, keep_unsent};

    crate::action::act_then_go(async |cx| {
        if go == "preview" {
            keep_unsent(&cx, &Place::Message(message), &subject, &body, "").await?;
            return Ok(back_to(&page, "apercu#apercu"));
        }
        let form = domain::discussions::MessageForm { subject, body, ..Default::default() };
        edit(&cx, message, version, &form).await?;
        Ok(back_to(&page, "modifie"))
    })
    .await
}

/// Asks for one's hidden message to be shown again, or shows what it will look like.
///
/// # Errors
/// The refusal of `backend::discussions::ask_again`.
#[server(AskAgain, prefix = "/api", endpoint = "discussions/ask-again")]
pub async fn ask_again(
    #[server(default)] page: String,
    message: MessageId,
    version: Version,
    #[server(default)] subject: String,
    #[server(default)] body: String,
    #[server(default)] plea: String,
    #[server(default)] go: String,
) -> Result<(), AppError> {
    use backend::discussions::{Place, keep_unsent};

    crate::action::act_then_go(async |cx| {
        if go == "preview" {
            keep_unsent(&cx, &Place::Message(message), &subject, &body, &plea).await?;
            return Ok(back_to(&page, "apercu#apercu"));
        }
        let form = domain::discussions::MessageForm { subject, body, plea };
        backend::discussions::ask_again(&cx, message, version, &form).await?;
        Ok(back_to(&page, "demande"))
    })
    .await
}

/// Takes back one's message.
///
/// # Errors
/// The refusal of `backend::discussions::withdraw`.
#[server(WithdrawMessage, prefix = "/api", endpoint = "discussions/withdraw")]
pub async fn withdraw_message(#[server(default)] page: String, message: MessageId) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::discussions::withdraw(&cx, message).await?;
        Ok(back_to(&page, "retire"))
    })
    .await
}

/// Hides a message.
///
/// # Errors
/// The refusal of `backend::discussions::hide`.
#[server(HideMessage, prefix = "/api", endpoint = "discussions/hide")]
pub async fn hide_message(
    #[server(default)] page: String,
    message: MessageId,
    version: Version,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::discussions::hide(&cx, message, version, &reason).await?;
        Ok(back_to(&page, "masque"))
    })
    .await
}

/// Shows a hidden message again.
///
/// # Errors
/// The refusal of `backend::discussions::show_again`.
#[server(ShowMessage, prefix = "/api", endpoint = "discussions/show")]
pub async fn show_message(
    #[server(default)] page: String,
    message: MessageId,
    version: Version,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::discussions::show_again(&cx, message, version).await?;
        Ok(back_to(&page, "montre"))
    })
    .await
}

/// Keeps hidden a message that its author asked for.
///
/// # Errors
/// The refusal of `backend::discussions::keep_hidden`.
#[server(KeepHidden, prefix = "/api", endpoint = "discussions/keep-hidden")]
pub async fn keep_hidden(
    #[server(default)] page: String,
    message: MessageId,
    version: Version,
    #[server(default)] answer: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::discussions::keep_hidden(&cx, message, version, &answer).await?;
        Ok(back_to(&page, "garde"))
    })
    .await
}

/// Closes a discussion with a word.
///
/// # Errors
/// The refusal of `backend::discussions::close`.
#[server(CloseDiscussion, prefix = "/api", endpoint = "discussions/close")]
pub async fn close_discussion(
    #[server(default)] slug: String,
    thread: ThreadId,
    #[server(default)] word: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::discussions::close(&cx, thread, &word).await?;
        Ok(crate::paths::done(&crate::paths::discussion(&slug, thread), "close"))
    })
    .await
}

/// Opens a closed discussion again, with a word.
///
/// # Errors
/// The refusal of `backend::discussions::reopen`.
#[server(ReopenDiscussion, prefix = "/api", endpoint = "discussions/reopen")]
pub async fn reopen_discussion(
    #[server(default)] slug: String,
    thread: ThreadId,
    #[server(default)] word: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::discussions::reopen(&cx, thread, &word).await?;
        Ok(crate::paths::done(&crate::paths::discussion(&slug, thread), "rouverte"))
    })
    .await
}

/// Puts aside what is being typed: a new discussion of the group `slug`, or an answer in `thread`, or a correction of
/// `message`; says when, in words.
///
/// # Errors
/// The refusal of `backend::discussions::keep_unsent`.
#[server(KeepMessage, prefix = "/api", endpoint = "discussions/keep")]
pub async fn keep_message(
    #[server(default)] slug: String,
    #[server(default)] thread: Option<ThreadId>,
    #[server(default)] message: Option<MessageId>,
    #[server(default)] subject: String,
    #[server(default)] body: String,
    #[server(default)] about: String,
) -> Result<String, AppError> {
    crate::action::act(async |cx| {
        let place = place(slug, thread, message);
        backend::discussions::keep_unsent(&cx, &place, &subject, &body, &about).await?;
        let words = crate::words::Words::new(cx.language, None);
        Ok(say!(words, "discussions-kept", time = words.time(cx.now)))
    })
    .await
}

/// Forgets what was typed and not sent: a new discussion of the group `slug`, or an answer in `thread`, or a
/// correction of `message`.
///
/// # Errors
/// The refusal of `backend::discussions::discard_unsent`.
#[server(DiscardMessage, prefix = "/api", endpoint = "discussions/discard")]
pub async fn discard_message(
    #[server(default)] slug: String,
    #[server(default)] thread: Option<ThreadId>,
    #[server(default)] message: Option<MessageId>,
    #[server(default)] page: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::discussions::discard_unsent(&cx, &place(slug, thread, message)).await?;
        Ok(crate::paths::local(&page).to_owned())
    })
    .await
}

/// Where somebody is writing.
#[cfg(feature = "ssr")]
fn place(slug: String, thread: Option<ThreadId>, message: Option<MessageId>) -> backend::discussions::Place {
    use backend::discussions::Place;

    match (message, thread) {
        (Some(message), _) => Place::Message(message),
        (None, Some(thread)) => Place::Answer(thread),
        (None, None) => Place::New(slug),
    }
}

/// The page of the message, which says what was done.
#[cfg(feature = "ssr")]
fn back_to(page: &str, done: &str) -> String {
    crate::paths::done(crate::paths::local(page), done)
}
