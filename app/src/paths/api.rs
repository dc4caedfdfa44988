//! Addresses of what programs do: tokens, the API, webhooks.

use domain::ids::WebhookId;

/// One's tokens.
pub const TOKENS: &str = "/mon-compte/jetons";
/// Everybody's tokens.
pub const ADMINISTRATION_TOKENS: &str = "/administration/jetons";
/// What the API is, for people.
pub const API_GUIDE: &str = "/aide/api";
/// What the API is, for programs.
pub const OPENAPI: &str = "/api/v1/openapi.json";
/// The other programs that are told of what becomes public.
pub const ADMINISTRATION_WEBHOOKS: &str = "/administration/webhooks";

/// One of them.
pub fn webhook(id: WebhookId) -> String {
    format!("{ADMINISTRATION_WEBHOOKS}/{id}")
}
