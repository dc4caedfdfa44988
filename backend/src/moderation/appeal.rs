//! Appealing to those who preside, once for each decision; and hearing it.

use domain::{
    Refusal, Version,
    ids::{CaseId, CommentMessageId, MessageId},
    moderation::{self, CaseState, ReportFacts, Reported, Step},
    policy::{Permission, ReportAction},
    refusal::Transition,
};
use sea_orm::ActiveValue::Set;

use super::{
    articles::{QuotedArticle, quoted},
    content::{Content, ContentView, Where, find, look},
    load::{begun, case_at, held, line, of, untell, write},
};
use crate::{
    Cx, Result, contributions, contributions::typeset, discussions, entities::report_case, events::EventKind,
};

/// What those who preside say of an appeal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ruling {
    /// The decision stands.
    Uphold,
    /// The content is shown again, or the request withdrawn.
    Restore,
}

/// Appeals against what was decided about what one wrote.
///
/// # Errors
/// `Invalid` without words; `Transition` when nothing was decided, or it was appealed already; `NotFound` for what
/// somebody else wrote.
pub async fn appeal(cx: &Cx, what: Reported, words: &str) -> Result<CaseId> {
    let content = find(cx, what).await?;
    let facts = ReportFacts {
        group: content.group,
        own: content.own && content.author == cx.actor.user_id(),
        by_facilitator: false,
        reported: false,
        decided: false,
    };
    cx.require(Permission::Report(ReportAction::Appeal, &facts))?;
    let words = moderation::words("words", words)?;
    let tx = cx.begin().await?;
    let case = match (held(&tx, what).await?, &content.hidden) {
        (Some(case), Some(reason)) if !matches!(case.state, CaseState::Acted) && !case.state.waits() => {
            // It was hidden when no report waited, after an earlier one was answered.
            if case.state == CaseState::Upheld {
                return Err(Refusal::Transition(Transition::ReportState).into());
            }
            hidden(&tx, &case, &content, reason).await?
        }
        (Some(case), _) => case,
        (None, Some(reason)) => {
            let case = begun(cx, &tx, &content, CaseState::Kept).await?;
            hidden(&tx, &case, &content, reason).await?
        }
        (None, None) => return Err(Refusal::Transition(Transition::ReportState).into()),
    };
    write(&tx, &case, Step::Appeal, |next| {
        next.appealed_at = Set(Some(cx.now));
        next.appeal = Set(words);
        next.author_told = Set(true);
    })
    .await?;
    line(EventKind::AppealMade, &case, None)?.record(cx, &tx).await?;
    cx.commit(tx).await?;
    Ok(case.id)
}

/// The case of a content that was hidden without a report.
async fn hidden(
    tx: &impl sea_orm::ConnectionTrait,
    case: &report_case::Model,
    content: &Content,
    reason: &str,
) -> Result<report_case::Model> {
    write(tx, case, Step::Act, |next| {
        next.decided_by = Set(content.judged_by);
        next.reason = Set(reason.to_owned());
        next.appealed_at = Set(None);
        next.ruled_by = Set(None);
        next.ruled_at = Set(None);
        next.ruling = Set(String::new());
        next.article_id = Set(None);
    })
    .await?;
    held(tx, content.what).await?.ok_or_else(|| Refusal::NotFound.into())
}

/// Hears an appeal: both its author and whoever reported read what is said.
///
/// # Errors
/// `Invalid` without words; `Conflict`, `Transition` if it was heard meanwhile; `NotFound`; `Forbidden` but for those who
/// preside, and for who decided when somebody else can hear it.
pub async fn rule(cx: &Cx, id: CaseId, read: Version, ruling: Ruling, words: &str) -> Result<()> {
    let case = case_at(cx, id, read, ReportAction::Rule).await?;
    if case.row.state != CaseState::Appealed {
        return Err(Refusal::Transition(Transition::ReportState).into());
    }
    let words = moderation::words("ruling", words)?;
    let (step, kind) = match ruling {
        Ruling::Uphold => (Step::Uphold, EventKind::AppealUpheld),
        Ruling::Restore => (Step::Restore, EventKind::AppealGranted),
    };
    let content = look(cx, case.row.reported()).await?;
    if let (Ruling::Restore, Some(content)) = (ruling, content.filter(|content| content.hidden.is_some())) {
        // Shown again, with its case, in one transaction.
        return match content.place {
            Where::Comment(text, comment) => {
                let message = CommentMessageId(case.row.subject_id);
                let which = (comment, message, content.version);
                contributions::comments::show_for(cx, text, which, &words).await
            }
            _ => discussions::show_for(cx, MessageId(case.row.subject_id), content.version, &words).await,
        };
    }
    let tx = cx.begin().await?;
    write(&tx, &case.row, step, |next| {
        next.ruled_by = Set(cx.actor.user_id());
        next.ruled_at = Set(Some(cx.now));
        next.ruling = Set(words);
        next.author_told = Set(false);
    })
    .await?;
    untell(&tx, id).await?;
    line(kind, &case.row, case.row.author_id)?.record(cx, &tx).await?;
    cx.commit(tx).await
}

/// The page on which one appeals.
#[derive(Clone, Debug)]
pub struct AppealPage {
    /// What it is about.
    pub what: Reported,
    /// What it says.
    pub content: ContentView,
    /// Why it is hidden, or is to be changed.
    pub reason: String,
    /// The article that is quoted.
    pub article: Option<QuotedArticle>,
}

/// The page on which one appeals against what was decided about what one wrote.
///
/// # Errors
/// `NotFound` for what somebody else wrote; `Transition` when nothing was decided, or it was appealed already.
pub async fn appeal_page(cx: &Cx, what: Reported) -> Result<AppealPage> {
    cx.person()?;
    let content = find(cx, what).await?;
    if !content.own || content.author != cx.actor.user_id() {
        return Err(Refusal::NotFound.into());
    }
    let case = of(cx.reader(), what).await?;
    let decided = case.as_ref().filter(|case| case.state == CaseState::Acted);
    let again = case.as_ref().is_none_or(|case| matches!(case.state, CaseState::Kept | CaseState::Restored));
    let reason = match (decided, &content.hidden) {
        (Some(case), _) => case.reason.clone(),
        (None, Some(reason)) if again => reason.clone(),
        _ => return Err(Refusal::Transition(Transition::ReportState).into()),
    };
    let cited = decided.and_then(|case| case.article_id);
    let article = quoted(cx, cited.into_iter().collect()).await?.into_values().next();
    Ok(AppealPage { what, content: content.view(), reason: typeset(&reason), article })
}
