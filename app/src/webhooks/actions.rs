//! What administrators do with webhooks.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use leptos::prelude::*;

#[cfg(feature = "ssr")]
use crate::accounts::browser::Browser;
use crate::error::AppError;

/// Adds a webhook, whose secret its page shows this once.
///
/// # Errors
/// `SignInRequired`; `ProofRequired`; `Forbidden`; `Invalid`; `TooManyWebhooks`.
#[server(AddWebhook, prefix = "/api", endpoint = "webhooks/add")]
pub async fn add_webhook(
    #[server(default)] name: String,
    #[server(default)] address: String,
    #[server(default)] kinds: Vec<String>,
) -> Result<(), AppError> {
    let browser = Browser::here()?;
    crate::action::act_then_go(async |cx| {
        cx.require(domain::policy::Permission::Administer)?;
        crate::session::require_proof(&browser.session, &cx).await?;
        let form = domain::webhooks::WebhookForm { name, address, kinds };
        let (id, secret) = backend::webhooks::add(&cx, &form).await?;
        crate::session::keep_secret(&browser.session, &secret).await?;
        Ok(crate::paths::done(&crate::paths::webhook(id), "ajoute"))
    })
    .await
}

/// Sends a message that says nothing, to see whether it is received.
///
/// # Errors
/// `Forbidden`; `NotFound`; `WebhookStopped`.
#[server(TestWebhook, prefix = "/api", endpoint = "webhooks/test")]
pub async fn test_webhook(#[server(default)] id: String) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        let outcome = backend::webhooks::send_test(&cx, id).await?;
        let received = outcome == domain::webhooks::Outcome::Received;
        Ok(crate::paths::done(&crate::paths::webhook(id), if received { "recu" } else { "non-recu" }))
    })
    .await
}

/// Stops a webhook.
///
/// # Errors
/// `Forbidden`; `NotFound`.
#[server(StopWebhook, prefix = "/api", endpoint = "webhooks/stop")]
pub async fn stop_webhook(#[server(default)] id: String) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        backend::webhooks::stop(&cx, id).await?;
        Ok(crate::paths::done(&crate::paths::webhook(id), "arrete"))
    })
    .await
}

/// Lets a webhook go on.
///
/// # Errors
/// `Forbidden`; `NotFound`.
#[server(ResumeWebhook, prefix = "/api", endpoint = "webhooks/resume")]
pub async fn resume_webhook(#[server(default)] id: String) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        backend::webhooks::resume(&cx, id).await?;
        Ok(crate::paths::done(&crate::paths::webhook(id), "repris"))
    })
    .await
}

/// Removes a webhook.
///
/// # Errors
/// `Forbidden`; `NotFound`.
#[server(RemoveWebhook, prefix = "/api", endpoint = "webhooks/remove")]
pub async fn remove_webhook(#[server(default)] id: String) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        backend::webhooks::remove(&cx, id).await?;
        Ok(crate::paths::done(crate::paths::ADMINISTRATION_WEBHOOKS, "retire"))
    })
    .await
}
