//! Signing in with a sign-in service: OpenID Connect, with as many providers as the settings name, none by default.
//!
//! `known.rs` is what a provider says of itself, fetched when it is needed and kept for an hour; `wire.rs` is the only
//! client that speaks to one; `ask.rs` sends somebody there; `hear.rs` checks what they come back with; `link.rs` joins an
//! account of theirs to one here. A provider never makes an account nor gives a mandate: it only says who somebody is.

mod ask;
mod hear;
mod known;
mod link;
mod wire;

use std::sync::Arc;

use domain::Refusal;

pub use ask::{Asking, ask_provider, ask_to_link};
pub use hear::{Given, Heard, hear_provider};
pub use link::{LinkedAccount, linked_accounts, unlink_account};

use crate::Result;

/// A sign-in service, as the settings name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProviderSettings {
    /// What addresses and settings call it, in small letters.
    pub code: String,
    /// What people call it.
    pub name: String,
    /// Its address, which it signs with.
    pub issuer: String,
    /// What it knows this site by.
    pub client_id: String,
    /// What proves to it that it is this site.
    pub client_secret: String,
    /// Whether what it says of people must be signed too, as ProConnect does.
    pub signed: bool,
}

/// A sign-in service that may be asked.
#[derive(Debug)]
pub struct Provider {
    settings: ProviderSettings,
    known: known::Kept,
}

impl Provider {
    /// What addresses call it.
    pub fn code(&self) -> &str {
        &self.settings.code
    }

    /// What people call it.
    pub fn name(&self) -> &str {
        &self.settings.name
    }

    /// Its address.
    pub fn issuer(&self) -> &str {
        &self.settings.issuer
    }

    /// Where it sends people back to.
    fn return_address(&self, base_url: &str) -> String {
        format!("{base_url}/connexion/{}/retour", self.settings.code)
    }
}

/// The sign-in services of this installation. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Providers(Arc<Vec<Provider>>);

impl Providers {
    /// Those that the settings name, in their order. Nothing is asked of them yet.
    pub fn new(settings: impl IntoIterator<Item = ProviderSettings>) -> Providers {
        let provider = |settings| Provider { settings, known: known::Kept::default() };
        Providers(Arc::new(settings.into_iter().map(provider).collect()))
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &Provider> {
        self.0.iter()
    }

    /// The one with this code.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn find(&self, code: &str) -> Result<&Provider> {
        self.iter().find(|provider| provider.code() == code).ok_or(Refusal::NotFound.into())
    }

    /// What people call the one with this issuer, if it is still there.
    pub fn name_of(&self, issuer: &str) -> Option<&str> {
        self.iter().find(|provider| provider.issuer() == issuer).map(Provider::name)
    }
}
