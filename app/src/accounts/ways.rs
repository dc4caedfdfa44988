//! What people do with the ways in which they sign in: codes, links by mail, passkeys; and proving again who they are.
#![expect(missing_docs, reason = "the arguments of a server function become the fields of a struct")]

use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::browser::{self, Browser};
use crate::error::AppError;

#[cfg(feature = "ssr")]
mod whose {
    use std::sync::Arc;

    use backend::{Cx, Result, accounts::HalfWay};

    use crate::{action::context, error::AppError, request::Site, session};

    /// Who must have codes before their session opens; nobody if the person is signed in.
    pub async fn arriving(cx: &Cx, session: &tower_sessions::Session) -> Result<Option<HalfWay>> {
        if cx.actor.person().is_some() { Ok(None) } else { session::half_way(session).await.map(Some) }
    }

    /// Where the site is reached.
    pub fn base_url() -> std::result::Result<String, AppError> {
        Ok(context::<Arc<Site>>()?.base_url.clone())
    }
}

#[cfg(feature = "ssr")]
use whose::{arriving, base_url};

/// Draws the secret that an application makes codes with, and shows it.
///
/// # Errors
/// `SignInRequired`; `ProofRequired`; `CodesAreOn`.
#[server(PrepareCodes, prefix = "/api", endpoint = "accounts/prepare-codes")]
pub async fn prepare_codes(#[server(default)] next: String) -> Result<(), AppError> {
    use backend::accounts::Whose;
    let browser = Browser::here()?;
    crate::action::act_then_go(async |cx| {
        if let Some(half) = arriving(&cx, &browser.session).await? {
            backend::accounts::prepare_codes(&cx, Whose::Arriving(&half)).await?;
            return Ok(crate::paths::step_then(crate::paths::SIGN_IN_CODES, crate::paths::local(&next)));
        }
        crate::session::require_proof(&browser.session, &cx).await?;
        backend::accounts::prepare_codes(&cx, Whose::Mine).await?;
        Ok(crate::paths::CODES.to_owned())
    })
    .await
}

/// Asks for a code at each sign-in from now on, and shows the recovery codes. Opens the session of who was waiting for it.
///
/// # Errors
/// `SignInRequired`; `CodesAreOn`; `Invalid`; `TooMany`.
#[server(ConfirmCodes, prefix = "/api", endpoint = "accounts/confirm-codes")]
pub async fn confirm_codes(
    #[server(default)] code: String,
    #[server(default)] next: String,
) -> Result<(), AppError> {
    use backend::accounts::Whose;
    let (browser, address) = (Browser::here()?, browser::address()?);
    crate::action::act_then_go(async |cx| {
        let half = arriving(&cx, &browser.session).await?;
        let whose = half.as_ref().map_or(Whose::Mine, Whose::Arriving);
        let codes = backend::accounts::confirm_codes(&cx, whose, &code, &address).await?;
        if let Some(half) = &half {
            browser.open(&cx, half.user()).await?;
        }
        crate::session::keep_recovery_codes(&browser.session, &codes).await?;
        let next = if half.is_some() { crate::paths::local(&next) } else { crate::paths::SECURITY };
        Ok(crate::paths::step_then(crate::paths::RECOVERY_CODES, next))
    })
    .await
}

/// Gives one's code, after one's password.
///
/// # Errors
/// `SignInRequired` if it took too long; `Invalid`; `TooMany`.
#[server(GiveCode, prefix = "/api", endpoint = "accounts/give-code")]
pub async fn give_code(
    #[server(default)] code: String,
    #[server(default)] next: String,
) -> Result<(), AppError> {
    let (browser, address) = (Browser::here()?, browser::address()?);
    crate::action::act_then_go(async |cx| {
        let half = crate::session::half_way(&browser.session).await?;
        let user = backend::accounts::give_code(&cx, &half, &code, &address).await?;
        browser.open(&cx, user).await?;
        Ok(crate::paths::local(&next).to_owned())
    })
    .await
}

/// Asks for no code any more.
///
/// # Errors
/// `SignInRequired`; `CodesAreOff`; `Invalid`; `TooMany`.
#[server(StopCodes, prefix = "/api", endpoint = "accounts/stop-codes")]
pub async fn stop_codes(
    #[server(default)] password: String,
    #[server(default)] code: String,
) -> Result<(), AppError> {
    let address = browser::address()?;
    crate::action::act_then_go(async |cx| {
        backend::accounts::stop_codes(&cx, &password, &code, &address).await?;
        Ok(crate::paths::done(crate::paths::SECURITY, "codes-retires"))
    })
    .await
}

/// Makes other recovery codes, and shows them.
///
/// # Errors
/// `SignInRequired`; `ProofRequired`; `CodesAreOff`.
#[server(RenewRecoveryCodes, prefix = "/api", endpoint = "accounts/renew-recovery-codes")]
pub async fn renew_recovery_codes() -> Result<(), AppError> {
    let browser = Browser::here()?;
    crate::action::act_then_go(async |cx| {
        crate::session::require_proof(&browser.session, &cx).await?;
        let codes = backend::accounts::renew_recovery_codes(&cx).await?;
        crate::session::keep_recovery_codes(&browser.session, &codes).await?;
        Ok(crate::paths::step_then(crate::paths::RECOVERY_CODES, crate::paths::SECURITY))
    })
    .await
}

/// Proves again, with one's password, who one is. The name of its field is known to what takes up a form again.
///
/// # Errors
/// `SignInRequired`; `Invalid`; `TooMany`.
#[server(Prove, prefix = "/api", endpoint = "accounts/prove")]
pub async fn prove(
    #[server(default)] proof_password: String,
    #[server(default)] next: String,
) -> Result<(), AppError> {
    let browser = Browser::here()?;
    crate::action::act_then_go(async |cx| {
        backend::accounts::prove_again(&cx, &proof_password).await?;
        crate::session::prove(&browser.session, cx.now).await?;
        Ok(crate::paths::local(&next).to_owned())
    })
    .await
}

/// Asks for a link to sign in.
///
/// # Errors
/// `Invalid`; `TooMany`.
#[server(AskSignInLink, prefix = "/api", endpoint = "accounts/ask-sign-in-link")]
pub async fn ask_sign_in_link(#[server(default)] email: String) -> Result<(), AppError> {
    let address = browser::address()?;
    crate::action::act_then_go(async |cx| {
        backend::accounts::ask_sign_in_link(&cx, &email, &address).await?;
        Ok(crate::paths::done(crate::paths::SIGN_IN_LINK, "envoye"))
    })
    .await
}

/// Signs in by a link; whoever gives a code besides is asked for it.
///
/// # Errors
/// `LinkExpired`.
#[server(SignInByLink, prefix = "/api", endpoint = "accounts/sign-in-by-link")]
pub async fn sign_in_by_link(#[server(default)] token: String) -> Result<(), AppError> {
    let browser = Browser::here()?;
    crate::action::act_then_go(async |cx| {
        let user = backend::accounts::sign_in_by_link(&cx, &token).await?;
        browser.admit(&cx, user, crate::paths::HOME).await
    })
    .await
}

/// Begins to add a passkey: what the browser is asked, as JSON.
///
/// # Errors
/// `SignInRequired`; `ProofRequired`; `NotFound`; `TooManyPasskeys`.
#[server(BeginPasskey, prefix = "/api", endpoint = "accounts/begin-passkey")]
pub async fn begin_passkey() -> Result<String, AppError> {
    let (browser, base_url) = (Browser::here()?, base_url()?);
    crate::action::act(async |cx| {
        crate::session::require_proof(&browser.session, &cx).await?;
        let (challenge, ceremony) = backend::accounts::passkeys::begin_passkey(&cx, &base_url).await?;
        crate::session::keep_ceremony(&browser.session, &ceremony).await?;
        Ok(challenge)
    })
    .await
}

/// Adds the passkey that the browser made.
///
/// # Errors
/// `SignInRequired`; `ProofRequired`; `Invalid`; `PasskeyRefused`; `TooManyPasskeys`.
#[server(AddPasskey, prefix = "/api", endpoint = "accounts/add-passkey")]
pub async fn add_passkey(
    #[server(default)] name: String,
    #[server(default)] credential: String,
) -> Result<(), AppError> {
    let (browser, base_url) = (Browser::here()?, base_url()?);
    crate::action::act_then_go(async |cx| {
        crate::session::require_proof(&browser.session, &cx).await?;
        let ceremony = crate::session::take_ceremony(&browser.session).await;
        backend::accounts::passkeys::add_passkey(&cx, &base_url, ceremony, &credential, &name).await?;
        Ok(crate::paths::done(crate::paths::SECURITY, "cle"))
    })
    .await
}

/// Gives one of one's passkeys another name.
///
/// # Errors
/// `SignInRequired`; `NotFound`; `Invalid`.
#[server(RenamePasskey, prefix = "/api", endpoint = "accounts/rename-passkey")]
pub async fn rename_passkey(
    #[server(default)] id: String,
    #[server(default)] name: String,
) -> Result<(), AppError> {
    crate::action::act_then_go(async |cx| {
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        backend::accounts::passkeys::rename_passkey(&cx, id, &name).await?;
        Ok(crate::paths::done(crate::paths::SECURITY, "cle-nommee"))
    })
    .await
}

/// Removes one of one's passkeys.
///
/// # Errors
/// `SignInRequired`; `ProofRequired`; `NotFound`.
#[server(RemovePasskey, prefix = "/api", endpoint = "accounts/remove-passkey")]
pub async fn remove_passkey(#[server(default)] id: String) -> Result<(), AppError> {
    let browser = Browser::here()?;
    crate::action::act_then_go(async |cx| {
        crate::session::require_proof(&browser.session, &cx).await?;
        let id = id.parse().map_err(|_| domain::Refusal::NotFound)?;
        backend::accounts::passkeys::remove_passkey(&cx, id).await?;
        Ok(crate::paths::done(crate::paths::SECURITY, "cle-retiree"))
    })
    .await
}

/// Asks for a passkey, to sign in or to prove again who one is: what the browser is asked, as JSON.
///
/// # Errors
/// `NotFound` where passkeys cannot be used; `TooMany`.
#[server(AskPasskey, prefix = "/api", endpoint = "accounts/ask-passkey")]
pub async fn ask_passkey() -> Result<String, AppError> {
    let (browser, base_url, address) = (Browser::here()?, base_url()?, browser::address()?);
    crate::action::act(async |cx| {
        let (challenge, ceremony) =
            backend::accounts::passkeys::ask_passkey(&cx, &base_url, &address).await?;
        crate::session::keep_ceremony(&browser.session, &ceremony).await?;
        Ok(challenge)
    })
    .await
}

/// Signs in with a passkey, which is enough: it asked its holder for a finger, a face or a code.
///
/// # Errors
/// `PasskeyRefused`.
#[server(SignInByPasskey, prefix = "/api", endpoint = "accounts/sign-in-by-passkey")]
pub async fn sign_in_by_passkey(
    #[server(default)] credential: String,
    #[server(default)] next: String,
) -> Result<(), AppError> {
    let (browser, base_url) = (Browser::here()?, base_url()?);
    crate::action::act_then_go(async |cx| {
        let ceremony = crate::session::take_ceremony(&browser.session).await;
        let user =
            backend::accounts::passkeys::sign_in_by_passkey(&cx, &base_url, ceremony, &credential).await?;
        browser.open(&cx, user).await?;
        Ok(crate::paths::local(&next).to_owned())
    })
    .await
}

/// Proves again, with a passkey, who one is.
///
/// # Errors
/// `SignInRequired`; `PasskeyRefused`.
#[server(ProveByPasskey, prefix = "/api", endpoint = "accounts/prove-by-passkey")]
pub async fn prove_by_passkey(
    #[server(default)] credential: String,
    #[server(default)] next: String,
) -> Result<(), AppError> {
    let (browser, base_url) = (Browser::here()?, base_url()?);
    crate::action::act_then_go(async |cx| {
        cx.person()?;
        let ceremony = crate::session::take_ceremony(&browser.session).await;
        backend::accounts::passkeys::prove_by_passkey(&cx, &base_url, ceremony, &credential).await?;
        crate::session::prove(&browser.session, cx.now).await?;
        Ok(crate::paths::local(&next).to_owned())
    })
    .await
}
