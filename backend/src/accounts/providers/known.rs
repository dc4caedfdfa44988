//! What a sign-in service says of itself: where to send people, and the keys it signs with.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{Refusal, refusal::Transition};
use openidconnect::{
    AuthType, ClientId, ClientSecret, DiscoveryError, EndpointMaybeSet, EndpointNotSet, EndpointSet,
    IssuerUrl, RedirectUrl,
    core::{CoreClient, CoreClientAuthMethod, CoreProviderMetadata},
};
use tokio::sync::Mutex;

use super::{Provider, ProviderSettings, wire};
use crate::{Error, Result};

/// How long it is kept.
const FRESH: TimeDelta = TimeDelta::hours(1);
/// How long keys are not asked for again because one is missing, nor a provider that is away.
const SPARED: TimeDelta = TimeDelta::seconds(20);

/// A client of a provider whose addresses are known.
pub(super) type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// What is kept of what it said.
#[derive(Debug, Default)]
pub(super) struct Kept(Mutex<Last>);

#[derive(Debug, Default)]
struct Last {
    said: Option<(Arc<CoreProviderMetadata>, DateTime<Utc>)>,
    failed: Option<DateTime<Utc>>,
}

/// A refusal that has to do with a sign-in service.
pub(super) fn refused(why: Transition) -> Error {
    Refusal::Transition(why).into()
}

impl Provider {
    /// What it says of itself. `anew`: a key was missing, so that it must have changed its own.
    pub(super) async fn says(&self, now: DateTime<Utc>, anew: bool) -> Result<Arc<CoreProviderMetadata>> {
        let mut last = self.known.0.lock().await;
        if let Some((said, at)) = &last.said {
            let age = now - *at;
            if age < if anew { SPARED } else { FRESH } {
                return Ok(said.clone());
            }
        }
        if last.failed.is_some_and(|at| now - at < SPARED) {
            return Err(refused(Transition::ProviderAway));
        }
        match discover(&self.settings).await {
            Ok(said) => {
                let said = Arc::new(said);
                *last = Last { said: Some((said.clone(), now)), failed: None };
                Ok(said)
            }
            Err(reason) => {
                tracing::warn!(provider = self.code(), reason, "a sign-in service cannot be used");
                last.failed = Some(now);
                Err(refused(Transition::ProviderAway))
            }
        }
    }

    /// A client that speaks to it in the name of this site.
    pub(super) fn client(&self, said: &CoreProviderMetadata, base_url: &str) -> Result<Client> {
        let ProviderSettings { client_id, client_secret, .. } = &self.settings;
        let back = RedirectUrl::new(self.return_address(base_url)).map_err(Error::unexpected)?;
        let client = CoreClient::from_provider_metadata(
            said.clone(),
            ClientId::new(client_id.clone()),
            Some(ClientSecret::new(client_secret.clone())),
        );
        // What it does not say otherwise is `client_secret_basic`.
        let ways = said.token_endpoint_auth_methods_supported();
        let in_body = ways.is_some_and(|ways| !ways.contains(&CoreClientAuthMethod::ClientSecretBasic));
        let way = if in_body { AuthType::RequestBody } else { AuthType::BasicAuth };
        Ok(client.set_redirect_uri(back).set_auth_type(way))
    }

    /// Whether it can be used, and why not, for who runs the installation.
    ///
    /// # Errors
    /// What is wrong, in a sentence.
    pub async fn check(&self) -> std::result::Result<String, String> {
        let said = discover(&self.settings).await.map_err(|reason| format!("{}: {reason}", self.issuer()))?;
        let keys = said.jwks().keys().len();
        if keys == 0 {
            return Err(format!("{}: it publishes no key to check its signatures with", self.issuer()));
        }
        if self.settings.signed && said.userinfo_endpoint().is_none() {
            return Err(format!(
                "{}: it says nothing of people, and what it says must be signed",
                self.issuer()
            ));
        }
        Ok(format!("{} answers, with {keys} keys", self.issuer()))
    }
}

/// Asks a provider what it is. Gives why not, for the log and for who runs the installation.
async fn discover(settings: &ProviderSettings) -> std::result::Result<CoreProviderMetadata, &'static str> {
    let issuer = IssuerUrl::new(settings.issuer.clone()).map_err(|_| "its address cannot be read")?;
    if !wire::is_protected(issuer.url()) {
        return Err("its address must begin with https://");
    }
    let client = |request| wire::send(request);
    let said = CoreProviderMetadata::discover_async(issuer, &client).await;
    let said = said.map_err(|error| match error {
        DiscoveryError::Request(wire::Trouble::Away) => "it does not answer",
        DiscoveryError::Request(wire::Trouble::Plain) => "one of its addresses is not https",
        DiscoveryError::Request(wire::Trouble::TooLong) => "what it answers is too long",
        DiscoveryError::Validation(_) => "it names itself by another address: write its issuer as it does",
        DiscoveryError::Response(..) => "it has no page /.well-known/openid-configuration, or no keys",
        _ => "what it answers is not OpenID Connect",
    })?;
    let to = said.authorization_endpoint().url();
    let token = said.token_endpoint().map(|address| address.url());
    if !wire::is_protected(to) || !token.is_some_and(wire::is_protected) {
        return Err("one of its addresses is missing, or is not https");
    }
    Ok(said)
}
