//! Addresses of the ways in which people sign in.

use domain::ids::PasskeyId;

use super::{SIGN_IN, segment};

/// How one signs in: codes, passkeys.
pub const SECURITY: &str = "/mon-compte/securite";
/// Putting one's codes in place.
pub const CODES: &str = "/mon-compte/securite/codes";
/// One's recovery codes, shown once.
pub const RECOVERY_CODES: &str = "/mon-compte/securite/secours";
/// Adding a passkey.
pub const NEW_PASSKEY: &str = "/mon-compte/securite/cle";
/// Proving again who one is.
pub const PROVE: &str = "/mon-compte/confirmer";
/// Giving one's code.
pub const SIGN_IN_CODE: &str = "/connexion/code";
/// Putting one's codes in place before one's session opens.
pub const SIGN_IN_CODES: &str = "/connexion/codes";
/// Asking for a link to sign in.
pub const SIGN_IN_LINK: &str = "/connexion/lien";
/// Signing in with a passkey.
pub const SIGN_IN_PASSKEY: &str = "/connexion/cle";

/// On the way to a sign-in service.
pub fn provider(code: &str) -> String {
    format!("{SIGN_IN}/{}/aller", segment(code))
}

/// A step of signing in, then going on to `next`.
pub fn step_then(step: &str, next: &str) -> String {
    format!("{step}?vers={}", segment(next))
}

/// Proving again who one is, then going on to `next`.
pub fn prove_then(next: &str) -> String {
    step_then(PROVE, next)
}

/// One of one's passkeys.
pub fn passkey(id: PasskeyId) -> String {
    format!("{NEW_PASSKEY}/{id}")
}

/// Signing in by a link.
pub fn sign_in_link(token: &str) -> String {
    format!("{SIGN_IN}/lien/{token}")
}
