//! Deciding about what was reported: it stays, or it is hidden, or its author is asked to change it.

use domain::{
    Refusal, Version,
    ids::{CaseId, CommentMessageId, MessageId},
    moderation::{self, Step},
    policy::ReportAction,
};
use sea_orm::ActiveValue::Set;

use super::{
    articles,
    content::{Where, find},
    load::{Case, case_at, decided, line, untell, write},
};
use crate::{Cx, Result, contributions, discussions, events::EventKind};

/// Leaves the content as it is; whoever reported it reads why.
///
/// # Errors
/// `Invalid` without a reason; `Conflict`, `Transition` if somebody decided meanwhile; `NotFound`, `Forbidden`.
pub async fn keep(cx: &Cx, id: CaseId, read: Version, reason: &str) -> Result<()> {
    let case = case_at(cx, id, read, ReportAction::Decide).await?;
    let reason = moderation::words("reason", reason)?;
    let tx = cx.begin().await?;
    write(&tx, &case.row, Step::Keep, |next| {
        decided(cx, next, &reason, None);
    })
    .await?;
    untell(&tx, id).await?;
    line(EventKind::ReportDismissed, &case.row, None)?.record(cx, &tx).await?;
    cx.commit(tx).await
}

/// Hides the content as it was at version `content`, or asks its author to change it when it is a text or a document:
/// they read the reason, with the article that is quoted.
///
/// # Errors
/// `Invalid` without a reason, or for an article that is not in force; `Conflict`, `Transition` if it changed or somebody
/// decided meanwhile; `NotFound`, `Forbidden`.
pub async fn act(
    cx: &Cx,
    id: CaseId,
    read: Version,
    content: Version,
    reason: &str,
    article: &str,
) -> Result<()> {
    let case = case_at(cx, id, read, ReportAction::Decide).await?;
    case.row.state.after(Step::Act)?;
    let checked = moderation::article(article).map_err(|problem| Refusal::field("article", problem));
    let (reason, article) = match (moderation::words("reason", reason), checked) {
        (Ok(reason), Ok(article)) => (reason, article),
        (reason, article) => {
            return Err(Refusal::both(reason, article.map(|_| ()))
                .err()
                .unwrap_or(Refusal::Malformed)
                .into());
        }
    };
    articles::require_in_force(cx, article).await?;
    let found = find(cx, case.row.reported()).await?;
    match found.place {
        Where::Message(_, _, message) => {
            discussions::hide_for(cx, MessageId(message.0), content, &reason, article).await
        }
        Where::Comment(text, comment) => {
            let message = CommentMessageId(case.row.subject_id);
            contributions::comments::hide_for(cx, text, (comment, message, content), &reason, article).await
        }
        Where::Document(_) | Where::Text(_) => ask_to_change(cx, &case, found.text(), &reason, article).await,
    }
}

async fn ask_to_change(
    cx: &Cx,
    case: &Case,
    text: Option<domain::ids::ContributionId>,
    reason: &str,
    article: Option<domain::ids::FramingArticleId>,
) -> Result<()> {
    let tx = cx.begin().await?;
    write(&tx, &case.row, Step::Act, |next| {
        decided(cx, next, reason, article);
        next.author_told = Set(false);
    })
    .await?;
    untell(&tx, case.row.id).await?;
    let mut event = line(EventKind::ChangeAsked, &case.row, case.row.author_id)?;
    if let Some(text) = text {
        event = event.contribution(text);
    }
    event.record(cx, &tx).await?;
    cx.commit(tx).await
}
