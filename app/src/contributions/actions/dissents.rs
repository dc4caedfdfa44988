//! What is done with minority opinions.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use domain::{
    Version,
    ids::{ContributionId, DissentId},
};
use leptos::prelude::*;

use crate::error::AppError;

/// Opens a minority opinion, which one signs.
///
/// # Errors
/// `Invalid`, `Forbidden`, `NotFound`, `Transition`.
#[server(OpenDissent, prefix = "/api", endpoint = "dissents/open")]
pub async fn open_dissent(
    id: ContributionId,
    #[server(default)] title: String,
    #[server(default)] body: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async move |cx| {
        let form = domain::contributions::DissentForm { title, body };
        backend::contributions::open_dissent(&cx, id, &form).await?;
        Ok(crate::paths::done(&crate::paths::contribution(id), "opinion#opinions"))
    })
    .await
}

/// Changes the words of a minority opinion that one alone signs.
///
/// # Errors
/// `Invalid`, `Conflict`, `Forbidden`, `NotFound`, `Transition`.
#[server(RewordDissent, prefix = "/api", endpoint = "dissents/reword")]
pub async fn reword_dissent(
    id: ContributionId,
    dissent: DissentId,
    version: Version,
    #[server(default)] title: String,
    #[server(default)] body: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async move |cx| {
        let form = domain::contributions::DissentForm { title, body };
        backend::contributions::reword_dissent(&cx, id, dissent, version, &form).await?;
        Ok(crate::paths::done(&crate::paths::contribution(id), "opinion-changee#opinions"))
    })
    .await
}

/// Signs a minority opinion.
///
/// # Errors
/// `Conflict`, `Forbidden`, `NotFound`, `Transition`.
#[server(SignDissent, prefix = "/api", endpoint = "dissents/sign")]
pub async fn sign_dissent(id: ContributionId, dissent: DissentId, version: Version) -> Result<(), AppError> {
    crate::action::act_then_go(async move |cx| {
        backend::contributions::sign_dissent(&cx, id, dissent, version).await?;
        Ok(crate::paths::done(&crate::paths::contribution(id), "opinion-signee#opinions"))
    })
    .await
}

/// Takes back one's signature.
///
/// # Errors
/// `NotFound`, `Transition`.
#[server(UnsignDissent, prefix = "/api", endpoint = "dissents/unsign")]
pub async fn unsign_dissent(id: ContributionId, dissent: DissentId) -> Result<(), AppError> {
    crate::action::act_then_go(async move |cx| {
        let done = match backend::contributions::unsign_dissent(&cx, id, dissent).await? {
            true => "opinion-retiree#opinions",
            false => "signature-retiree#opinions",
        };
        Ok(crate::paths::done(&crate::paths::contribution(id), done))
    })
    .await
}
