//! What people do with sign-in services: signing in by one, joining their account of one to theirs here, and parting them.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::browser::{self, Browser};
use crate::error::AppError;

#[cfg(feature = "ssr")]
fn base_url() -> Result<String, AppError> {
    Ok(crate::action::context::<std::sync::Arc<crate::request::Site>>()?.base_url.clone())
}

/// Sends somebody to a sign-in service, to sign in; then they go on to where they were going.
///
/// # Errors
/// `NotFound`; `ProviderAway`; `TooMany`.
#[server(SignInByProvider, prefix = "/api", endpoint = "accounts/ask-provider")]
pub async fn sign_in_by_provider(
    #[server(default)] provider: String,
    #[server(default)] next: String,
) -> Result<(), AppError> {
    use backend::accounts::providers;
    let (browser, address, base_url) = (Browser::here()?, browser::address()?, base_url()?);
    crate::action::act_then_go(async |cx| {
        let next = crate::paths::local(&next);
        let asking = providers::ask_provider(&cx, &base_url, &provider, next, &address).await?;
        crate::session::keep_asking(&browser.session, &asking).await?;
        Ok(crate::paths::provider(asking.provider()))
    })
    .await
}

/// Sends somebody to a sign-in service, to join their account there to theirs here.
///
/// # Errors
/// `SignInRequired`; `ProofRequired`; `NotFound`; `ProviderAway`; `TooMany`.
#[server(LinkProvider, prefix = "/api", endpoint = "accounts/link-provider")]
pub async fn link_provider(#[server(default)] provider: String) -> Result<(), AppError> {
    use backend::accounts::providers;
    let (browser, address, base_url) = (Browser::here()?, browser::address()?, base_url()?);
    crate::action::act_then_go(async |cx| {
        crate::session::require_proof(&browser.session, &cx).await?;
        let asking = providers::ask_to_link(&cx, &base_url, &provider, &address).await?;
        crate::session::keep_asking(&browser.session, &asking).await?;
        Ok(crate::paths::provider(asking.provider()))
    })
    .await
}

/// Has an account of a sign-in service open one's own no more.
///
/// # Errors
/// `SignInRequired`; `ProofRequired`; `NotFound`.
#[server(UnlinkAccount, prefix = "/api", endpoint = "accounts/unlink-account")]
pub async fn unlink_account(#[server(default)] id: String) -> Result<(), AppError> {
    let browser = Browser::here()?;
    crate::action::act_then_go(async |cx| {
        crate::session::require_proof(&browser.session, &cx).await?;
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        backend::accounts::providers::unlink_account(&cx, id).await?;
        Ok(crate::paths::done(crate::paths::SECURITY, "service-retire"))
    })
    .await
}
