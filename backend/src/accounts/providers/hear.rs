//! What somebody comes back with from a sign-in service: who it says they are, once everything is checked.

use chrono::TimeDelta;
use domain::{ids::UserId, refusal::Transition};
use openidconnect::{
    AccessToken, AuthorizationCode, ClaimsVerificationError, IdTokenVerifier, Nonce, OAuth2TokenResponse,
    PkceCodeVerifier, RequestTokenError, SignatureVerificationError, SubjectIdentifier, TokenResponse,
    UserInfoError,
    core::{
        CoreErrorResponseType, CoreIdToken, CoreJsonWebKey, CoreJwsSigningAlgorithm as Algorithm,
        CoreUserInfoClaims,
    },
};

use super::{
    Asking, Provider,
    ask::Why,
    known::{Client, refused},
    link, wire,
};
use crate::{Cx, Result};

/// How far apart the two clocks may be.
const LEEWAY: TimeDelta = TimeDelta::minutes(2);

/// Signatures that only the provider can make; never `none`, nor those made with a shared secret.
const SIGNATURES: [Algorithm; 9] = [
    Algorithm::RsaSsaPkcs1V15Sha256,
    Algorithm::RsaSsaPkcs1V15Sha384,
    Algorithm::RsaSsaPkcs1V15Sha512,
    Algorithm::RsaSsaPssSha256,
    Algorithm::RsaSsaPssSha384,
    Algorithm::RsaSsaPssSha512,
    Algorithm::EcdsaP256Sha256,
    Algorithm::EcdsaP384Sha384,
    Algorithm::EdDsa,
];

/// What somebody comes back with, as it stands in the address.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// What is exchanged for who they are.
    pub code: String,
    /// What they were sent with.
    pub state: String,
    /// Who says so, if it is said.
    pub iss: String,
    /// Why not.
    pub error: String,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It is this person, who goes on to that address. What else is asked of them, and their session, are for above.
    Person {
        /// Who.
        user: UserId,
        /// Where they were going.
        next: String,
    },
    /// Their account there opens theirs here from now on.
    Linked,
}

/// Hears what somebody comes back with. `asking` is what their session kept, and holds no more.
///
/// # Errors
/// `NotFound`; `ProviderOver`; `ProviderDeclined`; `ProviderAway`; `ProviderNotTrusted`; `ProviderClock`;
/// `ProviderUnknown`; `ProviderTaken`.
pub async fn hear_provider(
    cx: &Cx,
    base_url: &str,
    code: &str,
    asking: Option<Asking>,
    given: &Given,
) -> Result<Heard> {
    let provider = cx.backend.providers().find(code)?;
    let expected = |asking: &Asking| asking.provider == code && asking.state == given.state;
    let asking = asking.filter(|asking| asking.waits(cx.now)).filter(expected);
    let asking = asking.ok_or_else(|| refused(Transition::ProviderOver))?;
    if !given.iss.is_empty() && given.iss != provider.issuer() {
        return Err(not_trusted(provider, "another issuer answers"));
    }
    match given.error.as_str() {
        "" => {}
        "access_denied" => return Err(refused(Transition::ProviderDeclined)),
        _ => return Err(away(provider, "it could not tell who they are")),
    }
    if let Why::Link { user } = asking.why
        && cx.actor.user_id() != Some(user)
    {
        // Somebody else signed in meanwhile.
        return Err(refused(Transition::ProviderOver));
    }
    let said = provider.says(cx.now, false).await?;
    let client = provider.client(&said, base_url)?;
    let (token, access) = exchange(provider, &client, &asking, &given.code).await?;
    let (subject, address) = subject(cx, provider, &client, base_url, &asking, &token).await?;
    if let Why::Link { user } = asking.why {
        link::link(cx, user, provider.issuer(), &subject).await?;
        return Ok(Heard::Linked);
    }
    let user = match link::whose(cx, provider.issuer(), &subject).await? {
        Some(user) => user,
        None => {
            // Only now is an address needed.
            let email = match address {
                Some(email) => Some(email),
                None => verified_email(provider, &client, access, &subject).await?,
            };
            link::link_by_address(cx, provider.issuer(), &subject, email.as_deref()).await?
        }
    };
    let Why::SignIn { next } = asking.why else { return Err(refused(Transition::ProviderOver)) };
    Ok(Heard::Person { user, next })
}

fn not_trusted(provider: &Provider, reason: &'static str) -> crate::Error {
    tracing::warn!(provider = provider.code(), reason, "a sign-in service is not believed");
    refused(Transition::ProviderNotTrusted)
}

fn away(provider: &Provider, reason: &'static str) -> crate::Error {
    tracing::warn!(provider = provider.code(), reason, "a sign-in service cannot be used");
    refused(Transition::ProviderAway)
}

/// Exchanges the code for a token that says who they are, and another that opens what else is said of them.
async fn exchange(
    provider: &Provider,
    client: &Client,
    asking: &Asking,
    code: &str,
) -> Result<(CoreIdToken, AccessToken)> {
    let wire = |request| wire::send(request);
    let request = client
        .exchange_code(AuthorizationCode::new(code.to_owned()))
        .map_err(|_| away(provider, "it says nowhere to exchange a code"))?
        .set_pkce_verifier(PkceCodeVerifier::new(asking.verifier.clone()));
    let answer = request.request_async(&wire).await.map_err(|error| match error {
        RequestTokenError::ServerResponse(answer) => match answer.error() {
            CoreErrorResponseType::InvalidGrant => refused(Transition::ProviderOver),
            CoreErrorResponseType::InvalidClient | CoreErrorResponseType::UnauthorizedClient => {
                away(provider, "it does not accept the identifier or the secret of this site")
            }
            _ => away(provider, "it refuses to exchange a code"),
        },
        RequestTokenError::Request(_) => away(provider, "it does not answer"),
        _ => away(provider, "what it answers for a code cannot be read"),
    })?;
    let token = answer.id_token().ok_or_else(|| not_trusted(provider, "it does not say who they are"))?;
    Ok((token.clone(), answer.access_token().clone()))
}

/// Who it says they are, with their address if it vouches for it there already, once signature, issuer, audience, nonce and time are checked. A key that is missing is asked for
/// again: providers change theirs.
async fn subject(
    cx: &Cx,
    provider: &Provider,
    client: &Client,
    base_url: &str,
    asking: &Asking,
    token: &CoreIdToken,
) -> Result<(SubjectIdentifier, Option<String>)> {
    let nonce = Nonce::new(asking.nonce.clone());
    let checked = |client: &Client| {
        let claims = token.claims(&verifier(cx, client), &nonce);
        claims.map(|claims| {
            let email = claims.email().filter(|_| claims.email_verified() == Some(true));
            (claims.subject().clone(), email.map(|email| email.to_string()))
        })
    };
    let mut outcome = checked(client);
    let missing = |error: &ClaimsVerificationError| {
        use ClaimsVerificationError::SignatureVerification;
        matches!(error, SignatureVerification(SignatureVerificationError::NoMatchingKey))
    };
    if outcome.as_ref().err().is_some_and(missing) {
        let said = provider.says(cx.now, true).await?;
        outcome = checked(&provider.client(&said, base_url)?);
    }
    outcome.map_err(|error| match error {
        ClaimsVerificationError::Expired(_) => {
            tracing::warn!(
                provider = provider.code(),
                "a sign-in service and this machine disagree on the time"
            );
            refused(Transition::ProviderClock)
        }
        ClaimsVerificationError::InvalidIssuer(_) => not_trusted(provider, "the token is of another issuer"),
        ClaimsVerificationError::InvalidAudience(_) => not_trusted(provider, "the token is for another site"),
        ClaimsVerificationError::InvalidNonce(_) => not_trusted(provider, "the token is for another request"),
        _ => not_trusted(provider, "the token is not signed as it must"),
    })
}

fn verifier<'a>(cx: &Cx, client: &'a Client) -> IdTokenVerifier<'a, CoreJsonWebKey> {
    let now = cx.now;
    client
        .id_token_verifier()
        .set_allowed_algs(SIGNATURES)
        .set_time_fn(move || now - LEEWAY)
        .set_issue_time_verifier_fn(move |issued| {
            if issued <= now + LEEWAY { Ok(()) } else { Err("issued in the future".to_owned()) }
        })
}

/// Their address, if the provider says that it made sure it is theirs.
async fn verified_email(
    provider: &Provider,
    client: &Client,
    access: AccessToken,
    subject: &SubjectIdentifier,
) -> Result<Option<String>> {
    let Ok(request) = client.user_info(access, Some(subject.clone())) else {
        return if provider.settings.signed {
            Err(not_trusted(provider, "it says nothing of people"))
        } else {
            Ok(None)
        };
    };
    let wire = |request| wire::send(request);
    let request = request.require_signed_response(provider.settings.signed);
    let claims: CoreUserInfoClaims = request.request_async(&wire).await.map_err(|error| match error {
        UserInfoError::ClaimsVerification(_) => {
            not_trusted(provider, "what it says of people is not signed as it must")
        }
        _ => away(provider, "it does not say who people are"),
    })?;
    let email = claims.email().map(|email| email.to_string());
    Ok(email.filter(|_| claims.email_verified() == Some(true)))
}
