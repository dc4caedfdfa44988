//! What people do with their own account.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]
#![expect(clippy::too_many_arguments, reason = "one for each field of the form")]

use leptos::prelude::*;

use crate::error::AppError;

#[cfg(feature = "ssr")]
use super::browser::{self, Browser};

/// Signs in, then goes on to where the person was going.
///
/// # Errors
/// `Invalid`; `TooMany`.
#[server(SignIn, prefix = "/api", endpoint = "accounts/sign-in")]
pub async fn sign_in(
    #[server(default)] email: String,
    #[server(default)] password: String,
    #[server(default)] next: String,
) -> Result<(), AppError> {
    let (browser, address) = (Browser::here()?, browser::address()?);
    crate::action::act_then_go(async |cx| {
        let user = backend::accounts::sign_in(&cx, &email, &password, &address).await?;
        browser.admit(&cx, user, crate::paths::local(&next)).await
    })
    .await
}

/// Signs out; the browser forgets what it kept of the texts being written.
///
/// # Errors
/// The session cannot be erased.
#[server(SignOut, prefix = "/api", endpoint = "accounts/sign-out")]
pub async fn sign_out() -> Result<(), AppError> {
    let browser = Browser::here()?;
    let response = use_context::<leptos_axum::ResponseOptions>();
    crate::action::act_then_go(async |cx| {
        backend::behalf::leave(&cx).await?;
        crate::session::close(&browser.session).await?;
        if let Some(response) = &response {
            response.insert_header(
                http::HeaderName::from_static("clear-site-data"),
                http::HeaderValue::from_static("\"storage\""),
            );
        }
        Ok(crate::paths::HOME.to_owned())
    })
    .await
}

/// Opens the account that an invitation offers, and signs in.
///
/// # Errors
/// `LinkExpired`; `Invalid`.
#[server(AcceptInvitation, prefix = "/api", endpoint = "accounts/accept-invitation")]
pub async fn accept_invitation(
    #[server(default)] token: String,
    #[server(default)] password: String,
    #[server(default)] password_again: String,
) -> Result<(), AppError> {
    let browser = Browser::here()?;
    crate::action::act_then_go(async |cx| {
        let user = backend::accounts::accept_invitation(&cx, &token, &password, &password_again).await?;
        browser.open(&cx, user).await?;
        Ok(crate::paths::WELCOME.to_owned())
    })
    .await
}

/// Asks for a link to choose another password.
///
/// # Errors
/// `Invalid`; `TooMany`.
#[server(AskPasswordReset, prefix = "/api", endpoint = "accounts/ask-password-reset")]
pub async fn ask_password_reset(#[server(default)] email: String) -> Result<(), AppError> {
    let address = browser::address()?;
    crate::action::act_then_go(async |cx| {
        backend::accounts::ask_password_reset(&cx, &email, &address).await?;
        Ok(crate::paths::done(crate::paths::PASSWORD, "envoye"))
    })
    .await
}

/// Chooses another password by a link, and signs in; whoever gives a code besides is asked for it.
///
/// # Errors
/// `LinkExpired`; `Invalid`.
#[server(ResetPassword, prefix = "/api", endpoint = "accounts/reset-password")]
pub async fn reset_password(
    #[server(default)] token: String,
    #[server(default)] password: String,
    #[server(default)] password_again: String,
) -> Result<(), AppError> {
    let browser = Browser::here()?;
    crate::action::act_then_go(async |cx| {
        let user = backend::accounts::reset_password(&cx, &token, &password, &password_again).await?;
        let next = crate::paths::done(crate::paths::ACCOUNT, "mot-de-passe");
        browser.admit(&cx, user, &next).await
    })
    .await
}

/// Changes one's password.
///
/// # Errors
/// `Invalid`; `TooMany`.
#[server(ChangePassword, prefix = "/api", endpoint = "accounts/change-password")]
pub async fn change_password(
    #[server(default)] current_password: String,
    #[server(default)] password: String,
    #[server(default)] password_again: String,
) -> Result<(), AppError> {
    let key = Browser::here()?.session_key();
    crate::action::act_then_go(async |cx| {
        backend::accounts::change_password(
            &cx,
            key.as_deref(),
            &current_password,
            &password,
            &password_again,
        )
        .await?;
        Ok(crate::paths::done(crate::paths::ACCOUNT, "mot-de-passe"))
    })
    .await
}

/// Changes one's own record.
///
/// # Errors
/// `Invalid`; `Conflict`.
#[server(ChangeProfile, prefix = "/api", endpoint = "accounts/change-profile")]
pub async fn change_profile(
    #[server(default)] version: String,
    #[server(default)] name: String,
    #[server(default)] organisation: String,
    #[server(default)] commune: String,
    #[server(default)] language: String,
    #[server(default)] about: String,
    #[server(default)] phone: String,
    #[server(default)] email_shown_to: String,
    #[server(default)] phone_shown_to: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let version = version.parse().map_err(|_| domain::Refusal::Malformed)?;
        let form = domain::people::ProfileForm {
            name,
            organisation,
            commune,
            language,
            about,
            phone,
            email_shown_to,
            phone_shown_to,
        };
        backend::people::change_own_profile(&cx, version, &form).await?;
        Ok(crate::paths::done(crate::paths::ACCOUNT, "profil"))
    })
    .await
}

/// Asks to change one's address.
///
/// # Errors
/// `Invalid`; `TooMany`.
#[server(AskEmailChange, prefix = "/api", endpoint = "accounts/ask-email-change")]
pub async fn ask_email_change(
    #[server(default)] new_email: String,
    #[server(default)] password: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        backend::accounts::ask_email_change(&cx, &new_email, &password).await?;
        Ok(crate::paths::done(crate::paths::ACCOUNT, "adresse"))
    })
    .await
}

/// Confirms a change of address from one of the two addresses.
///
/// # Errors
/// `LinkExpired`; `Invalid`, if somebody took the address in the meantime.
#[server(ConfirmEmailChange, prefix = "/api", endpoint = "accounts/confirm-email-change")]
pub async fn confirm_email_change(#[server(default)] token: String) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let code = match backend::accounts::confirm_email_change(&cx, &token).await? {
            backend::accounts::AddressConfirmed::OneOfTwo => "une",
            backend::accounts::AddressConfirmed::Changed => "deux",
        };
        Ok(crate::paths::done(crate::paths::ADDRESS_CONFIRMED, code))
    })
    .await
}

/// Closes one of one's sessions.
///
/// # Errors
/// `SignInRequired`; `ProofRequired`; `NotFound`.
#[server(RevokeSession, prefix = "/api", endpoint = "accounts/revoke-session")]
pub async fn revoke_session(#[server(default)] key: String) -> Result<(), AppError> {
    let browser = Browser::here()?;
    crate::action::act_then_go(async |cx| {
        crate::session::require_proof(&browser.session, &cx).await?;
        backend::accounts::revoke_session(&cx, &key).await?;
        Ok(crate::paths::done(crate::paths::ACCOUNT, "session"))
    })
    .await
}

/// Closes one's other sessions.
///
/// # Errors
/// `SignInRequired`; `ProofRequired`.
#[server(RevokeOtherSessions, prefix = "/api", endpoint = "accounts/revoke-other-sessions")]
pub async fn revoke_other_sessions() -> Result<(), AppError> {
    let browser = Browser::here()?;
    crate::action::act_then_go(async |cx| {
        crate::session::require_proof(&browser.session, &cx).await?;
        backend::accounts::revoke_other_sessions(&cx, browser.session_key().as_deref()).await?;
        Ok(crate::paths::done(crate::paths::ACCOUNT, "sessions"))
    })
    .await
}
