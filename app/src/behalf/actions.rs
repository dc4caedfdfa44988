//! What the staff do about those who take part on paper, and they themselves.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use leptos::prelude::*;

use crate::error::AppError;

#[cfg(feature = "ssr")]
use crate::{accounts::browser::Browser, session};

/// Notes that somebody asked to take part on paper.
///
/// # Errors
/// `ProofRequired`; the refusal of `backend::behalf::note`.
#[server(NotePaper, prefix = "/api", endpoint = "behalf/note")]
pub async fn note_paper(
    #[server(default)] person: String,
    #[server(default)] asked_on: String,
    #[server(default)] asked_by: String,
    #[server(default)] note: String,
) -> Result<(), AppError> {
    let browser = Browser::here()?;
    crate::action::act_then_go(async |cx| {
        cx.require(domain::policy::Permission::ActOnBehalf)?;
        session::require_proof(&browser.session, &cx).await?;
        if person.trim().is_empty() {
            return Err(domain::Refusal::field("person", domain::FieldProblem::Missing).into());
        }
        let person = person.parse().map_err(|_| domain::Refusal::NotFound)?;
        let form = domain::behalf::PaperForm { asked_on, asked_by, note };
        backend::behalf::note(&cx, person, &form).await?;
        Ok(crate::paths::done(&crate::paths::on_paper(person), "note"))
    })
    .await
}

/// Ends it, as somebody told the staff.
///
/// # Errors
/// The refusal of `backend::behalf::withdraw`.
#[server(EndPaper, prefix = "/api", endpoint = "behalf/end")]
pub async fn end_paper(#[server(default)] person: String) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let person = person.parse().map_err(|_| domain::Refusal::NotFound)?;
        backend::behalf::withdraw(&cx, person).await?;
        Ok(crate::paths::done(&crate::paths::on_paper(person), "fin"))
    })
    .await
}

/// Ends it, for oneself.
///
/// # Errors
/// The refusal of `backend::behalf::withdraw_mine`.
#[server(EndMyPaper, prefix = "/api", endpoint = "behalf/end-mine")]
pub async fn end_my_paper() -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::behalf::withdraw_mine(&cx).await?;
        Ok(crate::paths::done(crate::paths::ON_MY_BEHALF, "fin"))
    })
    .await
}

/// Begins to act on behalf of somebody, in this browser.
///
/// # Errors
/// `ProofRequired`; the refusal of `backend::behalf::begin`.
#[server(BeginActing, prefix = "/api", endpoint = "behalf/begin")]
pub async fn begin_acting(#[server(default)] person: String) -> Result<(), AppError> {
    let browser = Browser::here()?;
    crate::action::act_then_go(async |cx| {
        cx.require(domain::policy::Permission::ActOnBehalf)?;
        session::require_proof(&browser.session, &cx).await?;
        let person = person.parse().map_err(|_| domain::Refusal::NotFound)?;
        let key = session::written_key(&browser.session).await?;
        backend::behalf::begin(&cx, &key, person).await?;
        Ok(crate::paths::HOME.to_owned())
    })
    .await
}

/// Ends what this browser does on behalf of somebody.
///
/// # Errors
/// `SignInRequired`.
#[server(StopActing, prefix = "/api", endpoint = "behalf/stop")]
pub async fn stop_acting() -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| match backend::behalf::stop(&cx).await? {
        Some(person) => Ok(crate::paths::done(&crate::paths::on_paper(person), "termine")),
        None => Ok(crate::paths::ON_PAPER.to_owned()),
    })
    .await
}
