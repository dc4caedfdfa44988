//! Preparing a poll, voting, representing somebody, typing in paper, proclaiming.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]
#![expect(clippy::too_many_arguments, reason = "a server function has an argument a field of its form")]

use leptos::prelude::*;

use crate::error::AppError;

/// Changes the rules that polls usually have.
///
/// # Errors
/// The refusal of `backend::polls::change_usual`.
#[server(ChangePollRules, prefix = "/api", endpoint = "polls/rules")]
pub async fn change_poll_rules(
    version: domain::Version,
    #[server(default)] body: String,
    #[server(default)] secrecy: String,
    #[server(default)] quorum: String,
    #[server(default)] majority: String,
    #[server(default)] proxies: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let form = domain::polls::UsualForm { body, secrecy, quorum, majority, proxies };
        backend::polls::change_usual(&cx, version, &form).await?;
        Ok(crate::paths::done(crate::paths::POLL_RULES, "regles"))
    })
    .await
}

/// Prepares a poll.
///
/// # Errors
/// The refusal of `backend::polls::prepare`.
#[server(PreparePoll, prefix = "/api", endpoint = "polls/prepare")]
pub async fn prepare_poll(
    #[server(default)] text: String,
    #[server(default)] framing: String,
    #[server(default)] question: String,
    #[server(default)] details: String,
    #[server(default)] body: String,
    #[server(default)] secrecy: String,
    #[server(default)] quorum: String,
    #[server(default)] majority: String,
    #[server(default)] proxies: String,
    #[server(default)] opens_on: String,
    #[server(default)] opens_at: String,
    #[server(default)] closes_on: String,
    #[server(default)] closes_at: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let text = given(&text)?;
        let framing = given(&framing)?;
        let form = domain::polls::PollForm {
            question,
            details,
            body,
            secrecy,
            quorum,
            majority,
            proxies,
            opens_on,
            opens_at,
            closes_on,
            closes_at,
        };
        let id = match framing {
            Some(version) => backend::polls::prepare_on_framing(&cx, version, &form).await?,
            None => backend::polls::prepare(&cx, text, &form).await?,
        };
        Ok(crate::paths::done(&crate::paths::poll(id), "prepared"))
    })
    .await
}

/// What a poll is about, if the form names it.
#[cfg(feature = "ssr")]
fn given<T: std::str::FromStr>(typed: &str) -> Result<Option<T>, domain::Refusal> {
    match typed.trim() {
        "" => Ok(None),
        typed => typed.parse().map(Some).map_err(|_| domain::Refusal::NotFound),
    }
}

/// Changes a poll that has not begun.
///
/// # Errors
/// The refusal of `backend::polls::change`.
#[server(ChangePoll, prefix = "/api", endpoint = "polls/change")]
pub async fn change_poll(
    #[server(default)] id: String,
    #[server(default)] version: String,
    #[server(default)] question: String,
    #[server(default)] details: String,
    #[server(default)] body: String,
    #[server(default)] secrecy: String,
    #[server(default)] quorum: String,
    #[server(default)] majority: String,
    #[server(default)] proxies: String,
    #[server(default)] opens_on: String,
    #[server(default)] opens_at: String,
    #[server(default)] closes_on: String,
    #[server(default)] closes_at: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        let version = version.parse().map_err(|_| domain::Refusal::Malformed)?;
        let form = domain::polls::PollForm {
            question,
            details,
            body,
            secrecy,
            quorum,
            majority,
            proxies,
            opens_on,
            opens_at,
            closes_on,
            closes_at,
        };
        backend::polls::change(&cx, id, version, &form).await?;
        Ok(crate::paths::done(&crate::paths::poll(id), "changed"))
    })
    .await
}

/// Casts a ballot.
///
/// # Errors
/// The refusal of `backend::polls::cast`.
#[server(CastBallot, prefix = "/api", endpoint = "polls/cast")]
pub async fn cast_ballot(
    #[server(default)] id: String,
    #[server(default)] voter: String,
    #[server(default)] choice: String,
    #[server(default)] receipt: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        backend::polls::cast(&cx, id, somebody(&voter)?, &choice, &receipt).await?;
        Ok(crate::paths::done(&crate::paths::poll(id), "cast"))
    })
    .await
}

/// Types in what came on paper.
///
/// # Errors
/// The refusal of `backend::polls::take_paper`.
#[server(TakePaper, prefix = "/api", endpoint = "polls/paper")]
pub async fn take_paper(
    #[server(default)] id: String,
    #[server(default)] voter: String,
    #[server(default)] choice: String,
    #[server(default)] manner: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        let voter = chosen("voter", &voter)?;
        backend::polls::take_paper(&cx, id, voter, &choice, &manner).await?;
        Ok(crate::paths::done(&crate::paths::poll(id), "typed-in"))
    })
    .await
}

/// Writes the totals of the ballots on paper.
///
/// # Errors
/// The refusal of `backend::polls::set_paper_count`.
#[server(CountPaper, prefix = "/api", endpoint = "polls/count")]
pub async fn count_paper(
    #[server(default)] id: String,
    #[server(default)] votes_for: String,
    #[server(default)] votes_against: String,
    #[server(default)] votes_abstaining: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        let form = domain::polls::CountForm { votes_for, votes_against, votes_abstaining };
        backend::polls::set_paper_count(&cx, id, &form).await?;
        Ok(crate::paths::done(&crate::paths::poll(id), "counted"))
    })
    .await
}

/// Gives one's proxy.
///
/// # Errors
/// The refusal of `backend::polls::give_proxy`.
#[server(GiveProxy, prefix = "/api", endpoint = "polls/proxy")]
pub async fn give_proxy(
    #[server(default)] id: String,
    #[server(default)] to: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        backend::polls::give_proxy(&cx, id, None, chosen("to", &to)?).await?;
        Ok(crate::paths::done(&crate::paths::poll(id), "proxy-given"))
    })
    .await
}

/// Types in the proxy that somebody gave on paper.
///
/// # Errors
/// The refusal of `backend::polls::give_proxy`.
#[server(TypeInProxy, prefix = "/api", endpoint = "polls/proxy-on-paper")]
pub async fn type_in_proxy(
    #[server(default)] id: String,
    #[server(default)] from: String,
    #[server(default)] to: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        let (from, to) = (chosen("from", &from)?, chosen("to", &to)?);
        backend::polls::give_proxy(&cx, id, Some(from), to).await?;
        Ok(crate::paths::done(&crate::paths::poll(id), "proxy-typed-in"))
    })
    .await
}

/// Takes one's proxy back.
///
/// # Errors
/// The refusal of `backend::polls::take_back_proxy`.
#[server(TakeBackProxy, prefix = "/api", endpoint = "polls/take-back-proxy")]
pub async fn take_back_proxy(
    #[server(default)] id: String,
    #[server(default)] from: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        backend::polls::take_back_proxy(&cx, id, somebody(&from)?).await?;
        Ok(crate::paths::done(&crate::paths::poll(id), "proxy-taken-back"))
    })
    .await
}

/// Ends a poll before its time.
///
/// # Errors
/// The refusal of `backend::polls::close_now`.
#[server(ClosePoll, prefix = "/api", endpoint = "polls/close")]
pub async fn close_poll(#[server(default)] id: String) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        backend::polls::close_now(&cx, id).await?;
        Ok(crate::paths::done(&crate::paths::poll(id), "closed"))
    })
    .await
}

/// Calls a poll off.
///
/// # Errors
/// The refusal of `backend::polls::cancel`.
#[server(CancelPoll, prefix = "/api", endpoint = "polls/cancel")]
pub async fn cancel_poll(
    #[server(default)] id: String,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        backend::polls::cancel(&cx, id, &reason).await?;
        Ok(crate::paths::done(&crate::paths::poll(id), "cancelled"))
    })
    .await
}

/// Proclaims the result.
///
/// # Errors
/// The refusal of `backend::polls::proclaim`.
#[server(ProclaimPoll, prefix = "/api", endpoint = "polls/proclaim")]
pub async fn proclaim_poll(#[server(default)] id: String) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        backend::polls::proclaim(&cx, id).await?;
        Ok(crate::paths::done(&crate::paths::poll(id), "proclaimed"))
    })
    .await
}

/// Somebody named by a hidden field, if anybody.
#[cfg(feature = "ssr")]
fn somebody(id: &str) -> Result<Option<domain::ids::UserId>, domain::Refusal> {
    match id.trim() {
        "" => Ok(None),
        id => id.parse().map(Some).map_err(|_| domain::Refusal::NotFound),
    }
}

/// Somebody chosen in a list.
#[cfg(feature = "ssr")]
fn chosen(field: &'static str, id: &str) -> Result<domain::ids::UserId, domain::Refusal> {
    id.parse().map_err(|_| domain::Refusal::field(field, domain::FieldProblem::NotAChoice))
}
