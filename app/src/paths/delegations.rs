//! The addresses of delegations.

use domain::delegations::Office;

/// One's own delegations.
pub const DELEGATIONS: &str = "/mon-compte/delegations";

/// Giving a role for a time.
pub fn delegate(office: Office) -> String {
    format!("{DELEGATIONS}/{office}")
}
