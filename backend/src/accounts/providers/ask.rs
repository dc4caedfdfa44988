//! Sending somebody to a sign-in service.
//!
//! What was asked stays in the session, on the server: it is answered once, in the same browser, within a few minutes.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{ids::UserId, refusal::Forbidden};
use openidconnect::{
    CsrfToken, Nonce, PkceCodeChallenge, PkceCodeVerifier, Scope, core::CoreAuthenticationFlow,
};
use serde::{Deserialize, Serialize};

use crate::{Cx, Result, accounts::throttle};

/// How long somebody may take to come back.
const PATIENCE: TimeDelta = TimeDelta::minutes(10);

/// What somebody was sent to ask. Kept by the session, on the server only.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Asking {
    pub(super) provider: String,
    pub(super) state: String,
    pub(super) nonce: String,
    pub(super) verifier: String,
    pub(super) at: DateTime<Utc>,
    pub(super) why: Why,
    address: String,
}

/// Why somebody was sent there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Why {
    /// To sign in, then to go on to an address of ours.
    SignIn { next: String },
    /// To join their account there to theirs here.
    Link { user: UserId },
}

impl Asking {
    /// Where to send them.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Of which provider.
    pub fn provider(&self) -> &str {
        &self.provider
    }

    /// Whether they may still come back.
    pub fn waits(&self, now: DateTime<Utc>) -> bool {
        (TimeDelta::zero()..PATIENCE).contains(&(now - self.at))
    }
}

/// Begins to sign in by a sign-in service; leads on to `next` afterwards. `address` is where the request comes from.
///
/// # Errors
/// `NotFound`; `ProviderAway`; `TooMany`.
pub async fn ask_provider(cx: &Cx, base_url: &str, code: &str, next: &str, address: &str) -> Result<Asking> {
    ask(cx, base_url, code, Why::SignIn { next: next.to_owned() }, address).await
}

/// Begins to join one's account of a sign-in service. Whoever asks has proved who they are: see above.
///
/// # Errors
/// `SignInRequired`; `NotFound`; `ProviderAway`; `TooMany`.
pub async fn ask_to_link(cx: &Cx, base_url: &str, code: &str, address: &str) -> Result<Asking> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let user = cx.person()?.id;
    ask(cx, base_url, code, Why::Link { user }, address).await
}

async fn ask(cx: &Cx, base_url: &str, code: &str, why: Why, address: &str) -> Result<Asking> {
    let provider = cx.backend.providers().find(code)?;
    throttle::count(cx, throttle::Try::Provider, address, address).await?;
    let said = provider.says(cx.now, false).await?;
    let client = provider.client(&said, base_url)?;
    let (state, nonce, verifier) = (cx.backend.token(), cx.backend.token(), cx.backend.token());
    let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(verifier.clone()));
    let (csrf, once) = (CsrfToken::new(state.clone()), Nonce::new(nonce.clone()));
    let (address, ..) = client
        .authorize_url(CoreAuthenticationFlow::AuthorizationCode, move || csrf, move || once)
        // Nothing else of them is asked for, nor kept.
        .add_scope(Scope::new("email".to_owned()))
        .set_pkce_challenge(challenge)
        .url();
    Ok(Asking {
        provider: provider.code().to_owned(),
        state,
        nonce,
        verifier,
        at: cx.now,
        why,
        address: address.into(),
    })
}
