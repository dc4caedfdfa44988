//! What is done with suggestions.
#![expect(clippy::too_many_arguments, reason = "one for each field of a form")]
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use domain::{
    Version,
    ids::{ContributionId, SuggestionId},
};
use leptos::prelude::*;

use crate::error::AppError;

/// Proposes another wording for a passage; `answers` is the suggestion to which it is a counter-proposal.
///
/// # Errors
/// `Invalid`, `Forbidden`, `NotFound`, `Transition`, `Conflict`.
#[server(MakeSuggestion, prefix = "/api", endpoint = "suggestions/make")]
pub async fn make_suggestion(
    id: ContributionId,
    base: Version,
    start: usize,
    end: usize,
    #[server(default)] words: String,
    #[server(default)] reason: String,
    #[server(default)] answers: Option<SuggestionId>,
) -> Result<(), AppError> {
    use backend::contributions::suggestions::{Target, suggest};
    use domain::contributions::SuggestionForm;

    let form = SuggestionForm { words, reason };
    crate::action::act_then_go(async move |cx| {
        suggest(&cx, id, &Target { base, range: start..end }, &form, answers).await?;
        Ok(crate::paths::done(&crate::paths::suggestions(id), "suggere"))
    })
    .await
}

/// Proposes all that differs between a text and its copy.
///
/// # Errors
/// `Invalid`, `Forbidden`, `NotFound`, `Transition`, `Conflict`.
#[server(AmendText, prefix = "/api", endpoint = "suggestions/amend")]
pub async fn amend_text(
    id: ContributionId,
    base: Version,
    #[server(default)] words: String,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    use domain::contributions::SuggestionForm;

    let form = SuggestionForm { words, reason };
    crate::action::act_then_go(async move |cx| {
        let made = backend::contributions::suggestions::amend(&cx, id, base, &form).await?;
        let done = if made == 1 { "suggere" } else { "suggere-plusieurs" };
        Ok(crate::paths::done(&crate::paths::suggestions(id), done))
    })
    .await
}

/// Accepts a suggestion, or refuses it.
///
/// # Errors
/// `Invalid`, `Forbidden`, `NotFound`, `Transition`, `Conflict`.
#[server(AnswerSuggestion, prefix = "/api", endpoint = "suggestions/answer")]
pub async fn answer_suggestion(
    id: ContributionId,
    suggestion: SuggestionId,
    version: Version,
    #[server(default)] answer: String,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    use backend::contributions::suggestions::answer as answered;
    use domain::contributions::{Answer, AnswerForm};

    let form = AnswerForm { answer, reason };
    crate::action::act_then_go(async move |cx| {
        let (answer, fallen) = answered(&cx, id, suggestion, version, &form).await?;
        let done = match answer {
            Answer::Accept if fallen > 0 => "acceptee-tombees",
            Answer::Accept => "acceptee",
            Answer::Refuse => "refusee",
        };
        Ok(crate::paths::done(&crate::paths::suggestions(id), done))
    })
    .await
}

/// Words one's own suggestion again.
///
/// # Errors
/// `Invalid`, `Forbidden`, `NotFound`, `Transition`, `Conflict`.
#[server(RewordSuggestion, prefix = "/api", endpoint = "suggestions/reword")]
pub async fn reword_suggestion(
    id: ContributionId,
    suggestion: SuggestionId,
    version: Version,
    base: Version,
    start: usize,
    end: usize,
    #[server(default)] words: String,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    use backend::contributions::suggestions::{Target, reword};
    use domain::contributions::SuggestionForm;

    let form = SuggestionForm { words, reason };
    crate::action::act_then_go(async move |cx| {
        let target = Target { base, range: start..end };
        reword(&cx, id, suggestion, version, &target, &form).await?;
        Ok(crate::paths::done(&crate::paths::suggestions(id), "reprise"))
    })
    .await
}

/// Takes back one's own suggestion.
///
/// # Errors
/// `Forbidden`, `NotFound`, `Transition`, `Conflict`.
#[server(WithdrawSuggestion, prefix = "/api", endpoint = "suggestions/withdraw")]
pub async fn withdraw_suggestion(
    id: ContributionId,
    suggestion: SuggestionId,
    version: Version,
) -> Result<(), AppError> {
    crate::action::act_then_go(async move |cx| {
        backend::contributions::suggestions::withdraw(&cx, id, suggestion, version).await?;
        Ok(crate::paths::done(&crate::paths::suggestions(id), "retiree"))
    })
    .await
}
