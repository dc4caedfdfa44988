//! Making a token, revoking one.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use leptos::prelude::*;

#[cfg(feature = "ssr")]
use crate::accounts::browser::Browser;
use crate::error::AppError;

/// Makes a token, which the page shows this once.
///
/// # Errors
/// `SignInRequired`; `ProofRequired`; `Invalid`; `TooManyTokens`.
#[server(MakeToken, prefix = "/api", endpoint = "api/make-token")]
pub async fn make_token(
    #[server(default)] name: String,
    #[server(default)] scopes: Vec<String>,
    #[server(default)] days: String,
) -> Result<(), AppError> {
    let browser = Browser::here()?;
    crate::action::act_then_go(async |cx| {
        crate::session::require_proof(&browser.session, &cx).await?;
        let form = domain::api::TokenForm { name, scopes, days };
        let token = backend::api::make(&cx, &form).await?;
        crate::session::keep_secret(&browser.session, &token).await?;
        Ok(crate::paths::done(crate::paths::TOKENS, "cree"))
    })
    .await
}

/// Revokes one of one's tokens, or anybody's for an administrator, who goes back to the list of all.
///
/// # Errors
/// `SignInRequired`; `NotFound`.
#[server(RevokeToken, prefix = "/api", endpoint = "api/revoke-token")]
pub async fn revoke_token(
    #[server(default)] id: String,
    #[server(default)] among_all: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        backend::api::revoke(&cx, id).await?;
        let list =
            if among_all.is_empty() { crate::paths::TOKENS } else { crate::paths::ADMINISTRATION_TOKENS };
        Ok(crate::paths::done(list, "revoque"))
    })
    .await
}
